package org.supportpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.supportpolicy.internal.check.PolicyChecker;
import org.supportpolicy.internal.source.Draft;
import org.supportpolicy.internal.source.PolicyFiles;
import org.supportpolicy.internal.source.RuleFile;
import org.supportpolicy.internal.words.ProblemTexts;
import org.supportpolicy.json.FactSetReader;
import org.supportpolicy.verify.ScenarioSuite;

/** Every code has a page, and the examples on the pages fail and hold as they say. */
class ProblemPagesTest {

    private static final Path PAGES = Path.of("docs/problems");
    private static final Pattern EXAMPLE = Pattern.compile("(Fails|Right):\n\n```(drl|md|json|yaml)\n(.*?)\n```", Pattern.DOTALL);
    private static final SupportPolicy STANDARD = SupportPolicy.standard();

    /** What stands before an example of rules that is no file of its own. */
    private static final String HEADER = """
            package org.supportpolicy.rules.urgency;

            import org.supportpolicy.fact.AsOf;
            import org.supportpolicy.fact.Channel;
            import org.supportpolicy.fact.Impact;
            import org.supportpolicy.fact.Ticket;
            import org.supportpolicy.finding.Irregularity;
            import org.supportpolicy.finding.OutOfScope;
            import org.supportpolicy.finding.Suspension;
            import org.supportpolicy.finding.Urgency;
            import static org.supportpolicy.rules.Conclude.conclude;
            import static org.supportpolicy.rules.Periods.daysAfter;

            """;

    @TempDir
    private Path directory;

    @Test
    void everyCodeHasAPageAndEveryPageACode() throws IOException {
        Set<String> codes = ProblemTexts.keys().stream().map(key -> key.split("\\.")[0]).filter(key -> key.matches("SP-[A-Z]\\d{3}"))
                .collect(Collectors.toCollection(TreeSet::new));
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                Pattern.compile("\"(SP-[A-Z]\\d{3})[\".]").matcher(Files.readString(source)).results().forEach(code -> codes.add(code.group(1)));
            }
        }
        try (Stream<Path> pages = Files.list(PAGES)) {
            Set<String> paged = pages.map(page -> page.getFileName().toString()).filter(name -> name.startsWith("SP-")).map(name -> name.replace(".md", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(paged).isEqualTo(codes);
        }
        String list = Files.readString(PAGES.resolve("README.md"));
        assertThat(codes).allSatisfy(code -> assertThat(list).contains("[" + code + "](" + code + ".md)"));
    }

    @TestFactory
    Stream<DynamicTest> theExamplesFailAndHoldAsTheySay() throws IOException {
        try (Stream<Path> pages = Files.list(PAGES)) {
            return pages.filter(page -> page.getFileName().toString().startsWith("SP-")).sorted().flatMap(this::examples).toList().stream();
        }
    }

    private Stream<DynamicTest> examples(Path page) {
        try {
            String code = page.getFileName().toString().replace(".md", "");
            return EXAMPLE.matcher(Files.readString(page)).results()
                    .map(example -> DynamicTest.dynamicTest(code + " " + example.group(1), () -> check(code, example)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void check(String code, MatchResult example) throws IOException {
        List<String> codes = codes(example.group(2), example.group(3));
        if (example.group(1).equals("Fails")) {
            assertThat(codes).contains(code);
        } else {
            assertThat(codes).isEmpty();
        }
    }

    private List<String> codes(String kind, String text) throws IOException {
        try {
            return switch (kind) {
                case "drl" -> codes(PolicyFiles.standard().with(List.of(new RuleFile("example.drl", (text.startsWith("package") ? "" : HEADER) + text + "\n"))), false);
                case "md" -> codes(withText(text), true);
                case "json" -> {
                    FactSetReader.strict().read("example", text);
                    yield List.of();
                }
                default -> {
                    ScenarioSuite.of(STANDARD, Files.writeString(directory.resolve("example.yaml"), text)).scenarios().forEach(each -> each.verify(STANDARD));
                    yield List.of();
                }
            };
        } catch (PolicyException e) {
            return e.problems().stream().map(Problem::code).toList();
        }
    }

    /** What a check says, warnings too. */
    private static List<String> codes(PolicyFiles files, boolean whole) {
        Draft draft = Draft.read(files);
        PolicyChecker.check(draft, whole);
        return draft.problems().stream().map(Problem::code).toList();
    }

    /** The policy with a piece of its English texts in place of what has the same heading there, or behind all when nothing has. */
    private static PolicyFiles withText(String text) {
        PolicyFiles files = PolicyFiles.standard();
        boolean reading = text.startsWith("### AMB");
        RuleFile former = reading ? files.englishReadings() : files.english();
        String heading = text.startsWith("#") ? text.split("\\s")[0] + " " + text.split("\\s")[1] : "Edition:";
        Matcher piece = Pattern.compile("^" + Pattern.quote(heading) + "(?=\\s).*?\n(?=#|\\z)", Pattern.MULTILINE | Pattern.DOTALL).matcher(former.text());
        boolean found = piece.find();
        String read = found && !text.contains("Read as") ? readAs(piece.group()) : "";
        String changed = found ? former.text().substring(0, piece.start()) + text + "\n\n" + read + former.text().substring(piece.end())
                : former.text() + "\n" + text + "\n";
        RuleFile other = new RuleFile(former.name(), changed);
        return new PolicyFiles(files.rules(), reading ? files.english() : other, files.dutch(), reading ? other : files.englishReadings(), files.dutchReadings());
    }

    /** How the clause was read, which an example leaves as it is. */
    private static String readAs(String clause) {
        return Stream.of(clause.split("\n\n")).filter(paragraph -> paragraph.startsWith("Read as")).map(paragraph -> paragraph + "\n\n")
                .collect(Collectors.joining());
    }
}
