package org.supportpolicy.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.supportpolicy.Decision;
import org.supportpolicy.PolicyException;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.model.RandomFactSets;

/**
 * Fact sets and calendars gone wrong: whatever is made of one, it is refused with its problems or decided, written, explained and read
 * back. A short turn in each build; {@code -Dsupportpolicy.inputs=N} takes more, {@code -Dsupportpolicy.seed=N} others.
 */
class FactSetFuzzTest {

    private static final SupportPolicy POLICY = SupportPolicy.standard();
    private static final FactSetReader READER = new FactSetReader();
    private static final FactSetWriter FACTS = new FactSetWriter();
    private static final DecisionWriter DECISIONS = new DecisionWriter();
    private static final Locale DUTCH = Locale.forLanguageTag("nl");
    private static final Pattern TOKEN = Pattern.compile("\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"|[-+.0-9eE]+|[a-z]+|.", Pattern.DOTALL);
    private static final Path CORPUS = Path.of("src/test/resources/corpus/facts");
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int HUGE = 12_000;
    private static final int SHOWN = 2_000;

    /** What takes the place of a token: values at their ends, other kinds, and texts that are no text. */
    private static final List<String> ODD = List.of("\"+999999999-12-31T23:59:59.999999999Z\"", "\"-999999999-01-01T00:00:00+18:00\"", "\"1899-12-31T23:59:59Z\"",
            "\"1900-01-01T00:00:00Z\"", "\"2999-12-31T23:59:59.999999999Z\"", "\"3000-01-01T00:00:00Z\"", "\"2026-03-29T02:30:00+01:00\"", "\"2024-02-29T23:59:60Z\"",
            "\"0000-00-00\"", "\"2025-02-29\"", "\"2999-12-31\"", "\"1900-01-01\"", "\"9999-12-31\"", "\"PT87600H\"", "\"PT87673H\"", "\"PT0S\"", "\"PT-1S\"", "\"PT-9223372036854775808S\"", "\"PT9223372036854775807S\"",
            "\"PT0.000000001S\"", "\"P100Y\"", "\"P2147483647Y2147483647M2147483647D\"", "\"P-1D\"", "\"P-2147483648Y2147483647D\"", "\"P0D\"", "\"UTC\"", "\"+18:00\"", "\"Pacific/Apia\"", "\"Asia/Manila\"", "\"Etc/Unknown\"",
            "\"00:00\"", "\"24:00\"", "\"00:00:00\"", "\"23:59:59.999999999\"", "\"09:00\"", "0", "-0", "1", "4", "5", "-1", "2147483647", "2147483648", "-2147483649", "1e400", "1.0", "0.1e-9",
            "1".repeat(1_001), "true", "false", "null", "\"\"", "\" \"", "\"\\u0000\\u001b\\u202e\"", "\"\\ud83d\"", "\"\\ude00\\ud83d\"", "\"\\ud83d\\ude00\"", "\"\ud83d\"", "\"\ud83d\ude00\"",
            "\"\u0662\"", "\"+2\"", "\"01\"", "\"1\"", "\"9\"", "\"CLOSED\"", "\"MISSING_UPDATE\"", "\"RESOLVED\"", "\"type\"", "\"asOf\"", "\"causes\"", "\"ticket\"", "\"earlierEdition\"", "{}", "[]", "[[]]",
            "[null]", "[{}]", "{\"from\":\"2026-01-01T00:00:00Z\"}", "[\"09:00\",\"17:00\"]", "\"" + "x".repeat(100_001) + "\"", "\"" + "x".repeat(70) + "\ud83d\ude00\"", "NaN", "'", "/*", "\ufeff");
    /** A kind of value, and others of it. */
    private static final List<List<String>> KINDS = List.of(
            List.of("\"\\d{4}-[^\"]*T[^\"]*Z\"", "\"1900-01-01T00:00:00Z\"", "\"2999-12-31T23:59:59.999999999Z\"", "\"1916-04-30T23:00:00+00:20\"", "\"2026-03-29T02:30:00+01:00\"",
                    "\"2025-10-26T02:30:00+02:00\"", "\"2011-12-30T09:59:59.999999999Z\"", "\"2500-02-28T24:00:00Z\"", "\"2400-02-29T00:00:00-18:00\""),
            List.of("\"\\d{4}-\\d\\d-\\d\\d\"", "\"1900-01-01\"", "\"2999-12-31\"", "\"2400-02-29\"", "\"2011-12-30\"", "null"),
            List.of("\"PT[^\"]*\"", "\"PT0.000000001S\"", "\"PT87600H\"", "\"P3652D\"", "\"PT1H\""),
            List.of("\"P\\d+D\"", "\"P100Y\"", "\"P0D\"", "\"P1200M\"", "\"P36525D\""),
            List.of("\"[A-Z][a-z]+/[A-Za-z_]+\"", "\"Pacific/Apia\"", "\"Asia/Manila\"", "\"Africa/Casablanca\"", "\"+18:00\"", "\"America/Adak\"", "\"Antarctica/Troll\"", "null"),
            List.of("\\[\"\\d\\d:\\d\\d\",\"\\d\\d:\\d\\d\"]", "[\"00:00\",\"24:00\"]", "[\"02:30\",\"02:31\"]", "[\"00:00\",\"00:00:00.000000001\"]", "[\"23:59:59.999999999\",\"24:00\"]"),
            List.of("true|false", "null", "true", "false"),
            List.of("(?<=:)\\d+", "0", "1", "4", "2147483647", "null"),
            List.of("(?<=:)\"[A-Z_]+\"", "null"),
            List.of("(?<=(number|subject|serverUrl)\":)\"[^\"]*\"", "\"\\u0000\\u001b[31m\\u202e\"", "\"" + "x".repeat(58) + "\ud83d\ude00\ud83d\ude00\"", "\"\\ud83d\\ude00\"", "\"" + "y".repeat(100_000) + "\"", "\" \""),
            List.of("\\{\"from\"[^}]*}", "{\"from\":\"1900-01-01T00:00:00Z\"}", "{\"from\":\"1900-01-01T00:00:00Z\",\"to\":\"2999-12-31T23:59:59Z\"}", "{\"from\":\"2020-01-01T00:00:00Z\",\"to\":\"2020-01-01T00:00:00Z\"}",
                    "{\"from\":\"2026-01-01T00:00:00Z\",\"to\":\"2026-01-02T00:00:00Z\"},".repeat(9_000) + "{\"from\":\"2026-01-01T00:00:00Z\",\"to\":null}"));
    private static final String CHARACTERS = "{}[]:,\"\\ \n\r\t\u0000\u001b\u007f\u2028\ufeff0123456789eE+-.TZPxnull\ud83d\ude00";

    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicReference<Took> slowest = new AtomicReference<>(new Took(0, 0, 0));

    /** What a case took: of the processor, and by the clock while others were at work beside it. */
    private record Took(long seed, long processorNanos, long nanos) {}

    @Test
    void whateverComesIsRefusedOrDecided() {
        long seed = Long.getLong("supportpolicy.seed", 20260310L);
        long cases = Long.getLong("supportpolicy.inputs", 1_500L);
        LongStream.range(seed, seed + cases).parallel().forEach(each -> check(each, document(each)));
        Took took = slowest.get();
        System.out.println("Fuzz: seed " + seed + ", " + cases + " cases, " + accepted + " accepted, slowest " + took.processorNanos / 1_000_000 + " ms of the processor, "
                + took.nanos / 1_000_000 + " ms by the clock (seed " + took.seed + "), in a heap of " + (Runtime.getRuntime().maxMemory() >> 20) + " MB");
        assertThat(failures).isEmpty();
        assertThat(accepted.get()).isBetween(cases / 8, cases);
    }

    /** Every fact set that ever broke something is kept, and tried again. */
    @TestFactory
    Stream<DynamicTest> theCorpus() throws IOException {
        try (Stream<Path> files = Files.list(CORPUS)) {
            return files.sorted().toList().stream().map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                check(0, Files.readString(file));
                assertThat(failures).isEmpty();
            }));
        }
    }

    private void check(long seed, String json) {
        long start = System.nanoTime();
        long processor = THREADS.getCurrentThreadCpuTime();
        try {
            FactSet facts = READER.read("fuzz", json);
            accepted.incrementAndGet();
            use(facts);
        } catch (PolicyException e) {
            if (e.getMessage().isEmpty() || e.message(DUTCH).isEmpty() || e.problems().stream().anyMatch(problem -> !problem.code().startsWith("SP-I"))) {
                fail(seed, json, e);
            }
        } catch (Throwable e) {
            fail(seed, json, e);
        }
        Took took = new Took(seed, THREADS.getCurrentThreadCpuTime() - processor, System.nanoTime() - start);
        slowest.accumulateAndGet(took, (one, other) -> one.processorNanos >= other.processorNanos ? one : other);
    }

    private static void use(FactSet facts) {
        Decision decision = POLICY.decide(facts);
        decision.explain(Locale.ENGLISH);
        decision.explain(DUTCH);
        if ((decision.letter(Locale.ENGLISH) + decision.letter(DUTCH)).chars().anyMatch(Character::isISOControl)) {
            throw new AssertionError("A letter has nothing that a terminal obeys.");
        }
        Object number = DecisionTree.of(decision).get("ticket");
        if (!decision.ticket().equals(java.util.Optional.ofNullable(number))) {
            throw new AssertionError("The ticket came back as " + number);
        }
        String written = new String(DECISIONS.writeUtf8(decision), StandardCharsets.UTF_8);
        if (written.indexOf('\n') >= 0) {
            throw new AssertionError("A decision takes one line.");
        }
        FactSet again = READER.read("written", FACTS.write(facts));
        if (!again.asOf().equals(facts.asOf()) || !new HashSet<>(again.facts()).equals(new HashSet<>(facts.facts())) || !again.causes().equals(facts.causes())) {
            throw new AssertionError("The facts came back as " + again);
        }
    }

    private void fail(long seed, String json, Throwable e) {
        String where = e.getStackTrace().length == 0 ? "" : " at " + e.getStackTrace()[0];
        failures.add("seed " + seed + ": " + e + where + "\n" + (json.length() > SHOWN ? json.substring(0, SHOWN) + "…" : json));
    }

    /** The fact set of a seed, and what has become of it. */
    private static String document(long seed) {
        long mixed = seed * 0x9e3779b97f4a7c15L; // seeds in a row would begin alike
        Random random = new Random(mixed);
        boolean calendar = random.nextInt(8) == 0;
        String json = calendar ? RandomCalendars.next(random) : FACTS.write(new RandomFactSets(mixed).next());
        if (calendar && random.nextBoolean()) {
            return json;
        }
        boolean mild = random.nextBoolean();
        for (int changes = random.nextInt(4); changes >= 0; changes--) {
            json = mild ? legal(json, random) : random.nextInt(4) == 0 ? characters(json, random) : tokens(json, random);
        }
        return json;
    }

    /** Puts another value of its kind in the place of one: far, near, at the same instant, or unknown. */
    private static String legal(String json, Random random) {
        List<String> pool = KINDS.get(random.nextInt(KINDS.size()));
        List<MatchResult> places = Pattern.compile(pool.get(0)).matcher(json).results().toList();
        if (places.isEmpty()) {
            return json;
        }
        MatchResult place = places.get(random.nextInt(places.size()));
        return json.substring(0, place.start()) + pool.get(1 + random.nextInt(pool.size() - 1)) + json.substring(place.end());
    }

    private static String characters(String json, Random random) {
        StringBuilder text = new StringBuilder(json);
        int at = random.nextInt(json.length() + 1);
        char other = CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
        switch (random.nextInt(4)) {
            case 0 -> text.insert(at, other);
            case 1 -> text.replace(at, Math.min(json.length(), at + 1), String.valueOf(other));
            case 2 -> text.delete(at, Math.min(json.length(), at + 1 + random.nextInt(9)));
            default -> text.setLength(random.nextInt(8) == 0 ? at : json.length());
        }
        return text.toString();
    }

    private static String tokens(String json, Random random) {
        List<String> tokens = new ArrayList<>();
        for (Matcher token = TOKEN.matcher(json); token.find();) {
            tokens.add(token.group());
        }
        if (tokens.isEmpty()) {
            return ODD.get(random.nextInt(ODD.size()));
        }
        int at = random.nextInt(tokens.size());
        switch (random.nextInt(16)) {
            case 0 -> tokens.remove(at);
            case 1 -> tokens.add(at, tokens.get(random.nextInt(tokens.size())));
            case 2 -> tokens.set(at, tokens.get(random.nextInt(tokens.size())));
            case 3 -> tokens.set(at, "[".repeat(1 + random.nextInt(60)));
            case 4 -> tokens.set(at, "{\"desk\":".repeat(1 + random.nextInt(60)));
            case 5 -> member(tokens, at, random);
            case 6 -> huge(tokens, at, random);
            default -> value(tokens, at, random);
        }
        return String.join("", tokens);
    }

    /** Puts an odd value in the place of a text, number or word. */
    private static void value(List<String> tokens, int from, Random random) {
        for (int at = from; at < tokens.size(); at++) {
            boolean isKey = at + 1 < tokens.size() && tokens.get(at + 1).equals(":");
            if (tokens.get(at).length() > 1 && (!isKey || random.nextInt(12) == 0)) {
                tokens.set(at, ODD.get(random.nextInt(ODD.size())));
                return;
            }
        }
    }

    /** Says a member again, with its value, one token of it or an odd one. */
    private static void member(List<String> tokens, int from, Random random) {
        int at = tokens.subList(from, tokens.size()).indexOf(":") + from;
        if (at > 0 && at + 1 < tokens.size()) {
            String key = random.nextInt(3) == 0 ? "\"" + Integer.toString(random.nextInt(99), 36) + "\"" : tokens.get(at - 1);
            tokens.add(at - 1, key + ":" + (random.nextBoolean() ? tokens.get(at + 1) : ODD.get(random.nextInt(ODD.size()))) + ",");
        }
    }

    /** Makes a list of its first item, or of an odd one, many times over. */
    private static void huge(List<String> tokens, int from, Random random) {
        int at = tokens.subList(from, tokens.size()).indexOf("[") + from;
        if (at >= 0 && tokens.get(at).equals("[") && at + 1 < tokens.size()) {
            int end = tokens.subList(at, tokens.size()).indexOf("]") + at;
            String item = random.nextInt(3) > 0 && end > at ? String.join("", tokens.subList(at + 1, end)) : ODD.get(random.nextInt(ODD.size()));
            int most = item.length() > 1_000 ? 3 : random.nextInt(20) == 0 ? HUGE : 120;
            tokens.set(at, "[" + (item + ",").repeat(item.isEmpty() ? 0 : random.nextInt(most)));
        }
    }
}
