package org.supportpolicy;

import java.util.Locale;
import java.util.Objects;

/**
 * What was adopted where the text of the policy leaves something open, in our own words.
 *
 * @param id the id, such as {@code AMB-65}
 * @param contested whether another reading can well be defended
 * @param english its text in English
 * @param dutch its text in Dutch
 */
public record Reading(String id, boolean contested, Text english, Text dutch) {

    /** Checks that all is given. */
    public Reading {
        Objects.requireNonNull(id, "The id must be given.");
        Objects.requireNonNull(english, "The english must be given.");
        Objects.requireNonNull(dutch, "The dutch must be given.");
    }

    /**
     * The text of a reading.
     *
     * @param open what the policy leaves open
     * @param adopted what was adopted
     * @param why why that was adopted
     */
    public record Text(String open, String adopted, String why) {

        /** Checks that all is given. */
        public Text {
            Objects.requireNonNull(open, "The open must be given.");
            Objects.requireNonNull(adopted, "The adopted must be given.");
            Objects.requireNonNull(why, "The why must be given.");
        }
    }

    /** The text in Dutch for a Dutch locale, in English for any other. */
    public Text text(Locale locale) {
        return Objects.requireNonNull(locale, "The locale must be given.").getLanguage().equals("nl") ? dutch : english;
    }
}
