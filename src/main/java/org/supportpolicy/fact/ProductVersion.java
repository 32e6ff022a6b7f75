package org.supportpolicy.fact;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the release catalogue.
 *
 * @param version the name of the version, not blank
 * @param availableOn the day on which it became generally available; may lie ahead
 */
public record ProductVersion(String version, @Nullable LocalDate availableOn) {

    /**
     * Checks the components.
     *
     * @throws BadFactException if it is absent, blank or too long, or the day does not lie in the years of facts
     */
    public ProductVersion {
        Check.of("productVersion").notBlank("version", version).day("availableOn", availableOn).done();
    }
}
