package org.supportpolicy.fact;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The announced withdrawal of a product.
 *
 * @param effectiveOn the announced first day without support; may lie ahead
 * @param noticeGivenOn the day on which the notice reached the customer
 * @param formalNotice whether the notice was a formal one
 */
@RecordBuilder
public record Withdrawal(
        @Nullable LocalDate effectiveOn,
        @Nullable LocalDate noticeGivenOn,
        @Nullable Boolean formalNotice) {

    /**
     * Checks the components.
     *
     * @throws BadFactException if an instant or a date does not lie in the years of facts
     */
    public Withdrawal {
        Check.of("withdrawal").day("effectiveOn", effectiveOn).day("noticeGivenOn", noticeGivenOn).done();
    }

    /** Starts a builder in which every component is unknown. */
    public static WithdrawalBuilder builder() {
        return WithdrawalBuilder.builder();
    }

    Withdrawal asKnownAt(AsOf now) {
        return now.isPast(noticeGivenOn) ? this : new Withdrawal(effectiveOn, now.past(noticeGivenOn), formalNotice);
    }
}
