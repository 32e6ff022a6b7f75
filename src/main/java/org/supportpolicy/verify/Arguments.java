package org.supportpolicy.verify;

import java.util.List;
import java.util.Objects;

/** Arguments of which there may be any number. */
final class Arguments {

    private Arguments() {}

    /**
     * All of them.
     *
     * @param name what one of them is called
     * @throws NullPointerException if one of them is null
     */
    static <T> List<T> given(T[] values, String name) {
        String must = "The " + name + " must be given.";
        for (T value : Objects.requireNonNull(values, must)) {
            Objects.requireNonNull(value, must);
        }
        return List.of(values);
    }
}
