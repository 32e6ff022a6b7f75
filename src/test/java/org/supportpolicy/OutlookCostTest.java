package org.supportpolicy;
import java.util.*;
import org.junit.jupiter.api.Test;
import org.supportpolicy.bench.TicketMix;
import org.supportpolicy.fact.*;
class OutlookCostTest {
    @Test
    void cost() {
        SupportPolicy policy = SupportPolicy.standard();
        List<FactSet> mix = TicketMix.standard(400).toList();
        for (int round = 0; round < 6; round++) {
            long a = System.nanoTime();
            for (int i = 0; i < 10; i++) for (FactSet f : mix) policy.decide(f);
            long b = System.nanoTime();
            for (FactSet f : mix) policy.decide(f).needs();
            long c = System.nanoTime();
            int n = 0, some = 0;
            for (FactSet f : mix) some += policy.outlook(f).validUntil().isPresent() ? 1 : 0;
            long d = System.nanoTime();
            System.out.printf("decide %.1f decide+needs %.1f outlook %.1f us; with change %d%n", (b - a) / 4e6, (c - b) / 4e5, (d - c) / 4e5, some);
        }
        for (TicketMix kind : TicketMix.values()) {
            List<FactSet> t = kind.tickets(200);
            long a = System.nanoTime(); for (FactSet f : t) policy.decide(f); long b = System.nanoTime(); for (FactSet f : t) policy.decide(f).needs(); long c = System.nanoTime();
            int some = 0;
            for (FactSet f : t) some += policy.outlook(f).validUntil().isPresent() ? 1 : 0;
            long d = System.nanoTime();
            System.out.printf("%s decide %.1f decide+needs %.1f outlook %.1f us; with change %d%n", kind, (b - a) / 2e5, (c - b) / 2e5, (d - c) / 2e5, some);
        }
    }
}
