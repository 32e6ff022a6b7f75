package org.supportpolicy.rules;

import java.time.Instant;
import org.supportpolicy.fact.Desk;
import org.supportpolicy.hours.SupportHours;

/** The words for support hours. A desk whose hours are unknown is never open as far as a rule may tell. */
public final class OpeningHours {

    private OpeningHours() {}

    /** Whether a desk is known to be open at an instant. */
    public static boolean isOpen(Desk desk, Instant instant) {
        return SupportHours.of(desk).map(hours -> hours.isOpen(instant)).orElse(false);
    }
}
