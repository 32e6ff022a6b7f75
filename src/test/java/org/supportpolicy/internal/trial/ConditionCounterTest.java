package org.supportpolicy.internal.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.internal.check.CheckedRule;
import org.supportpolicy.internal.engine.Conclusion;
import org.supportpolicy.internal.engine.RuleEngine;
import org.supportpolicy.model.RandomFactSets;

/** What is counted agrees with the engine about which rules' conditions hold. */
class ConditionCounterTest {

    private static final List<CheckedRule> RULES = PolicyParts.of(SupportPolicy.standard()).rules();
    private static final RuleEngine ENGINE = new RuleEngine(RULES);

    @Test
    void everyStandardRuleIsReadToItsEnd() {
        assertThat(RULES).hasSizeGreaterThan(200).allSatisfy(rule ->
                assertThat(rule.book().text(rule.text())).startsWith("rule \"" + rule.name() + "\"").endsWith("\nend"));
    }

    @Test
    void theConditionsHoldOfExactlyTheRulesThatFire() {
        ConditionCounter counter = new ConditionCounter(RULES);
        IntStream.range(0, 3_000).mapToObj(i -> new RandomFactSets(i).next()).forEach(facts -> {
            List<Conclusion> conclusions = ENGINE.conclude(facts);
            Set<String> fired = conclusions.stream().map(conclusion -> RULES.get(conclusion.number()).name()).collect(Collectors.toCollection(TreeSet::new));
            assertThat(held(counter, facts, conclusions)).as(facts.toString()).isEqualTo(fired);
        });
    }

    private static Set<String> held(ConditionCounter counter, FactSet facts, List<Conclusion> conclusions) {
        List<Object> memory = new ArrayList<>(RuleEngine.given(facts));
        conclusions.stream().map(Conclusion::finding).distinct().forEach(memory::add);
        return RULES.stream().filter(rule -> counter.holds(rule, memory)).map(CheckedRule::name).collect(Collectors.toCollection(TreeSet::new));
    }
}
