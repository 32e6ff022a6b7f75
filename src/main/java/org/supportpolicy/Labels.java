package org.supportpolicy;

import java.util.Locale;
import java.util.Objects;
import org.supportpolicy.fact.OpenValue;
import org.supportpolicy.internal.words.LabelWords;

/**
 * What the constants of facts and decisions are called in a table, a list or a badge, such as {@code owed} for {@link
 * org.supportpolicy.finding.SupportAnswer#OWED}. {@link Decision#explain} says them in sentences.
 */
public final class Labels {

    private Labels() {}

    /**
     * The label of a constant: a few words without a capital or a full stop, that are right whatever the ticket is. Do not parse it: its
     * wording may change without warning.
     *
     * @param constant a constant of {@code org.supportpolicy.finding} or {@code org.supportpolicy.fact}, such as an answer or a state, or
     *     of a choice that a policy declares
     * @param locale Dutch for Dutch, any other for English
     * @throws IllegalArgumentException if it is another constant
     */
    public static String of(Enum<?> constant, Locale locale) {
        return label(constant, locale);
    }

    /**
     * The label of one of several values to which a policy may add, such as an action or an exclusion; what the policy says of one that it
     * adds, or its name.
     *
     * @param locale Dutch for Dutch, any other for English
     */
    public static String of(OpenValue<?> value, Locale locale) {
        return label(value, locale);
    }

    private static String label(Object constant, Locale locale) {
        Objects.requireNonNull(constant, "The constant must be given.");
        return LabelWords.of(Objects.requireNonNull(locale, "The locale must be given.")).label(constant)
                .orElseThrow(() -> new IllegalArgumentException("The constant (" + constant + ") must be one of a fact or of a decision."));
    }
}
