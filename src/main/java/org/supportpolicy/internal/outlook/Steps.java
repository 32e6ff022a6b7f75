package org.supportpolicy.internal.outlook;

import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;
import org.supportpolicy.fact.Conversation;
import org.supportpolicy.fact.Desk;
import org.supportpolicy.fact.Product;
import org.supportpolicy.fact.ProductVersion;
import org.supportpolicy.hours.SupportHours;

/** What the words of rules that answer by an instant or a day go by. */
final class Steps {

    /** So many openings from an instant on have the next opening and the next closing among them, whatever the clocks do. */
    private static final int NEAR = 8;

    private Steps() {}

    /**
     * Takes each instant or day at which an answer about a fact can be otherwise than before.
     *
     * @param fact the fact
     * @param at the instant or day for which it was asked
     */
    static void of(Object fact, Object at, Consumer<Object> use) {
        if (fact instanceof Product product && product.versions() != null) {
            product.versions().stream().map(ProductVersion::availableOn).filter(Objects::nonNull).forEach(day -> {
                use.accept(day);
                use.accept(day.plusDays(1)); // a release whose day is unknown may have come out since
            });
        } else if (fact instanceof Conversation conversation && conversation.lastCustomerAnswerAt() != null) {
            use.accept(conversation.lastCustomerAnswerAt());
        } else if (fact instanceof Desk desk && at instanceof Instant instant) {
            SupportHours.of(desk).ifPresent(hours -> hours.openings(instant).limit(NEAR).forEach(opening -> {
                use.accept(opening.from());
                use.accept(opening.to());
            }));
        }
    }
}
