package org.supportpolicy.fact;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The person who created the ticket.
 *
 * @param authorised whether the person stood in the register of authorised contacts when the ticket was created
 * @param certified whether the person is a certified administrator
 * @param certifiedUntil the last day on which the certificate is valid; may lie ahead
 * @param available whether the designated contact is available for the effort
 */
@RecordBuilder
public record Contact(
        @Nullable Boolean authorised,
        @AbsentMeansNone(beside = "certifiedUntil") @Nullable Boolean certified,
        @AbsentMeansNone(beside = "certified") @Nullable LocalDate certifiedUntil,
        @Nullable Boolean available) implements Fact {

    /**
     * Checks the components.
     *
     * @throws BadFactException if an instant or a date does not lie in the years of facts
     */
    public Contact {
        Check.of("contact").day("certifiedUntil", certifiedUntil).done();
    }

    /** Starts a builder in which every component is unknown. */
    public static ContactBuilder builder() {
        return ContactBuilder.builder();
    }
}
