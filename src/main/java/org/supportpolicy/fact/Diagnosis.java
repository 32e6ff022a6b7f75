package org.supportpolicy.fact;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What support has found out and determined.
 *
 * @param origin where the cause lies
 * @param determinations what support has determined
 * @param configurationRelated whether the problem has to do with the configuration
 * @param continuationRequested whether the customer asked to continue after a repair
 * @param hardwareOrSystemRepaired whether the customer repaired the hardware or operating system
 */
@RecordBuilder
@AbsentMeansNone
public record Diagnosis(
        @Nullable Origin origin,
        @AbsentMeansNone @Nullable Set<Determination> determinations,
        @Nullable Boolean configurationRelated,
        @Nullable Boolean continuationRequested,
        @Nullable Boolean hardwareOrSystemRepaired) implements Fact {

    /**
     * Checks and copies the components.
     *
     * @throws BadFactException if a determination is null
     */
    public Diagnosis {
        Check check = Check.of("diagnosis");
        determinations = check.sorted("determinations", determinations);
        check.done();
    }

    /** Starts a builder in which every component is unknown. */
    public static DiagnosisBuilder builder() {
        return DiagnosisBuilder.builder();
    }
}
