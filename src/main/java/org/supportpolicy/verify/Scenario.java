package org.supportpolicy.verify;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.Decision;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;
import org.supportpolicy.Reason;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.Timeline;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.internal.words.ProblemTexts;
import org.supportpolicy.internal.words.Words;
import org.supportpolicy.json.DecisionTree;

/** A case of a scenario file: facts, and what is to be decided from them. Immutable and thread-safe. */
public final class Scenario {

    private final String title;
    private final String sentence;
    private final Path file;
    private final int line;
    private final FactSet facts;
    private final Item expected;

    /**
     * Makes a case.
     *
     * @param title its sentence, with the values of its row
     * @param sentence its sentence alone
     * @param file the file it stands in
     * @param line the line on which it, or its row, begins
     * @param facts what is given
     * @param expected the whole scenario, of which the keys that expect something count
     */
    Scenario(String title, String sentence, Path file, int line, FactSet facts, Item expected) {
        this.title = title;
        this.sentence = sentence;
        this.file = file;
        this.line = line;
        this.facts = facts;
        this.expected = expected;
    }

    /** The sentence of the scenario, and the values of the row for one of a table. */
    public String title() {
        return title;
    }

    /** The sentence of the scenario, which all rows of a table share. */
    public String sentence() {
        return sentence;
    }

    /** The file it stands in. */
    public Path file() {
        return file;
    }

    /** The line on which it, or its row, begins, from 1. */
    public int line() {
        return line;
    }

    /** The place in the form test frameworks understand. */
    public URI uri() {
        return URI.create(file.toUri() + "?line=" + line);
    }

    /** What is given. */
    public FactSet facts() {
        return facts;
    }

    /**
     * Decides and compares.
     *
     * @throws AssertionError if the decision is not as expected: what was expected, what was decided, and why
     */
    public void verify(SupportPolicy policy) {
        failure(policy, Locale.ENGLISH).ifPresent(failure -> {
            throw new AssertionError(failure);
        });
    }

    /**
     * What is not as expected of a scenario.
     *
     * @param said the place and the title, then what was expected and what was decided
     * @param explanation why it was decided so; the same for scenarios with the same decision
     */
    public record Unexpected(String said, String explanation) {

        /** Checks that all is given. */
        public Unexpected {
            Objects.requireNonNull(said, "The said must be given.");
            Objects.requireNonNull(explanation, "The explanation must be given.");
        }

        /** All of it. */
        @Override
        public String toString() {
            return said + "\n\n" + explanation;
        }
    }

    /**
     * Decides, compares, and says what is not as expected: what was expected, what was decided, and why; empty when all is.
     *
     * @param locale Dutch for Dutch, any other for English
     * @throws PolicyException if the policy cannot decide the ticket
     */
    public Optional<String> failure(SupportPolicy policy, Locale locale) {
        return unexpected(policy, locale).map(Unexpected::toString);
    }

    /**
     * The same in its parts.
     *
     * @param locale Dutch for Dutch, any other for English
     * @throws PolicyException if the policy cannot decide the ticket
     */
    public Optional<Unexpected> unexpected(SupportPolicy policy, Locale locale) {
        Objects.requireNonNull(policy, "The policy must be given.");
        Objects.requireNonNull(locale, "The locale must be given.");
        Decision decision = policy.decide(facts);
        List<Difference> differences = differences(decision, policy);
        return differences.isEmpty() ? Optional.empty() : Optional.of(new Unexpected(Failure.text(
                ProblemTexts.said("scenario", file, line, title).in(locale), said(differences), locale), decision.explain(locale)));
    }

    /** Where a decision is not as expected, each with what was expected and what was decided; none when it is. */
    public List<String> differences(Decision decision) {
        Objects.requireNonNull(decision, "The decision must be given.");
        return said(compare(decision)).stream().map(Problem.Said::english).toList();
    }

    /** The clauses on which the answers that are expected rest in a decision, at whatever depth, in the order of their ids. */
    public Set<String> clauses(Decision decision) {
        Objects.requireNonNull(decision, "The decision must be given.");
        return Grounds.clauses(decision, Grounds.expected(decision, expected));
    }

    /**
     * The same of a policy that decided so, what happens if nobody acts included, each said in Dutch for a Dutch locale and in English for
     * any other.
     */
    public List<String> differences(Decision decision, SupportPolicy policy, Locale locale) {
        Objects.requireNonNull(decision, "The decision must be given.");
        Objects.requireNonNull(policy, "The policy must be given.");
        Objects.requireNonNull(locale, "The locale must be given.");
        return said(differences(decision, policy)).stream().map(difference -> difference.in(locale)).toList();
    }

    /**
     * Decides, compares, and says what was decided instead of what was expected, such as {@code lifecycle.state CLOSED}; none when all is
     * as expected.
     *
     * @throws PolicyException if the policy cannot decide the ticket
     */
    public List<Problem.Said> decidedInstead(SupportPolicy policy) {
        Objects.requireNonNull(policy, "The policy must be given.");
        return differences(policy.decide(facts), policy).stream().map(Difference::decided).toList();
    }

    private List<Difference> differences(Decision decision, SupportPolicy policy) {
        List<Difference> differences = compare(decision);
        outlook(policy, differences);
        return differences;
    }

