package org.supportpolicy.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.Tripwire;
import org.supportpolicy.internal.engine.RuleEngine;
import org.supportpolicy.internal.source.ClauseBook;
import org.supportpolicy.internal.source.Draft;
import org.supportpolicy.internal.source.Limits;
import org.supportpolicy.internal.source.PolicyFiles;
import org.supportpolicy.internal.source.ReadingBook;
import org.supportpolicy.internal.source.RuleBook;
import org.supportpolicy.internal.source.RuleFile;
import org.supportpolicy.internal.source.RuleReader;
import org.supportpolicy.internal.source.Source;
import org.supportpolicy.model.RandomFactSets;
import org.supportpolicy.verify.Scenario;
import org.supportpolicy.verify.ScenarioSuite;

/**
 * Whatever stands in a file, what is wrong with it is said, at its place and soon, and nothing of it is run. {@code
 * -Dsupportpolicy.fuzz} sets how many rule files are spoilt, and a fourth as many texts and scenario files; {@code
 * -Dsupportpolicy.fuzz.from} the first case, so that one can be tried alone.
 */
class FuzzTest {

    private static final long CASES = Long.getLong("supportpolicy.fuzz", 0);
    private static final long FROM = Long.getLong("supportpolicy.fuzz.from", 0);
    private static final Path CORPUS = Path.of("src/test/resources/corpus");
    private static final Path FAILED = Path.of("target/fuzz");

    private static final long MOST_MILLIS = 1_000;
    /** What is allocated does not hang on how busy the machine is. */
    private static final long MOST_MEGABYTES = 1_000;
    private static final int LONGEST_MESSAGE = 3_000;
    private static final Pattern BREAK = Pattern.compile("[\\n\\r\\u000b\\f\\u0085\\u2028\\u2029]");

    private static final SupportPolicy POLICY = SupportPolicy.standard();
    private static final PolicyFiles STANDARD = PolicyFiles.standard();
    private static final Draft DRAFT = Draft.read(STANDARD);
    private static final List<String> RULES = STANDARD.rules().stream().map(RuleFile::text).toList();
    private static final List<String> TEXTS = STANDARD.texts().stream().map(RuleFile::text).toList();
    private static final Map<String, String> SCENARIOS = scenarios();

    @TempDir
    private Path directory;

    /** What came of a case. */
    private record Outcome(long seed, String text, long millis, long wallMillis, long megabytes, boolean accepted, List<String> codes, List<String> faults) {}

    /** What was found in files, and what could be made of them. */
    private record Found(List<Problem> problems, List<CheckedRule> rules, List<FactSet> facts) {

        boolean isAccepted() {
            return problems.stream().allMatch(Problem::isWarning);
        }
    }

    /** Looks for what is wrong with a text. */
    private interface Finder {
        Found find(String text) throws IOException;
    }

    // ---- the cases

    @Test
    void spoiltRuleFiles() {
        run("rules", CASES > 0 ? CASES : 2_000, seed -> {
            SplittableRandom random = new SplittableRandom(seed);
            RuleFile file = STANDARD.rules().get(random.nextInt(RULES.size()));
            String text = spoilt(random, file.text(), RULES, Attacks.RULE_WORDS, Attacks.RULES);
            return outcome(seed, 3, text, each -> rules(file.name(), each), file.name());
        });
    }

    @Test
    void spoiltTexts() {
        run("texts", CASES > 0 ? Math.max(1, CASES / 4) : 500, seed -> {
            SplittableRandom random = new SplittableRandom(seed);
            int which = random.nextInt(TEXTS.size());
            String text = spoilt(random, TEXTS.get(which), TEXTS, Attacks.TEXT_WORDS, Attacks.TEXTS);
            List<RuleBook> books = random.nextInt(10) == 0 ? DRAFT.books() : List.of(DRAFT.books().get(random.nextInt(RULES.size())));
            return outcome(seed, 3, text, each -> texts(which, each, books), STANDARD.texts().get(which).name());
        });
    }

