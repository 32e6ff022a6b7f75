package org.supportpolicy;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that is made when it is first asked for. Two threads may make it at once, and either will do. Thread-safe. */
final class Lazy<T> {

    private final Supplier<T> make;
    private volatile @Nullable T made;

    Lazy(Supplier<T> make) {
        this.make = make;
    }

    T get() {
        T found = made;
        if (found == null) {
            found = make.get();
            made = found;
        }
        return found;
    }
}
