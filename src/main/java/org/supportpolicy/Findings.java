package org.supportpolicy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.supportpolicy.finding.Finding;

/** What the reasons of a decision conclude, in their order, asked for by kind. Immutable and thread-safe. */
final class Findings {

    /** An array for speed: every view of a decision goes through it. */
    private final Finding[] found;

    private Findings(Finding[] found) {
        this.found = found;
    }

    static Findings of(List<Reason> reasons) {
        Finding[] found = new Finding[reasons.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = reasons.get(i).concludes();
        }
        return new Findings(found);
    }

    /** All of a kind. */
    <T extends Finding> Set<T> all(Class<T> kind) {
        return Stream.of(found).filter(kind::isInstance).map(kind::cast).collect(Collectors.toUnmodifiableSet());
    }

    /** The one of a kind of which there is one at most. */
    <T extends Finding> Optional<T> any(Class<T> kind) {
        for (Finding finding : found) {
            if (kind.isInstance(finding)) {
                return Optional.of(kind.cast(finding));
            }
        }
        return Optional.empty();
    }

    /** All of a kind, in their order. */
    <T extends Finding & Comparable<T>> SortedSet<T> values(Class<T> kind) {
        return sorted(kind, Function.identity());
    }

    /** What those of a kind say. */
    <T extends Finding, V extends Comparable<V>> SortedSet<V> sorted(Class<T> kind, Function<T, V> value) {
        SortedSet<V> values = new TreeSet<>();
        for (Finding finding : found) {
            if (kind.isInstance(finding)) {
                values.add(value.apply(kind.cast(finding)));
            }
        }
        return Collections.unmodifiableSortedSet(values);
    }

    /** Whether the other has equal findings in the same order. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Findings that && Arrays.equals(found, that.found);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(found);
    }
}
