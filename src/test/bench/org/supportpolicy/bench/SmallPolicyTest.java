package org.supportpolicy.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.finding.Finding;

/** Speed compares only what does the same work: the small policy is decided alike by all that it is measured against. */
class SmallPolicyTest {

    @Test
    void allDecideAlike() {
        SupportPolicy policy = SmallPolicy.load();
        SmallPolicyBaselines.Drools drools = new SmallPolicyBaselines.Drools();
        SmallPolicyBaselines.EasyRules easyRules = new SmallPolicyBaselines.EasyRules();
        Set<String> clauses = new HashSet<>();
        for (FactSet facts : SmallPolicy.tickets(2_000)) {
            Set<Finding> decided = policy.decide(facts).findings(Finding.class);
            policy.decide(facts).reasons().forEach(reason -> clauses.add(reason.clause()));
            assertThat(Set.copyOf(SmallPolicyBaselines.byHand(facts))).as(facts.toString()).isEqualTo(decided);
            assertThat(Set.copyOf(drools.decide(facts))).as(facts.toString()).isEqualTo(decided);
            assertThat(Set.copyOf(easyRules.decide(facts))).as(facts.toString()).isEqualTo(decided);
        }
        assertThat(clauses).hasSize(33).hasSameSizeAs(policy.rules());
        assertThat(easyRules.size()).isEqualTo(33);
    }
}
