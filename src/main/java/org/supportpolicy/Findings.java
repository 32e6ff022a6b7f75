package org.supportpolicy;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.supportpolicy.finding.Finding;

/** What the reasons of a decision conclude, in their order, asked for by kind. Immutable and thread-safe. */
final class Findings {

    private final List<Reason> reasons;

    /** Those of reasons that do not change. */
    Findings(List<Reason> reasons) {
        this.reasons = reasons;
    }

    /** All of a kind. */
    <T extends Finding> Set<T> all(Class<T> kind) {
        return reasons.stream().map(Reason::concludes).filter(kind::isInstance).map(kind::cast).collect(Collectors.toUnmodifiableSet());
    }

    /** The one of a kind of which there is one at most. */
    <T extends Finding> Optional<T> any(Class<T> kind) {
        for (int i = 0, end = reasons.size(); i < end; i++) { // every view of a decision goes through them
            Finding finding = reasons.get(i).concludes();
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
        for (int i = 0, end = reasons.size(); i < end; i++) {
            Finding finding = reasons.get(i).concludes();
            if (kind.isInstance(finding)) {
                values.add(value.apply(kind.cast(finding)));
            }
        }
        return Collections.unmodifiableSortedSet(values);
    }
}
