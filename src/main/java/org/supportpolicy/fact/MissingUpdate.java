package org.supportpolicy.fact;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A release, update or patch that the vendor provided and that was not applied.
 *
 * @param kind what was provided
 * @param availableOn the day on which it became available
 * @param problemAroseOn the day on which the problem arose
 * @param applied whether it was applied
 * @param couldHavePrevented whether it could have prevented the problem
 * @param causedProblem whether leaving it out is established as the cause
 */
@RecordBuilder
@AbsentMeansNone
public record MissingUpdate(
        @Nullable UpdateKind kind,
        @Nullable LocalDate availableOn,
        @Nullable LocalDate problemAroseOn,
        @Nullable Boolean applied,
        @Nullable Boolean couldHavePrevented,
        @Nullable Boolean causedProblem) implements Cause {

    /**
     * Checks the components.
     *
     * @throws BadFactException if an instant or a date does not lie in the years of facts
     */
    public MissingUpdate {
        Check.of("missingUpdate").day("availableOn", availableOn).day("problemAroseOn", problemAroseOn).done();
    }

    /** Starts a builder in which every component is unknown. */
    public static MissingUpdateBuilder builder() {
        return MissingUpdateBuilder.builder();
    }

    @Override
    public MissingUpdate asKnownAt(AsOf now) {
        Objects.requireNonNull(now, "The now must be given.");
        return now.isPast(availableOn) && now.isPast(problemAroseOn) ? this
                : new MissingUpdate(kind, now.past(availableOn), now.past(problemAroseOn), applied,
                couldHavePrevented, causedProblem);
    }
}
