package org.supportpolicy;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A clause of the policy, in our own words.
 *
 * @param id the id, such as {@code closure.permanent}
 * @param modality how it binds, such as {@code MUST} or {@code RESERVED RIGHT}
 * @param party whom it binds: support, customer or both
 * @param english its text in English
 * @param dutch its text in Dutch
 * @param notAutomated why no rule decides it, in English; null when rules do
 * @param notAutomatedDutch the same in Dutch
 */
public record Clause(
        String id,
        String modality,
        String party,
        String english,
        String dutch,
        @Nullable String notAutomated,
        @Nullable String notAutomatedDutch) {

    /** The section of the policy, the part of the id before the dot. */
    public String section() {
        return id.substring(0, id.indexOf('.'));
    }

    /** The text in Dutch for a Dutch locale, in English for any other. */
    public String text(Locale locale) {
        Objects.requireNonNull(locale, "The locale must be given.");
        return locale.getLanguage().equals("nl") ? dutch : english;
    }
}
