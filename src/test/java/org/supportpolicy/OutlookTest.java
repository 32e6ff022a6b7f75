package org.supportpolicy;

import java.time.*;
import java.util.*;
import org.junit.jupiter.api.Test;
import org.supportpolicy.fact.*;
import org.supportpolicy.model.RandomFactSets;

class OutlookTest {
    @Test
    void probe() {
        SupportPolicy policy = SupportPolicy.standard();
        int count = Integer.getInteger("n", 2000);
        RandomFactSets sets = new RandomFactSets(7);
        Random random = new Random(7);
        Map<String, Integer> wrong = new TreeMap<>();
        int none = 0;
        int shown = 0;
        for (int i = 0; i < count; i++) {
            FactSet facts = sets.next();
            if (random.nextBoolean()) {
                facts = facts.at(facts.asOf().minus(Duration.ofMinutes(random.nextInt(60 * 24 * 60))));
            }
            Outlook outlook = policy.outlook(facts);
            Instant end = outlook.validUntil().orElse(outlook.until());
            none += outlook.validUntil().isEmpty() ? 1 : 0;
            long nanos = 0;
            for (int k = 0; k < 10; k++) {
                Duration d = Duration.between(facts.asOf(), end);
                Instant at = facts.asOf().plusSeconds((long) (d.getSeconds() * random.nextDouble()));
                if (at.isAfter(facts.asOf()) && at.isBefore(end)) {
                    Decision other = policy.decide(facts.at(at));
                    List<String> differing = SectionViews.differing(outlook.decision(), other);
                    if (!differing.isEmpty()) {
                        wrong.merge(differing.toString(), 1, Integer::sum);
                        if (shown++ < Integer.getInteger("show", 6)) {
                            System.out.println(differing + " at " + at + " end " + end + " " + outlook.decision().needs() + " -> " + other.needs() + (Boolean.getBoolean("full") ? "\n   " + facts : ""));
                        }
                        break;
                    }
                }
            }
        }
        System.out.println(count + " none " + none + " wrong " + wrong);
    }
}
