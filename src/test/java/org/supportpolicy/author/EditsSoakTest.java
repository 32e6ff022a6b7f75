package org.supportpolicy.author;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;

/**
 * Spoils the files of a working copy character by character, as somebody does who types, and sees that what is said of it meanwhile is what
 * is said of the same files when they are read for the first time.
 */
class EditsSoakTest {

    private static final int EDITS = Integer.getInteger("supportpolicy.edits", 60);
    private static final long SEED = Long.getLong("supportpolicy.seed", 20_261_126);
    /** Few, so that many edits can be tried; one of them holds tables. */
    private static final Set<String> SCENARIOS = Set.of("duty.yaml", "terms.yaml");
    private static final List<String> PIECES = List.of("\"", "(", ")", " ", "\n", "$", "@", ".", ",", ":", "-", "#", "/*", "//", "{", "[", "]", "x", "0", "é", "\u0000",
            "\t", "\r", "\uD83D\uDE00", "rule ", "end", "when\n", "not ", "Ticket(", "$x : ", "TicketState.", "null", "AMB-01", "### ", "Read as: ", "given: ", "declare ");

    @TempDir
    private Path folder;
    private final Random random = new Random(SEED);
    private final Map<String, String> original = new TreeMap<>();
    private final Map<String, String> texts = new TreeMap<>();
    private final Map<String, String> unsaved = new HashMap<>();

    @Test
    void whatIsSaidWhileSomebodyTypesIsWhatIsSaidOfTheFiles() throws IOException {
        Path warm = copy("warm");
        Path cold = copy("cold");
        Editing editing = Editing.of(warm, unsaved);
        int differing = 0;
        int wrong = 0;
        for (int i = 0; i < EDITS; i++) {
            String file = edit();
            Files.writeString(cold.resolve(file), texts.get(file));
            editing = editing.again(unsaved);
            List<String> told = said(warm, editing.copy().problems());
            List<String> expected = said(cold, checked(cold));
            assertThat(told).as("edit %d of seed %d, in %s", i, SEED, file).isEqualTo(expected);
            ask(editing, file);
            differing += told.isEmpty() ? 0 : 1;
            wrong += told.size();
            if (random.nextInt(10) == 0) {
                save(warm);
            }
        }
        assertThat(differing).as("edits after which something was wrong").isBetween(EDITS / 2, EDITS - 1);
        System.out.printf(Locale.ROOT, "%,d edits, after %,d of them something was wrong, %,d problems compared%n", EDITS, differing, wrong);
    }

    private Path copy(String name) throws IOException {
        Path copy = folder.resolve(name);
        WorkingCopy.init(copy);
        try (Stream<Path> scenarios = Files.list(copy.resolve("scenarios"))) {
            for (Path file : scenarios.filter(file -> !SCENARIOS.contains(file.getFileName().toString())).toList()) {
                Files.delete(file);
            }
        }
        try (Stream<Path> files = Files.walk(copy)) {
            for (Path file : files.filter(Files::isRegularFile).filter(file -> !file.endsWith("README.md")).toList()) {
                original.put(copy.relativize(file).toString(), Files.readString(file));
            }
        }
        texts.putAll(original);
        return copy;
    }

    /** Puts a piece in or takes one out; now and then a file is as it was again, so that it is not spoilt for ever. */
    private String edit() {
        List<String> files = new ArrayList<>(texts.keySet());
        String file = files.get(random.nextInt(files.size()));
        String text = texts.get(file);
        int at = random.nextInt(text.length() + 1);
        if (random.nextInt(5) < 2) {
            text = original.get(file);
        } else if (random.nextBoolean()) {
            text = text.substring(0, at) + PIECES.get(random.nextInt(PIECES.size())) + text.substring(at);
        } else {
            text = text.substring(0, at) + text.substring(Math.min(text.length(), at + 1 + random.nextInt(6)));
        }
        text = text.replaceAll("[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]", ""); // which no file can hold
        texts.put(file, text);
        unsaved.put(file, text);
        return file;
    }

    private void save(Path copy) throws IOException {
        for (Map.Entry<String, String> file : unsaved.entrySet()) {
            Files.writeString(copy.resolve(file.getKey()), file.getValue());
        }
        unsaved.clear();
    }

    private static List<Problem> checked(Path copy) {
        return PolicyCheck.check(copy);
    }

    private static List<String> said(Path copy, List<Problem> problems) {
        return problems.stream().map(problem -> problem + "\n" + problem.toString(Locale.forLanguageTag("nl")))
                .map(said -> said.replace(copy.toString(), "copy")).toList();
    }

    /** Asks for all that an editor asks for, at some place of a file; nothing may fail but a name that cannot be changed. */
    private void ask(Editing editing, String file) {
        String[] lines = texts.get(file).split("\n", -1);
        int line = random.nextInt(lines.length);
        int column = random.nextInt(lines[line].length() + 2) + 1;
        assertThat(editing.completions(file, line + 1, column, Locale.ENGLISH)).allMatch(completion -> completion.place().line() == completion.place().endLine());
        editing.meaning(file, line + 1, column, Locale.ENGLISH).ifPresent(meaning -> assertThat(meaning.markdown()).isNotBlank());
        assertThat(editing.references(file, line + 1, column)).containsAll(editing.definitions(file, line + 1, column).stream()
                .filter(place -> place.file().equals(file) && place.line() == line + 1 && place.holds(line + 1, column)).toList());
        editing.fixes(editing.copy().problems());
        editing.copy().problems().forEach(editing::place);
        try {
            assertThat(editing.renamed(file, line + 1, column).line()).isEqualTo(line + 1);
        } catch (PolicyException e) {
            assertThat(e.problems()).singleElement().extracting(Problem::code).isEqualTo("SP-W020");
        }
    }
}
