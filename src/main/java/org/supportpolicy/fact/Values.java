package org.supportpolicy.fact;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** Copies of collections in a fixed order, so that equal facts print alike. */
final class Values {

    private Values() {}

    static <T extends Comparable<? super T>> Set<T> sorted(Collection<? extends T> values) {
        return Collections.unmodifiableSet(new TreeSet<>(values));
    }
}
