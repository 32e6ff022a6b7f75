package org.supportpolicy.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.Limits;
import picocli.CommandLine.ITypeConverter;

/**
 * The end of a time that is looked at: an instant, or the end of a day in the zone of each desk.
 *
 * @param instant the instant; null for a day
 * @param day the day; null for an instant
 */
record UntilOption(@Nullable Instant instant, @Nullable LocalDate day) {

    /** The last instant that is looked at for a fact set, at most that of the years of facts; before its own when it has passed already. */
    Instant of(FactSet facts) {
        Instant end = day == null ? instant : day.plusDays(1).atStartOfDay(facts.now().zone()).toInstant().minusNanos(1);
        return end.isAfter(Limits.LAST_INSTANT) ? Limits.LAST_INSTANT : end;
    }

    /** As it may be given. */
    @Override
    public String toString() {
        return String.valueOf(day == null ? instant : day);
    }

    /** Reads a day such as {@code 2026-12-31}, or an instant with an offset. */
    static final class Reader implements ITypeConverter<UntilOption> {

        @Override
        public UntilOption convert(String said) {
            try {
                UntilOption until = said.contains("T") ? new UntilOption(OffsetDateTime.parse(said).toInstant(), null)
                        : new UntilOption(null, LocalDate.parse(said));
                if (until.day == null ? Limits.hold(until.instant) : Limits.hold(until.day)) {
                    return until;
                }
            } catch (DateTimeException e) {
                // said below
            }
            throw new WrongUsage.WrongValue(UsageWords.END);
        }
    }
}
