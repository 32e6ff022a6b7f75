package org.supportpolicy.fact;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request of the customer for more priority.
 *
 * @param requestedAt when it was made
 * @param form what was asked for
 * @param channel how it was asked
 */
@RecordBuilder
@AbsentMeansNone
public record Escalation(
        @Nullable Instant requestedAt,
        @Nullable EscalationForm form,
        @Nullable EscalationChannel channel) implements Fact {

    /**
     * Checks the components.
     *
     * @throws BadFactException if an instant or a date does not lie in the years of facts
     */
    public Escalation {
        Check.of("escalation").instant("requestedAt", requestedAt).done();
    }

    /** Starts a builder in which every component is unknown. */
    public static EscalationBuilder builder() {
        return EscalationBuilder.builder();
    }

    @Override
    public Escalation asKnownAt(AsOf now) {
        Objects.requireNonNull(now, "The now must be given.");
        return now.isPast(requestedAt) ? this
                : new Escalation(now.past(requestedAt), form, channel);
    }
}
