package org.supportpolicy.internal.record;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that is made when it is first asked for. Two threads may make it at once, and either will do. Thread-safe. */
public final class Lazy<T> {

    private final Supplier<T> make;
    private volatile @Nullable T made;

    /** @param make makes it */
    public Lazy(Supplier<T> make) {
        this.make = make;
    }

    /** What was made. */
    public T get() {
        T found = made;
        if (found == null) {
            found = make.get();
            made = found;
        }
        return found;
    }

    /** What was made; null when nobody asked for it yet. */
    public @Nullable T made() {
        return made;
    }
}
