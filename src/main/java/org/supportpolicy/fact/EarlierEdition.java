package org.supportpolicy.fact;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an earlier edition of the policy promised about windows that began while it was in force
 * (clause {@code terms.amend-or-discontinue}). An absent component means that no such window began then.
 *
 * @param edition the edition, or the editions, that promised it
 * @param reopenableUntil the first instant at which it is too late to reopen the ticket
 * @param answerableUntil the first instant at which the time to answer is over
 * @param guaranteedThrough the last day of the guaranteed period of the installed version
 * @param withdrawnFrom the first day without support of a product whose withdrawal was announced
 */
@RecordBuilder
@AbsentMeansNone
public record EarlierEdition(
        @Nullable String edition,
        @Nullable Instant reopenableUntil,
        @Nullable Instant answerableUntil,
        @AbsentMeansNone @Nullable LocalDate guaranteedThrough,
        @AbsentMeansNone @Nullable LocalDate withdrawnFrom) implements Fact {

    /**
     * Checks the components.
     *
     * @throws BadFactException if an instant or a date does not lie in the years of windows, or the text is too long
     */
    public EarlierEdition {
        Check.of("earlierEdition").text("edition", edition).window("reopenableUntil", reopenableUntil)
                .window("answerableUntil", answerableUntil).window("guaranteedThrough", guaranteedThrough)
                .window("withdrawnFrom", withdrawnFrom).done();
    }

    /** Starts a builder in which every component is unknown. */
    public static EarlierEditionBuilder builder() {
        return EarlierEditionBuilder.builder();
    }
}