    @Test
    void spoiltScenarios() {
        run("scenarios", CASES > 0 ? Math.max(1, CASES / 4) : 500, seed -> {
            SplittableRandom random = new SplittableRandom(seed);
            List<String> all = List.copyOf(SCENARIOS.values());
            String text = spoilt(random, all.get(random.nextInt(all.size())), all, Attacks.SCENARIO_WORDS, Attacks.SCENARIOS);
            Path file = directory.resolve("scenarios" + Thread.currentThread().getId() + ".yaml");
            return outcome(seed, 3, new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8), each -> scenarios(Files.writeString(file, each)), file.toString());
        });
    }

    /** One in ten is an attack, alone or beside the rest. */
    private static String spoilt(SplittableRandom random, String text, List<String> others, List<String> words, List<String> attacks) {
        Mutator mutator = new Mutator(random, others, words);
        if (random.nextInt(10) > 0) {
            return mutator.spoil(text, 1 + random.nextInt(5));
        }
        String attack = attacks.get(random.nextInt(attacks.size()));
        String attacked = attack.contains("%CLAUSE%") ? text + attack.replace("%CLAUSE%", firstClause(text)) : mutator.with(text, attack);
        String spoilt = random.nextBoolean() ? attacked : mutator.spoil(attacked, 1 + random.nextInt(4));
        return spoilt.substring(0, Math.min(spoilt.length(), Limits.FILE));
    }

    private static String firstClause(String text) {
        int start = text.indexOf("@clause(\"") + "@clause(\"".length();
        return text.substring(start, text.indexOf('"', start));
    }

    // ---- the corpus

    /** Every text that ever broke something is kept, and tried again. Of a clause text or reading the name begins with that of its file. */
    @TestFactory
    Stream<DynamicTest> theCorpus() {
        return Stream.of(
                corpus("rules", (name, text) -> outcome(0, 100, text, each -> rules(name, each), name)),
                corpus("texts", (name, text) -> {
                    int which = STANDARD.texts().stream().map(RuleFile::name).map(file -> file.substring(file.indexOf('/') + 1)).toList().indexOf(name.replaceAll("-.*", ".md"));
                    return outcome(0, 100, text, each -> texts(which, each, DRAFT.books()), STANDARD.texts().get(which).name());
                }),
                corpus("scenarios", (name, text) -> {
                    Path file = directory.resolve(name);
                    return outcome(0, 100, text, each -> scenarios(Files.writeString(file, each)), file.toString());
                })).flatMap(Collection::stream);
    }

    private static List<DynamicTest> corpus(String kind, BiFunction<String, String, Outcome> check) {
        try (Stream<Path> files = Files.list(CORPUS.resolve(kind))) {
            return files.sorted().map(file -> DynamicTest.dynamicTest(kind + "/" + file.getFileName(),
                    () -> assertThat(check.apply(file.getFileName().toString(), Files.readString(file)).faults).isEmpty())).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Else it would prove nothing that it leaves no mark. */
    @Test
    void theTripwireLeavesItsMark() throws ReflectiveOperationException, IOException {
        URL classes = Tripwire.class.getProtectionDomain().getCodeSource().getLocation();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {classes}, null)) {
            Class.forName(Tripwire.class.getName(), true, loader);
            assertThat(System.getProperty(Tripwire.MARK)).isEqualTo("true");
        } finally {
            System.clearProperty(Tripwire.MARK);
        }
    }

    // ---- what is looked at

    private static Found rules(String name, String text) {
        Draft draft = new Draft(null, List.of(RuleReader.read(new Source(new RuleFile(name, text)))), DRAFT.clauses(), DRAFT.readings(), DRAFT.texts());
        List<CheckedRule> rules = PolicyChecker.check(draft, false);
        return new Found(draft.problems(), rules, List.of());
    }

    private static Found texts(int which, String text, List<RuleBook> books) {
        List<Source> texts = new ArrayList<>(STANDARD.texts().stream().map(Source::new).toList());
        texts.set(which, new Source(new RuleFile(STANDARD.texts().get(which).name(), text)));
        Draft draft = new Draft(null, books.stream().map(book -> new RuleBook(new Source(book.source().file()), book.section(), book.imports(), book.rules(), true)).toList(),
                which < 2 ? ClauseBook.read(texts.get(0), texts.get(1), DRAFT.readings().places().keySet()) : DRAFT.clauses(), which < 2 ? DRAFT.readings() : ReadingBook.read(texts.get(2), texts.get(3)), texts);
        return new Found(problems(draft), List.of(), List.of());
    }

    private static List<Problem> problems(Draft draft) {
        PolicyChecker.check(draft, true);
        return draft.problems();
    }

    private static Found scenarios(Path file) {
        try {
            return new Found(List.of(), List.of(), ScenarioSuite.of(POLICY, file).scenarios().stream().limit(3).map(Scenario::facts).toList());
        } catch (PolicyException e) {
            return new Found(e.problems(), List.of(), List.of());
        }
    }

    // ---- what is held

    private static Outcome outcome(long seed, int factSets, String text, Finder finder, String file) {
        List<String> faults = new ArrayList<>();
        List<String> codes = new ArrayList<>();
        boolean accepted = false;
        long started = System.nanoTime();
        long began = cpu();
        long before = allocated();
        long nanos = 0;
        long bytes = 0;
        try {
            Found found = finder.find(text);
            nanos = cpu() - began;
            bytes = allocated() - before;
            found.problems.forEach(problem -> codes.add(problem.code()));
            faults.addAll(faults(found.problems, file, text));
            if (!finder.find(text).problems.equals(found.problems)) {
                faults.add("the problems are others when the file is looked at again");
            }
            accepted = found.isAccepted();
            if (accepted) {
                began = cpu();
                decide(found, seed, factSets, faults, codes);
                nanos += cpu() - began;
            }
        } catch (Throwable e) {
            faults.add(e + " at " + (e.getStackTrace().length == 0 ? "?" : List.of(e.getStackTrace()).subList(0, Math.min(4, e.getStackTrace().length))));
        }
        if (System.clearProperty(Tripwire.MARK) != null) {
            faults.add("something was run");
        }
        Outcome outcome = new Outcome(seed, text, nanos / 1_000_000, (System.nanoTime() - started) / 1_000_000, bytes >> 20, accepted, codes, faults);
        if (outcome.megabytes > MOST_MEGABYTES || CASES > 0 && outcome.millis > MOST_MILLIS) {
            faults.add("it took too much: ms " + outcome.millis + ", MB " + outcome.megabytes);
        }
        return outcome;
    }

    /** What is wrong with problems themselves. */
    private static List<String> faults(List<Problem> problems, String file, String text) {
        List<String> faults = new ArrayList<>();
        String[] lines = text.split("\r?\n|\r", -1);
        Map<String, Integer> counts = new TreeMap<>();
        Problem former = null;
        for (Problem problem : problems) {
            String source = String.valueOf(problem.source());
            counts.merge(source, 1, Integer::sum);
            if (source.equals(file)) {
                boolean inside = problem.line() >= 1 && problem.line() <= lines.length && problem.column() >= 1 && problem.column() <= lines[problem.line() - 1].length() + 1;
                if (!inside) {
                    faults.add("no such place: " + problem.where());
                }
            }
            if (former != null && source.equals(former.source()) && Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column).compare(former, problem) > 0) {
                faults.add("out of order: " + former.where() + ", " + problem.where());
            }
            Stream.of(problem.message(), problem.said().dutch(), problem.advice() == null ? "-" : problem.advice(), problem.maybe() == null ? "-" : problem.maybe().dutch(),
                    problem.text() == null ? "-" : problem.text() + '-').forEach(said -> {
                        if (said.isBlank() || BREAK.matcher(said).find() || said.length() > LONGEST_MESSAGE) {
                            faults.add(problem.code() + (said.isBlank() ? " says nothing" : said.length() > LONGEST_MESSAGE ? " says too much" : ": breaks its line: " + said));
                        }
                    });
            former = problem;
        }
        counts.forEach((source, count) -> {
            if (count > Limits.PROBLEMS) {
                faults.add("too many problems of " + source + ": " + count);
            }
        });
        return faults;
    }

    /** What was accepted must decide, or say why not. */
    private static void decide(Found found, long seed, int factSets, List<String> faults, List<String> codes) {
        found.facts.forEach(facts -> decided(() -> POLICY.decide(facts), faults, codes));
        RuleEngine engine = new RuleEngine(found.rules);
        RandomFactSets facts = new RandomFactSets(seed);
        for (int i = 0; i < factSets && !found.rules.isEmpty(); i++) {
            decided(() -> engine.conclude(facts.next()), faults, codes);
        }
    }

    private static void decided(Runnable decision, List<String> faults, List<String> codes) {
        try {
            decision.run();
        } catch (PolicyException e) {
            e.problems().forEach(problem -> codes.add(problem.code()));
            boolean told = e.getCause() == null || e.getCause() instanceof DateTimeException || e.getCause() instanceof ArithmeticException;
            if (!told || !e.problems().stream().allMatch(problem -> problem.code().startsWith("SP-R09"))) {
                faults.add("a rule fails: " + e.problems().get(0).message() + " " + e.getCause() + (e.getCause() == null ? "" : " at " + e.getCause().getStackTrace()[0]));
            }
        }
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    // ---- all of them

    private static void run(String kind, long cases, LongFunction<Outcome> trial) {
        long began = System.nanoTime();
        Totals totals = LongStream.range(FROM, FROM + cases).parallel().mapToObj(seed -> named(kind + ' ' + seed, () -> trial.apply(seed)))
                .collect(Totals::new, Totals::add, Totals::add);
        long heap = ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP).mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        System.out.println("Fuzz of " + kind + ": " + totals + ", heap at most " + (heap >> 20) + " MB, s " + (System.nanoTime() - began) / 1_000_000_000);
        if (!totals.failed.isEmpty()) {
            totals.failed.forEach(outcome -> save(kind, outcome));
            throw new AssertionError(totals.failed.size() + " of them fail; they stand in " + FAILED + ":\n" + String.join("\n", totals.failed.stream().limit(40)
                    .map(outcome -> outcome.seed + ": " + outcome.faults.get(0)).toList()));
        }
    }

    /** So that a dump of threads says which case hangs. */
    private static Outcome named(String name, Supplier<Outcome> trial) {
        String before = Thread.currentThread().getName();
        Thread.currentThread().setName(name);
        try {
            return trial.get();
        } finally {
            Thread.currentThread().setName(before);
        }
    }

    private static void save(String kind, Outcome outcome) {
        try {
            Files.createDirectories(FAILED);
            Files.write(FAILED.resolve(kind + "-" + outcome.seed), outcome.text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> scenarios() {
        Map<String, String> files = new LinkedHashMap<>();
        PolicyFiles.library(Locale.ENGLISH).forEach((name, text) -> {
            if (name.endsWith(".yaml")) {
                files.put(name, text);
            }
        });
        return files;
    }

    /** The figures of many cases. */
    private static final class Totals {
        private long cases;
        private long accepted;
        private final Map<String, Long> codes = new TreeMap<>();
        private Outcome slowest = new Outcome(-1, "", -1, -1, -1, false, List.of(), List.of());
        private Outcome largest = slowest;
        private long longest;
        private final List<Outcome> failed = new ArrayList<>();

        void add(Outcome outcome) {
            cases++;
            accepted += outcome.accepted ? 1 : 0;
            outcome.codes.forEach(code -> codes.merge(code, 1L, Long::sum));
            slowest = outcome.millis > slowest.millis ? outcome : slowest;
            longest = Math.max(longest, outcome.wallMillis);
            largest = outcome.megabytes > largest.megabytes ? outcome : largest;
            if (!outcome.faults.isEmpty() && failed.size() < 200) {
                failed.add(outcome);
            }
        }

        void add(Totals other) {
            cases += other.cases;
            accepted += other.accepted;
            other.codes.forEach((code, count) -> codes.merge(code, count, Long::sum));
            slowest = other.slowest.millis > slowest.millis ? other.slowest : slowest;
            longest = Math.max(longest, other.longest);
            largest = other.largest.megabytes > largest.megabytes ? other.largest : largest;
            failed.addAll(other.failed);
        }

        @Override
        public String toString() {
            return "cases " + cases + ", accepted " + accepted + ", failed " + failed.size() + ", slowest " + slowest.millis + " ms of the processor (case " + slowest.seed + "), " + longest
                    + " ms by the clock with all that is held, largest " + largest.megabytes
                    + " MB (case " + largest.seed + "), problems " + codes;
        }
    }
}
