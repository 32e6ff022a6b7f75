package org.supportpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.supportpolicy.verify.Scenario;
import org.supportpolicy.verify.ScenarioSuite;

/** Runs the scenario files, the policy's own tests. An analyst decides whether a failure here is a mistake or a change. */
class ScenarioTest {

    private static final SupportPolicy POLICY = SupportPolicy.standard();
    private static final ScenarioSuite SUITE = ScenarioSuite.of(POLICY, Path.of("src/test/resources/scenarios"));

    @TestFactory
    Stream<DynamicTest> scenarios() {
        return SUITE.scenarios().stream().map(scenario ->
                DynamicTest.dynamicTest(scenario.toString(), scenario.uri(), () -> scenario.verify(POLICY)));
    }

    @Test
    void everyRuleFiresInAScenarioAndIsSilentInAnother() {
        Set<String> rules = POLICY.rules().stream().map(Rule::name).collect(Collectors.toCollection(TreeSet::new));
        Set<String> fired = new TreeSet<>();
        Set<String> silent = new TreeSet<>();
        for (Scenario scenario : SUITE.scenarios()) {
            Set<String> named = POLICY.decide(scenario.facts()).reasons().stream().map(reason -> reason.rule().name()).collect(Collectors.toSet());
            fired.addAll(named);
            rules.stream().filter(rule -> !named.contains(rule)).forEach(silent::add);
        }
        assertThat(fired).as("rules that fire in a scenario").isEqualTo(rules);
        assertThat(silent).as("rules that are silent in a scenario").isEqualTo(rules);
    }

    @Test
    void everyAutomatedClauseIsCitedInAScenario() {
        Set<String> cited = SUITE.scenarios().stream().flatMap(scenario -> POLICY.decide(scenario.facts()).reasons().stream())
                .map(Reason::clause).collect(Collectors.toCollection(TreeSet::new));
        assertThat(POLICY.clauses()).filteredOn(clause -> clause.notAutomated() == null).extracting(Clause::id).allMatch(cited::contains);
    }
}
