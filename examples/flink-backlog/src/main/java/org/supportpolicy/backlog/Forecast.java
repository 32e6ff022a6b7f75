package org.supportpolicy.backlog;

import java.time.Instant;
import java.time.LocalDate;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.Limits;

/** Counts what falls due by day of the desk and by kind, if nobody acts. */
final class Forecast {

    private final SupportPolicy policy;
    private final LocalDate until;

    Forecast(SupportPolicy policy, LocalDate until) {
        this.policy = policy;
        this.until = until;
    }

    void count(FactSet facts, Deciding.Out out) {
        Instant end = until.plusDays(1).atStartOfDay(facts.now().zone()).toInstant().minusNanos(1);
        Instant last = end.isAfter(Limits.LAST_INSTANT) ? Limits.LAST_INSTANT : end;
        if (!last.isBefore(facts.asOf())) {
            policy.timeline(facts, last).due()
                    .forEach(due -> out.count(due.at().atZone(facts.now().zone()).toLocalDate() + "," + due.kind()));
        }
    }
}
