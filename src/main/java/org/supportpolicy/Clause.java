package org.supportpolicy;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.internal.record.Given;

/**
 * A clause of the policy, in our own words.
 *
 * @param id the id, such as {@code closure.permanent}
 * @param modality how it binds, such as {@code MUST} or {@code RESERVED RIGHT}
 * @param party whom it binds: support, customer or both
 * @param english its text in English
 * @param dutch its text in Dutch
 * @param readAs what readings add to its text, in the order in which it stands there
 * @param notAutomated why no rule decides it, in English; null when rules do
 * @param notAutomatedDutch the same in Dutch
 */
public record Clause(
        String id,
        String modality,
        String party,
        String english,
        String dutch,
        List<ReadAs> readAs,
        @Nullable String notAutomated,
        @Nullable String notAutomatedDutch) {

    /**
     * What a reading adds to the text of a clause.
     *
     * @param reading the id of the reading, such as {@code AMB-47}
     * @param english what it adds, in English
     * @param dutch the same in Dutch
     */
    public record ReadAs(String reading, String english, String dutch) {

        /** Checks that all is given. */
        public ReadAs {
            Objects.requireNonNull(reading, "The reading must be given.");
            Objects.requireNonNull(english, "The english must be given.");
            Objects.requireNonNull(dutch, "The dutch must be given.");
        }

        /** What it adds, in Dutch for a Dutch locale, in English for any other. */
        public String text(Locale locale) {
            return Objects.requireNonNull(locale, "The locale must be given.").getLanguage().equals("nl") ? dutch : english;
        }
    }

    /** A list that is given and changed later changes no clause. */
    public Clause {
        Objects.requireNonNull(id, "The id must be given.");
        Objects.requireNonNull(modality, "The modality must be given.");
        Objects.requireNonNull(party, "The party must be given.");
        Objects.requireNonNull(english, "The english must be given.");
        Objects.requireNonNull(dutch, "The dutch must be given.");
        readAs = Given.list(readAs, "readAs", "part");
    }

    /** The section of the policy, the part of the id before the dot. */
    public String section() {
        return id.substring(0, id.indexOf('.'));
    }

    /** The text in Dutch for a Dutch locale, in English for any other. */
    public String text(Locale locale) {
        return Objects.requireNonNull(locale, "The locale must be given.").getLanguage().equals("nl") ? dutch : english;
    }
}
