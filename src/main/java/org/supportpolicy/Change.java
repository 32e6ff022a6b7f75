package org.supportpolicy;

import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A change of a decision at an instant at which no fact changes. Immutable and thread-safe.
 *
 * @param before the decision until then
 * @param after the decision from then on
 */
public record Change(Decision before, Decision after) {

    /** Checks that all is given. */
    public Change {
        Objects.requireNonNull(before, "The before must be given.");
        Objects.requireNonNull(after, "The after must be given.");
    }

    /** The first instant at which the decision is another. */
    public Instant at() {
        return after.asOf();
    }

    /** The keys of the sections that change, such as {@code lifecycle}, in the order in which a decision has them. */
    public List<String> sections() {
        return SectionViews.differing(before, after);
    }

    /** The reasons that come or go: what a rule concludes in one of the decisions only. */
    public List<Reason> reasons() {
        return Stream.concat(others(before, after), others(after, before)).toList();
    }

    /** The ids of the clauses whose reasons come or go, sorted. */
    public SortedSet<String> clauses() {
        return sorted(Reason::clause);
    }

    /** The ids of the rules whose reasons come or go, sorted. */
    public SortedSet<String> rules() {
        return sorted(reason -> reason.rule().id());
    }

    private SortedSet<String> sorted(Function<Reason, String> what) {
        return Collections.unmodifiableSortedSet(reasons().stream().map(what).collect(Collectors.toCollection(TreeSet::new)));
    }

    private static Stream<Reason> others(Decision one, Decision other) {
        Set<List<Object>> conclusions = new HashSet<>();
        other.reasons().forEach(reason -> conclusions.add(conclusion(reason)));
        return one.reasons().stream().filter(reason -> !conclusions.contains(conclusion(reason)));
    }

    private static List<Object> conclusion(Reason reason) {
        return List.of(reason.rule().name(), reason.concludes());
    }
}
