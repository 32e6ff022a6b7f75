package org.supportpolicy.internal.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.supportpolicy.Problem;
import org.supportpolicy.bench.PlainDrools;
import org.supportpolicy.internal.source.Draft;
import org.supportpolicy.internal.source.PolicyFiles;
import org.supportpolicy.internal.source.RuleFile;

/**
 * What is declared or used wrongly is refused at its place, once, with what was probably meant. The cases stand in a file: what is changed,
 * a mark where each problem is, and the problems.
 */
class DeclarationsTest {

    private static final Path DIRECTORY = Path.of("src/test/resources/declarations");
    private static final String MARK = "^";
    private static final long FILES = Long.getLong("supportpolicy.declarations", 12);
    private static final long SPOILT = Long.getLong("supportpolicy.fuzz", 2_000);
    private static final List<String> WORDS = List.of("declare", "enum", "end", "extends", "package", "import", "rule", "@en", "@finding", "@part", "@absent",
            "List<", ">", "Tier", "level", "Ticket", "null", "String", ":", "( \"x\" )");
    private static final String RULES = """
            package org.supportpolicy.rules.urgency;

            import org.supportpolicy.finding.Outage;
            import static org.supportpolicy.rules.Conclude.conclude;

            rule "Nothing is an outage"
                @clause("urgency.level-1-definition")
                @nl("Niets is een storing")
            when
                Outage()
            then
                conclude( kcontext, new Outage() );
            end
            """;

    /** Two files with a mistake, and the problems that are said. */
    private record Case(String title, List<String> files, List<String> problems) {

        static Case of(String text) {
            List<String> files = new ArrayList<>(List.of(text("facts.drl"), text("urgency.drl")));
            List<String> lines = text.lines().toList();
            for (int i = 1; i < lines.size(); i++) {
                if (lines.get(i).startsWith("-")) {
                    change(files, said(lines.get(i)), said(lines.get(i + 1)));
                }
            }
            return new Case(said(lines.get(0)), files, lines.stream().filter(line -> line.startsWith("!")).map(Case::said).toList());
        }

        private static String said(String line) {
            return line.length() < 3 ? "" : line.substring(2).replace("\\n", "\n");
        }

        /** Changes what stands there first. */
        private static void change(List<String> files, String from, String to) {
            int which = files.get(0).contains(from) ? 0 : 1;
            int at = files.get(which).indexOf(from);
            assertThat(at).as(from).isNotNegative();
            files.set(which, files.get(which).substring(0, at) + to + files.get(which).substring(at + from.length()));
        }
    }

