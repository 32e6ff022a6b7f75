package org.supportpolicy.fact;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A notice by which the customer names or replaces an authorised contact.
 *
 * @param replacement true for a replacement, false for a first appointment
 * @param form how the notice was given
 * @param notifiedAt when the notice reached support
 * @param effectiveAt when the appointment takes effect
 * @param hasName whether it names the contact
 * @param hasEmail whether it gives an e-mail address
 * @param hasDirectPhone whether it gives a direct telephone number
 */
@RecordBuilder
@AbsentMeansNone
public record ContactNotice(
        @Nullable Boolean replacement,
        @Nullable NoticeForm form,
        @Nullable Instant notifiedAt,
        @Nullable Instant effectiveAt,
        @Nullable Boolean hasName,
        @Nullable Boolean hasEmail,
        @Nullable Boolean hasDirectPhone) implements Fact {

    /**
     * Checks the components.
     *
     * @throws BadFactException if an instant or a date does not lie in the years of facts
     */
    public ContactNotice {
        Check.of("contactNotice").instant("notifiedAt", notifiedAt).instant("effectiveAt", effectiveAt).done();
    }

    /** Starts a builder in which every component is unknown. */
    public static ContactNoticeBuilder builder() {
        return ContactNoticeBuilder.builder();
    }

    @Override
    public ContactNotice asKnownAt(AsOf now) {
        Objects.requireNonNull(now, "The now must be given.");
        return now.isPast(notifiedAt) && now.isPast(effectiveAt) ? this
                : new ContactNotice(replacement, form, now.past(notifiedAt), now.past(effectiveAt), hasName,
                hasEmail, hasDirectPhone);
    }
}
