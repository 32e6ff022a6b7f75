package org.supportpolicy.internal.record;

import java.util.List;
import java.util.Objects;

/** What must be given to a record. */
public final class Given {

    private Given() {}

    /**
     * A copy of a list that must be given, and each of its items too.
     *
     * @param name what the list is called
     * @param item what one of its items is called
     * @throws NullPointerException if it or an item is null, with the name of what is
     */
    public static <T> List<T> list(List<T> list, String name, String item) {
        Objects.requireNonNull(list, () -> "The " + name + " must be given.");
        for (T each : list) {
            if (each == null) {
                throw new NullPointerException("The " + item + " must be given.");
            }
        }
        return List.copyOf(list);
    }
}