    /** The clauses that it names: those on which the decision must rest, and those that must be silent, in the order of their ids. */
    public Set<String> named() {
        return Stream.of("because", "silent").map(this::clauses).flatMap(List::stream).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The clauses that it is about: those that it names, and those whose rules conclude what it expects to be there. */
    public Set<String> subjects(Decision decision) {
        Set<Finding> there = Grounds.there(Objects.requireNonNull(decision, "The decision must be given."), expected);
        Set<String> subjects = named();
        decision.reasons().stream().filter(reason -> there.contains(reason.concludes())).map(Reason::clause).forEach(subjects::add);
        return subjects;
    }

    private static List<Problem.Said> said(List<Difference> differences) {
        return differences.stream().map(Difference::said).toList();
    }

    private List<Difference> compare(Decision decision) {
        List<Difference> differences = new ArrayList<>();
        List<String> asked = Stream.of("expect", "includes", "excludes").flatMap(key -> expected.member(key).members().keySet().stream())
                .toList();
        Map<String, Object> actual = DecisionTree.of(decision, asked);
        expected.member("expect").members().forEach((key, item) -> differ(key, item.plain(), actual.get(key), differences));
        elements("includes", true, actual, differences);
        elements("excludes", false, actual, differences);
        because(decision, differences);
        Set<String> concluding = decision.reasons().stream().map(Reason::clause).collect(Collectors.toSet());
        clauses("silent").stream().filter(concluding::contains)
                .map(clause -> new Difference(ProblemTexts.said("silent", clause), ProblemTexts.said("not-silent", clause)))
                .forEach(differences::add);
        return differences;
    }

    /** Compares what happens if nobody acts, stretch by stretch: in what is expected of each, and in where it ends. */
    private void outlook(SupportPolicy policy, List<Difference> differences) {
        List<Item> stretches = expected.member("outlook").items();
        if (stretches.isEmpty()) {
            return;
        }
        List<Timeline.Segment> segments = policy.timeline(facts).segments();
        for (int i = 0; i < Math.max(stretches.size(), segments.size()); i++) {
            String path = "outlook[" + i + "]";
            Map<String, Object> actual = i < segments.size() ? stretch(segments.get(i)) : Map.of();
            Map<String, Object> wanted = i < stretches.size() ? plain(stretches.get(i)) : new TreeMap<>();
            wanted.putIfAbsent("until", null); // a stretch without an end is the last
            wanted.forEach((key, value) -> differ(path + "." + key, value, actual.get(key), differences));
        }
    }

    private static Map<String, Object> plain(Item map) {
        Map<String, Object> plain = new TreeMap<>();
        map.members().forEach((key, member) -> plain.put(key, member.plain()));
        return plain;
    }

    /** The sections of a stretch, and its end. */
    private static Map<String, Object> stretch(Timeline.Segment segment) {
        Map<String, Object> stretch = DecisionTree.of(segment.decision());
        segment.end().ifPresent(end -> stretch.put("until", Words.instant(end, segment.decision().zone())));
        return stretch;
    }

    private void because(Decision decision, List<Difference> differences) {
        List<String> clauses = clauses("because");
        if (clauses.isEmpty()) {
            return;
        }
        Set<String> cited = Grounds.clauses(decision, Grounds.expected(decision, expected));
        Problem.Said actual = ProblemTexts.said("because", String.join(", ", cited));
        clauses.stream().filter(clause -> !cited.contains(clause))
                .map(clause -> new Difference(ProblemTexts.said("because", clause), actual)).forEach(differences::add);
    }

    private List<String> clauses(String key) {
        return expected.member(key).items().stream().map(item -> String.valueOf(item.value())).toList();
    }

    private void elements(String key, boolean wanted, Map<?, ?> actual, List<Difference> differences) {
        expected.member(key).members().forEach((section, elements) -> elements.items().stream().map(Item::plain)
                .filter(element -> wanted != (actual.get(section) instanceof List<?> all
                        && all.stream().anyMatch(one -> fits(element, one))))
                .map(element -> new Difference(section + " " + key + " " + element, section + " " + actual.get(section)))
                .forEach(differences::add));
    }

    /** Whether a value is as expected, a map in the keys that are expected of it. */
    static boolean fits(@Nullable Object expected, @Nullable Object actual) {
        return expected instanceof Map<?, ?> members
                ? actual instanceof Map<?, ?> map
                        && members.entrySet().stream().allMatch(member -> fits(member.getValue(), map.get(member.getKey())))
                : Objects.equals(expected, actual);
    }

    private static void differ(String path, @Nullable Object expected, @Nullable Object actual, List<Difference> differences) {
        if (expected instanceof Map<?, ?> members) {
            members.forEach((key, value) -> differ(path + "." + key, value, actual instanceof Map<?, ?> map ? map.get(key)
                    : null, differences));
        } else if (!Objects.equals(expected, actual)) {
            differences.add(new Difference(said(path, expected), said(path, actual)));
        }
    }

    private static Object said(String path, @Nullable Object value) {
        return value == null ? ProblemTexts.said("absent", path) : path + " " + value;
    }

    /** The place and the title. */
    @Override
    public String toString() {
        return file.getFileName() + ":" + line + "  " + title;
    }
}
