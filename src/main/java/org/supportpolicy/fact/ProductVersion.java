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
     * Checks the name.
     *
     * @throws BadFactException if it is absent or blank
     */
    public ProductVersion {
        Check.of("productVersion").notBlank("version", version).done();
    }
}
