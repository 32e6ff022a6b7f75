package org.supportpolicy.author;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.supportpolicy.Clause;
import org.supportpolicy.PolicyDraft;
import org.supportpolicy.PolicySection;
import org.supportpolicy.Problem;
import org.supportpolicy.Rule;
import org.supportpolicy.SupportPolicy;

/**
 * What a policy book tells, sorted by clause.
 *
 * @param draft the policy as it is written
 * @param policy the policy; empty when it is not sound
 * @param problems what is wrong with it
 * @param coverage what scenarios try, by rule; empty when that was not counted
 * @param report how the scenarios came out; empty when they were not run
 * @param rules its rules by clause
 * @param troubles what is wrong with the texts and rules of a clause, by clause
 * @param results how the scenarios of a clause came out, by clause; under the empty id those of none
 */
record BookContents(PolicyDraft draft, Optional<SupportPolicy> policy, List<Problem> problems, Optional<Coverage> coverage,
        Optional<ScenarioReport> report, Map<String, List<Rule>> rules, Map<String, List<Problem>> troubles,
        Map<String, List<ScenarioReport.Result>> results) {

    private static final String NONE = "";

    static BookContents of(WorkingCopy copy, Optional<Coverage> coverage, Optional<ScenarioReport> report) {
        PolicyDraft draft = copy.draft();
        return new BookContents(draft, copy.policy(), copy.problems(), coverage, report,
                draft.rules().stream().collect(Collectors.groupingBy(Rule::clause, LinkedHashMap::new, Collectors.toList())),
                copy.problems().stream().filter(problem -> draft.clauseOf(problem).isPresent())
                        .collect(Collectors.groupingBy(problem -> draft.clauseOf(problem).orElseThrow())),
                report.map(BookContents::byClause).orElse(Map.of()));
    }

    /** A row of a table that is about no clause goes with the other rows of the table. */
    private static Map<String, List<ScenarioReport.Result>> byClause(ScenarioReport report) {
        Map<String, Set<String>> tables = new HashMap<>();
        report.results().forEach(each ->
                tables.computeIfAbsent(each.scenario().sentence(), table -> new TreeSet<>()).addAll(each.clauses()));
        Map<String, List<ScenarioReport.Result>> results = new HashMap<>();
        for (ScenarioReport.Result each : report.results()) {
            Set<String> clauses = each.clauses().isEmpty() ? tables.get(each.scenario().sentence()) : each.clauses();
            (clauses.isEmpty() ? Set.of(NONE) : clauses).forEach(id -> results.computeIfAbsent(id, key -> new ArrayList<>()).add(each));
        }
        return results;
    }

    /** The sections in their order, each with its clauses; one that has no title is called by its id. */
    Map<PolicySection, List<Clause>> sections() {
        Map<String, PolicySection> titles = draft.sections().stream()
                .collect(Collectors.toMap(PolicySection::id, Function.identity()));
        Map<PolicySection, List<Clause>> sections = new LinkedHashMap<>();
        for (Clause clause : draft.clauses()) {
            String id = clause.section();
            sections.computeIfAbsent(titles.getOrDefault(id, new PolicySection(id, id, id)), section -> new ArrayList<>()).add(clause);
        }
        return sections;
    }

    List<Rule> rules(Clause clause) {
        return rules.getOrDefault(clause.id(), List.of());
    }

    List<Problem> troubles(Clause clause) {
        return troubles.getOrDefault(clause.id(), List.of());
    }

    /** Whether rules decide a clause. */
    boolean isAutomated(Clause clause) {
        return !rules(clause).isEmpty();
    }

    /** The rules that cite no clause that there is. */
    List<Rule> strayRules() {
        Set<String> ids = draft.clauses().stream().map(Clause::id).collect(Collectors.toSet());
        return rules.values().stream().flatMap(List::stream).filter(rule -> !ids.contains(rule.clause())).toList();
    }

    /** The scenarios that are about a clause; none when they were not run. */
    List<ScenarioReport.Result> results(Clause clause) {
        return results.getOrDefault(clause.id(), List.of());
    }

    /** The ids of the clauses that some scenarios are about, sorted. */
    List<String> clauses(List<ScenarioReport.Result> some) {
        return results.entrySet().stream().filter(each -> some.stream().anyMatch(each.getValue()::contains)).map(Map.Entry::getKey).sorted()
                .toList();
    }

    /** The scenarios that are about no clause. */
    List<ScenarioReport.Result> strayResults() {
        return results.getOrDefault(NONE, List.of());
    }

    /** What scenarios try of a rule. */
    Optional<Coverage.RuleCoverage> coverage(Rule rule) {
        return coverage.stream().flatMap(all -> all.rules().stream()).filter(tried -> tried.rule().name().equals(rule.name())).findFirst();
    }
}
