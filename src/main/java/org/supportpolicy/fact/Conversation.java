package org.supportpolicy.fact;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The attempts of support to reach the customer.
 *
 * @param unansweredAttempts attempts without an answer, zero or more
 * @param firstUnansweredAttemptAt when the first of them was made
 * @param lastCustomerAnswerAt when the customer last answered; absent means never
 */
@RecordBuilder
@AbsentMeansNone
public record Conversation(
        @Range(from = 0) @Nullable Integer unansweredAttempts,
        @Nullable Instant firstUnansweredAttemptAt,
        @Nullable Instant lastCustomerAnswerAt) implements Fact {

    /**
     * Checks and copies the components.
     *
     * @throws BadFactException if a number is out of range, or an instant does not lie in the years of facts
     */
    public Conversation {
        Check.of("conversation").notNegative("unansweredAttempts", unansweredAttempts)
                .instant("firstUnansweredAttemptAt", firstUnansweredAttemptAt).instant("lastCustomerAnswerAt", lastCustomerAnswerAt).done();
    }

    /** Starts a builder in which every component is unknown. */
    public static ConversationBuilder builder() {
        return ConversationBuilder.builder();
    }

    /** Whether the customer has not answered since the first unanswered attempt. */
    @InRules(reads = {"firstUnansweredAttemptAt", "lastCustomerAnswerAt"})
    public boolean isUnansweredSinceFirst() {
        return lastCustomerAnswerAt == null || firstUnansweredAttemptAt == null
                || lastCustomerAnswerAt.isBefore(firstUnansweredAttemptAt);
    }

    /** Whether, as far as the last answer tells, the customer had not answered since the first attempt until an instant. */
    @InRules(reads = {"firstUnansweredAttemptAt", "lastCustomerAnswerAt"})
    public boolean unansweredUntil(Instant end) {
        return isUnansweredSinceFirst() || (lastCustomerAnswerAt != null && lastCustomerAnswerAt.isAfter(end));
    }

    @Override
    public Conversation asKnownAt(AsOf now) {
        Objects.requireNonNull(now, "The now must be given.");
        return now.isPast(firstUnansweredAttemptAt) && now.isPast(lastCustomerAnswerAt) ? this
                : new Conversation(unansweredAttempts, now.past(firstUnansweredAttemptAt),
                now.past(lastCustomerAnswerAt));
    }
}
