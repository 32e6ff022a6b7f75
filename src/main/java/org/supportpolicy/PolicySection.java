package org.supportpolicy;

import java.util.Locale;
import java.util.Objects;

/**
 * A section of the policy.
 *
 * @param id its id, the part of the ids of its clauses before the dot, such as {@code closure}
 * @param english what it is called in English
 * @param dutch what it is called in Dutch
 */
public record PolicySection(String id, String english, String dutch) {

    /** Checks that all is given. */
    public PolicySection {
        Objects.requireNonNull(id, "The id must be given.");
        Objects.requireNonNull(english, "The english must be given.");
        Objects.requireNonNull(dutch, "The dutch must be given.");
    }

    /** What it is called, in Dutch for a Dutch locale, in English for any other. */
    public String title(Locale locale) {
        return Objects.requireNonNull(locale, "The locale must be given.").getLanguage().equals("nl") ? dutch : english;
    }
}
