package org.supportpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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

/** Every code has a page in both languages, and the examples on the pages fail and hold as they say. */
class ProblemPagesTest {

    private static final Path ENGLISH = Path.of("docs/problems");
    private static final Path DUTCH = Path.of("docs/problems/nl");
    private static final Pattern EXAMPLE = Pattern.compile("(Fails|Right|Fout|Goed):\n\n```(drl|md|json|yaml)\n(.*?)\n```", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("]\\(([^)]+)\\)");
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

    /** How an example of declarations begins, which stand in a file of their own. */
    private static final Pattern DECLARES = Pattern.compile("(package .*\n|import .*\n|\n)*declare ");

    @TempDir
    private Path directory;

    @Test
    void everyCodeHasAPageInBothLanguagesAndEveryPageACode() throws IOException {
        Set<String> codes = ProblemTexts.keys().stream().map(key -> key.split("\\.")[0]).filter(key -> key.matches("SP-[A-Z]\\d{3}"))
                .collect(Collectors.toCollection(TreeSet::new));
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                Pattern.compile("\"(SP-[A-Z]\\d{3})[\".]").matcher(Files.readString(source)).results().forEach(code -> codes.add(code.group(1)));
            }
        }
        assertThat(ProblemPages.codes()).containsExactlyElementsOf(codes);
        for (Path directory : List.of(ENGLISH, DUTCH)) {
            assertThat(pages(directory).stream().map(ProblemPagesTest::code)).as(directory.toString()).containsExactlyElementsOf(codes);
            String list = Files.readString(directory.resolve("README.md"));
            for (String code : codes) {
                String heading = Files.readAllLines(directory.resolve(code + ".md")).get(0);
                assertThat(heading).startsWith("# " + code + ": ");
                assertThat(list).contains("| [" + code + "](" + code + ".md) | " + heading.substring(heading.indexOf(": ") + 2) + " |\n");
            }
        }
    }

    @Test
    void bothPagesOfACodeHaveTheSameExamplesAndNoSentenceInCommon() throws IOException {
        for (Path page : pages(ENGLISH)) {
            String english = Files.readString(page);
            String dutch = Files.readString(DUTCH.resolve(page.getFileName()));
            assertThat(examples(dutch)).as(page.toString()).isEqualTo(examples(english));
            assertThat(paragraphs(dutch)).as(page.toString()).hasSameSizeAs(paragraphs(english)).doesNotContainAnyElementsOf(paragraphs(english))
                    .anyMatch(paragraph -> paragraph.startsWith("Waarom: ")).noneMatch(paragraph -> paragraph.matches("(?s)(Fails|Right|Put right|Why):.*"));
        }
    }

    @Test
    void thePagesComeWithTheLibrary() throws IOException {
        for (String code : ProblemPages.codes()) {
            assertThat(ProblemPages.page(code, Locale.ENGLISH)).isEqualTo(Files.readString(ENGLISH.resolve(code + ".md")));
            assertThat(ProblemPages.page(code, Locale.forLanguageTag("nl-BE"))).isEqualTo(Files.readString(DUTCH.resolve(code + ".md")));
        }
        assertThatThrownBy(() -> ProblemPages.page("SP-R999", Locale.ENGLISH)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("(SP-R999)");
    }

    @Test
    void linksBetweenPagesLeadSomewhere() throws IOException {
        try (Stream<Path> pages = Files.walk(ENGLISH)) {
            for (Path page : pages.filter(Files::isRegularFile).toList()) {
                assertThat(LINK.matcher(Files.readString(page)).results().map(link -> page.resolveSibling(link.group(1)))).as(page.toString())
                        .allSatisfy(target -> assertThat(target).isRegularFile());
            }
        }
    }

    private static List<Path> pages(Path directory) throws IOException {
        try (Stream<Path> pages = Files.list(directory)) {
            return pages.filter(page -> page.getFileName().toString().startsWith("SP-")).sorted().toList();
        }
    }

    private static String code(Path page) {
        return page.getFileName().toString().replace(".md", "");
    }

    /** The examples of a page, each with whether it fails and in which language it is written. */
    private static List<String> examples(String page) {
        return EXAMPLE.matcher(page).results().map(example -> fails(example) + " " + example.group(2) + "\n" + example.group(3)).toList();
    }

    private static boolean fails(MatchResult example) {
        return Set.of("Fails", "Fout").contains(example.group(1));
    }

    /** What a page says around its examples. */
    private static List<String> paragraphs(String page) {
        return List.of(EXAMPLE.matcher(page).replaceAll("").strip().split("\n{2,}"));
    }

    @TestFactory
    Stream<DynamicTest> theExamplesFailAndHoldAsTheySay() throws IOException {
        return pages(ENGLISH).stream().flatMap(this::examples);
    }

    private Stream<DynamicTest> examples(Path page) {
        try {
            String code = code(page);
            return EXAMPLE.matcher(Files.readString(page)).results()
                    .map(example -> DynamicTest.dynamicTest(code + " " + example.group(1), () -> check(code, example)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void check(String code, MatchResult example) throws IOException {
        List<String> codes = codes(example.group(2), example.group(3));
        if (fails(example)) {
            assertThat(codes).contains(code);
        } else {
            assertThat(codes).isEmpty();
        }
    }

    private List<String> codes(String kind, String text) throws IOException {
        try {
            return switch (kind) {
                case "drl" -> codes(PolicyFiles.standard().with(List.of(example(text))), false);
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

    private static RuleFile example(String text) {
        boolean declares = DECLARES.matcher(text).lookingAt();
        String header = text.startsWith("package") ? "" : declares ? "package org.supportpolicy.rules.facts;\n\n" : HEADER;
        return new RuleFile(declares ? "facts.drl" : "example.drl", header + text + "\n");
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
