package org.supportpolicy;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/** The order in which a desk takes tickets up. */
final class QueueOrder {

    private static final Comparator<Decision> PLACES = Comparator
            .<Decision>comparingInt(decision -> decision.queue().urgency().orElse(Integer.MAX_VALUE))
            .thenComparing(decision -> decision.queue().precedence().orElse(Integer.MAX_VALUE))
            .thenComparing(decision -> !decision.queue().certified().orElse(false))
            .thenComparing(decision -> decision.createdAt().orElse(Instant.MAX))
            .thenComparing(Decision::ticket, QueueOrder::knownFirst);

    static final Comparator<Decision> ORDER = (one, other) -> PLACES.compare(
            Objects.requireNonNull(one, "The decision must be given."), Objects.requireNonNull(other, "The decision must be given."));

    private QueueOrder() {}

    private static int knownFirst(Optional<String> one, Optional<String> other) {
        return one.isPresent() && other.isPresent() ? one.get().compareTo(other.get())
                : Boolean.compare(one.isEmpty(), other.isEmpty());
    }
}
