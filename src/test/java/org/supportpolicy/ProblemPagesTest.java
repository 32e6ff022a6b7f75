package org.supportpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.supportpolicy.json.FactSetReader;
import org.supportpolicy.verify.ScenarioSuite;

/** Every code has a page, and the examples on the pages fail and hold as they say. */
class ProblemPagesTest {

    private static final Path PAGES = Path.of("docs/problems");
    private static final Pattern EXAMPLE = Pattern.compile("(Fails|Right):\n\n```(drl|json|yaml)\n(.*?)\n```", Pattern.DOTALL);
    private static final SupportPolicy STANDARD = SupportPolicy.standard();

    private static final String HEADER = """
            package org.supportpolicy.rules.urgency;

            import org.supportpolicy.fact.Channel;
            import org.supportpolicy.fact.Ticket;
            import org.supportpolicy.finding.Irregularity;
            import org.supportpolicy.finding.OutOfScope;
            import org.supportpolicy.finding.Urgency;
            import static org.supportpolicy.rules.Conclude.conclude;

            """;

    @TempDir
    private Path directory;

    @Test
    void everyCodeHasAPageAndEveryPageACode() throws IOException {
        Set<String> codes = new TreeSet<>();
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
            switch (kind) {
                case "json" -> new FactSetReader().read("example", text);
                case "yaml" -> ScenarioSuite.of(STANDARD, Files.writeString(directory.resolve("example.yaml"), text)).scenarios().forEach(each -> each.verify(STANDARD));
                default -> {
                    Path rules = Files.createTempDirectory(directory, "rules");
                    Files.writeString(rules.resolve("example.drl"), HEADER + text + "\n");
                    SupportPolicy.loadPart(rules);
                }
            }
            return List.of();
        } catch (PolicyException e) {
            return e.problems().stream().map(Problem::code).toList();
        }
    }
}
