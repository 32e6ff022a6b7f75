package org.supportpolicy.internal.outlook;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.function.Consumer;

/** When days begin. */
public final class Days {

    private Days() {}

    /**
     * Takes each instant at which the clocks of a zone pass the beginning of a day: the instant of a change where they skip it, and
     * where they show it twice both times and the change between, at which they go back to the day before.
     */
    public static void beginnings(LocalDate day, ZoneId zone, Consumer<Instant> use) {
        LocalDateTime midnight = day.atStartOfDay();
        ZoneRules rules = zone.getRules();
        ZoneOffsetTransition change = rules.getTransition(midnight);
        if (change == null) {
            use.accept(midnight.toInstant(rules.getOffset(midnight)));
            return;
        }
        use.accept(change.getInstant());
        if (change.isOverlap()) {
            for (ZoneOffset offset : rules.getValidOffsets(midnight)) {
                use.accept(midnight.toInstant(offset));
            }
        }
    }
}
