package org.supportpolicy.fact;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * An activity that needs an adjustment of the system or planned downtime.
 *
 * @param approvedByAuthorisedContact whether an authorised contact approved it
 * @param bySupportStaffAuthorised whether authorised support staff carries it out
 */
@RecordBuilder
@AbsentMeansNone
public record SystemChange(
        @Nullable Boolean approvedByAuthorisedContact,
        @Nullable Boolean bySupportStaffAuthorised) implements Fact {

    /** Starts a builder in which every component is unknown. */
    public static SystemChangeBuilder builder() {
        return SystemChangeBuilder.builder();
    }
}
