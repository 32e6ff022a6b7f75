package org.supportpolicy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.model.RandomFactSets;

/** The evaluator agrees with the engine about which rules' conditions hold. */
class EvaluatorTest {

    private static final List<RuleFile> FILES = PolicyFiles.standard().rules();
    private static final RuleEngine ENGINE = new RuleEngine(RuleCompiler.compiledByTheBuild(FILES));
    private static final List<RuleText> RULES = DrlCheck.texts(FILES);

    /** Nobody is told. */
    private static final Evaluator.Witness NOBODY = new Evaluator.Witness() {
        @Override
        public void element(RuleText.Element element, boolean holds) {
            // nobody asks
        }

        @Override
        public void part(Expression part, boolean holds) {
            // nobody asks
        }
    };

    @Test
    void everyStandardRuleCanBeRead() {
        assertThat(RULES).hasSizeGreaterThan(200).allSatisfy(rule -> {
            assertThat(rule.elements()).as(rule.name()).isNotNull();
            assertThat(rule.consequence()).as(rule.name()).isNotNull();
            assertThat(rule.text()).startsWith("rule \"" + rule.name() + "\"").endsWith("\nend");
        });
    }

    @Test
    void theConditionsHoldOfExactlyTheRulesThatFire() {
        IntStream.range(0, 3_000).parallel().mapToObj(i -> new RandomFactSets(i).next()).forEach(facts -> {
            List<Conclusion> conclusions = ENGINE.conclude(facts);
            Set<String> fired = conclusions.stream().map(Conclusion::rule).collect(Collectors.toCollection(TreeSet::new));
            assertThat(held(facts, conclusions)).as(facts.toString()).isEqualTo(fired);
        });
    }

    private static Set<String> held(FactSet facts, List<Conclusion> conclusions) {
        List<Object> memory = new ArrayList<>(RuleEngine.given(facts));
        conclusions.stream().map(Conclusion::finding).distinct().forEach(memory::add);
        return RULES.stream().filter(rule -> new Evaluator(rule.words(), memory, NOBODY).matches(rule.elements()))
                .map(RuleText::name).collect(Collectors.toCollection(TreeSet::new));
    }
}