    private static String text(String file) {
        try {
            return Files.readString(DIRECTORY.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Problem> problems(String facts, String rules) {
        Draft draft = Draft.read(PolicyFiles.standard().with(List.of(new RuleFile("facts.drl", facts), new RuleFile("urgency.drl", rules))));
        PolicyChecker.check(draft, false);
        return draft.problems(List.of());
    }

    @Test
    void whatIsDeclaredWellIsAccepted() {
        assertThat(problems(text("facts.drl"), text("urgency.drl"))).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> wrongDeclarationsAndUses() {
        List<Case> cases = Stream.of(text("wrong.txt").split("\n\n")).map(Case::of).toList();
        assertThat(cases).hasSizeGreaterThan(60).extracting(Case::title).doesNotHaveDuplicates();
        return cases.stream().map(each -> DynamicTest.dynamicTest(each.title, () -> {
            List<String> places = places(each.files);
            assertThat(places).as("marks").hasSameSizeAs(each.problems);
            List<String> expected = IntStream.range(0, places.size()).mapToObj(i -> places.get(i) + " " + each.problems.get(i)).toList();
            List<Problem> found = problems(each.files.get(0).replace(MARK, ""), each.files.get(1).replace(MARK, ""));
            assertThat(found.stream().map(DeclarationsTest::said)).as(() -> found.toString()).containsExactlyElementsOf(expected);
            assertThat(found).allSatisfy(problem -> assertThat(problem.message()).doesNotContain("null"));
        }));
    }

    /** What is accepted is DRL. Names that only Java knows are among those tried, so some files are refused. */
    @Test
    void whateverIsAcceptedDroolsCompiles() {
        int accepted = 0;
        for (long seed = 0; seed < FILES; seed++) {
            List<String> files = new RandomDeclarations(seed).next();
            if (problems(files.get(0), files.get(1)).stream().allMatch(Problem::isWarning)) {
                accepted++;
                List<RuleFile> written = List.of(new RuleFile("facts.drl", files.get(0)), new RuleFile("urgency.drl", files.get(1)));
                assertThatCode(() -> PlainDrools.compile(written)).as("seed %s%n%s%n%s", seed, files.get(0), files.get(1)).doesNotThrowAnyException();
            }
        }
        assertThat(accepted).isGreaterThan((int) FILES / 3);
    }

    /** Whatever stands in the file of declarations, problems are all that comes of it. */
    @Test
    void spoiltDeclarationsAreSaidToBe() {
        List<String> texts = List.of(text("facts.drl"), text("urgency.drl"));
        for (long seed = 0; seed < SPOILT; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            String spoilt = new Mutator(random, texts, WORDS).spoil(texts.get(0), 1 + random.nextInt(4));
            assertThatCode(() -> problems(spoilt, texts.get(1)).forEach(Problem::toString)).as("seed %s%n%s", seed, spoilt).doesNotThrowAnyException();
        }
    }

    @Test
    void tooMuchIsSaidWhereItBegins() {
        String head = "package org.supportpolicy.rules.facts;\n";
        String choice = "    en : String\n    nl : String\nend\n";
        String many = IntStream.rangeClosed(1, 201).mapToObj(i -> "declare enum E" + i + " A( \"a\", \"b\" );\n" + choice).collect(Collectors.joining());
        assertThat(problems(head + many, RULES)).extracting(DeclarationsTest::said).containsExactly("facts.drl:802:14 SP-D003");
        String constants = IntStream.rangeClosed(1, 201).mapToObj(i -> "A" + i + "( \"a\", \"b\" )").collect(Collectors.joining(",\n"));
        assertThat(problems(head + "declare enum E\n" + constants + ";\n" + choice, RULES)).extracting(DeclarationsTest::said)
                .containsExactly("facts.drl:203:1 SP-D003");
        String components = IntStream.rangeClosed(1, 61).mapToObj(i -> "c" + i + " : Integer @en( \"{0}\" ) @nl( \"{0}\" ) @askEn( \"?\" ) @askNl( \"?\" )\n")
                .collect(Collectors.joining());
        assertThat(problems(head + "declare Wide @en( \"w\" ) @nl( \"b\" )\n" + components + "end\n", RULES)).extracting(DeclarationsTest::said)
                .containsExactly("facts.drl:63:1 SP-D003");
    }

    @Test
    void declarationsInAFileOfAnotherNameAreSaidToStandInTheWrongOne() {
        Draft draft = Draft.read(PolicyFiles.standard().with(List.of(new RuleFile("Facts.drl", text("facts.drl")))));
        PolicyChecker.check(draft, false);
        assertThat(draft.problems(List.of())).extracting(Problem::code).containsExactly("SP-D002");
    }

    private static String said(Problem problem) {
        return problem.source() + ":" + problem.line() + ":" + problem.column() + " " + problem.code()
                + (problem.advice() == null ? "" : " " + problem.advice());
    }

    /** Where the marks stand, as problems tell it. */
    private static List<String> places(List<String> files) {
        List<String> places = new ArrayList<>();
        for (int file = 0; file < files.size(); file++) {
            List<String> lines = files.get(file).lines().toList();
            for (int line = 0; line < lines.size(); line++) {
                for (int at = lines.get(line).indexOf(MARK), before = 0; at >= 0; at = lines.get(line).indexOf(MARK, at + 1), before++) {
                    places.add((file == 0 ? "facts.drl" : "urgency.drl") + ":" + (line + 1) + ":" + (at - before + 1));
                }
            }
        }
        return places;
    }
}
