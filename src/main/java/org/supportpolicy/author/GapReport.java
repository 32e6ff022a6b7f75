package org.supportpolicy.author;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.supportpolicy.Decision;
import org.supportpolicy.FactChange;
import org.supportpolicy.Problem;
import org.supportpolicy.Reason;
import org.supportpolicy.Rule;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.finding.OpenTicket;
import org.supportpolicy.finding.OutOfScope;
import org.supportpolicy.internal.record.Changes;
import org.supportpolicy.internal.record.Components;
import org.supportpolicy.internal.words.ReportWords;
import org.supportpolicy.internal.words.Speech;
import org.supportpolicy.internal.words.Words;
import org.supportpolicy.verify.Scenario;

/**
 * Where a policy has no answer, two, or one too early. All combinations of the facts of the sections with finite values are decided, so
 * what is not found is not there.
 *
 * @param combinations how many combinations were decided, by section
 * @param findings what was found, the smallest witness of each
 * @param silent the rules that fired in no combination and in no scenario
 */
public record GapReport(Map<String, Integer> combinations, List<Found> findings, List<Rule> silent) {

    /** Checks that all is given. */
    public GapReport {
        Objects.requireNonNull(combinations, "The combinations must be given.");
        Objects.requireNonNull(findings, "The findings must be given.");
        Objects.requireNonNull(silent, "The silent must be given.");
    }

    /** What may be wrong. */
    public enum Kind {
        /** The facts are known, and yet no rule answers and none says what it needs. */
        NO_ANSWER,
        /** Two rules give two values where a decision holds one. */
        TWO_ANSWERS,
        /** Rules answer although something is unknown that changes the answer. */
        EARLY,
        /** A rule fails, or rules do not come to an end. */
        FAILS
    }

    /**
     * A gap, a conflict or a failure.
     *
     * @param kind which of them
     * @param section the section in whose combinations it was found
     * @param said the answer that is missing, what one of the rules in conflict concludes, how the answer that is given too early comes
     *     out once more is known, or how the witness fails; in both languages
     * @param rules the rules in conflict, those that answer too early, or those that fail; none for a gap
     * @param count in how many combinations it was found
     * @param witness the smallest of them
     */
    public record Found(Kind kind, String section, Problem.Said said, List<Rule> rules, int count, FactSet witness) {

        /** Checks that all is given. */
        public Found {
            Objects.requireNonNull(kind, "The kind must be given.");
            Objects.requireNonNull(section, "The section must be given.");
            Objects.requireNonNull(said, "The said must be given.");
            Objects.requireNonNull(rules, "The rules must be given.");
            Objects.requireNonNull(witness, "The witness must be given.");
        }

        /** The same with a subject that is said alike in both languages. */
        public Found(Kind kind, String section, String subject, List<Rule> rules, int count, FactSet witness) {
            this(kind, section, new Problem.Said(Objects.requireNonNull(subject, "The subject must be given."), subject), rules, count,
                    witness);
        }

        /** What is said, in English. */
        public String subject() {
            return said.english();
        }

        /** What is the same for all combinations that are counted together; a failure says something else for each. */
        private List<Object> group() {
            return List.of(kind, section, kind == Kind.FAILS ? "" : subject(), rules);
        }

        private Found and(Found other) {
            boolean smaller = Components.SMALLER.compare(other.witness, witness) < 0;
            return new Found(kind, section, said, rules, count + other.count, smaller ? other.witness : witness);
        }
    }

    private static final String CONFLICT = "SP-R092";
    private static final Speech DUTCH = Speech.of(Locale.forLanguageTag("nl"));

    /** An answer that a section owes, and which needs excuse its absence. */
    private record Owed(String answer, Function<Decision, Boolean> expected, Function<Decision, Optional<?>> given, List<String> excuses) {}

    private static final List<Owed> OWED = List.of(
            new Owed("support", decision -> true, Decision::support, List.of()),
            new Owed("entitlement", decision -> true, Decision::entitlement, List.of("customer.")),
            new Owed("urgency", decision -> decision.findings(OutOfScope.class).isEmpty(), Decision::urgency,
                    List.of("impact.", "ticket.kind")),
            new Owed("firstResponse", decision -> decision.urgencyInForce().isPresent(), Decision::firstResponse, List.of()),
            new Owed("firstResponse.owed", decision -> decision.firstResponse().isPresent(), decision -> decision.firstResponse()
                    .flatMap(Decision.FirstResponse::owed),
                    List.of("intake", "ticket.channel")),
            new Owed("firstResponse.status", decision -> isOpen(decision)
                    && decision.firstResponse().flatMap(Decision.FirstResponse::owed).isPresent(),
                    decision -> decision.firstResponse().flatMap(Decision.FirstResponse::status),
                    List.of("ticket.createdAt", "desk.hours", "response.byTechnician")),
            new Owed("followUp.owed", decision -> decision.followUp().isPresent(),
                    decision -> decision.followUp().flatMap(Decision.FollowUps::owed),
                    List.of("ticket.state", "resolution.reopenExplained")),
            new Owed("version", decision -> true, Decision::version, List.of("product.", "customer.deployment")),
            new Owed("lifecycle", decision -> true, Decision::lifecycle,
                    List.of("ticket.state", "resolution.reopenExplained")),
            new Owed("queue.certified", decision -> true, decision -> decision.queue().certified(),
                    List.of("contact.", "ticket.createdAt")));

    /**
     * Decides every combination.
     *
     * @param scenarios further fact sets in which a rule may fire
     */
    public static GapReport of(SupportPolicy policy, List<Scenario> scenarios) {
        Objects.requireNonNull(policy, "The policy must be given.");
        Objects.requireNonNull(scenarios, "The scenarios must be given.");
        scenarios.forEach(scenario -> Objects.requireNonNull(scenario, "The scenario must be given."));
        Map<String, Integer> combinations = new LinkedHashMap<>();
        Map<List<Object>, Found> found = new ConcurrentHashMap<>();
        Set<String> fired = ConcurrentHashMap.newKeySet();
        for (FactSpace.Section section : FactSpace.of(policy)) {
            combinations.put(section.name(), section.combinations().size());
            section.combinations().parallelStream().forEach(facts -> look(policy, section.name(), facts, found, fired));
        }
        scenarios.forEach(scenario -> look(policy, "scenarios", scenario.facts(), found, fired));
        List<Found> smallest = found.values().stream().map(each -> shrunk(policy, each))
                .sorted(Comparator.comparing(Found::section).thenComparing(Found::subject)).toList();
        return new GapReport(combinations, smallest, policy.rules().stream().filter(rule -> !fired.contains(rule.name())).toList());
    }

    /** Of a ticket that is over, nobody need know when it was marked. */
    private static boolean isOpen(Decision decision) {
        return !decision.findings(OpenTicket.class).isEmpty();
    }

    /** Whether there is no gap, no conflict, no failure and no silent rule. */
    public boolean isClean() {
        return findings.isEmpty() && silent.isEmpty();
    }

    /**
     * The report as people read it.
     *
     * @param locale Dutch for a Dutch locale, English for any other
     */
    public String explain(Locale locale) {
        return GapText.of(this, Objects.requireNonNull(locale, "The locale must be given."));
    }

    private static void look(SupportPolicy policy, String section, FactSet facts, Map<List<Object>, Found> found, Set<String> fired) {
        Outcome outcome = Outcome.of(policy, facts);
        if (outcome.decision() != null) {
            outcome.decision().reasons().forEach(reason -> fired.add(reason.rule().name()));
        }
        outcome.failed().forEach(rule -> fired.add(rule.name()));
        found(policy, outcome, section, facts).forEach(one -> found.merge(one.group(), one, Found::and));
    }

    /** What there is to find in one fact set. */
    private static List<Found> found(SupportPolicy policy, Outcome outcome, String section, FactSet facts) {
        if (outcome.decision() != null) {
            Stream<Found> gaps = gaps(policy, outcome.decision()).stream()
                    .map(answer -> new Found(Kind.NO_ANSWER, section, answer, List.of(), 1, facts));
            return Stream.concat(gaps, early(outcome.decision(), section, facts)).toList();
        }
        boolean conflict = outcome.failure().problems().stream().allMatch(problem -> problem.code().equals(CONFLICT));
        Problem.Said said = conflict ? outcome.failure().problems().get(0).said() : outcome.said();
        return List.of(new Found(conflict ? Kind.TWO_ANSWERS : Kind.FAILS, section, said, outcome.failed(), 1, facts));
    }

    private static Stream<Found> early(Decision decision, String section, FactSet facts) {
        return decision.early().stream().map(early -> {
            List<Rule> rules = decision.reasons().stream().filter(reason -> reason.concludes().equals(early.given()))
                    .map(Reason::rule).distinct().toList();
            String paths = Changes.between(facts, early.completion()).stream().map(FactChange::path).collect(Collectors.joining(", "));
            Problem.Said said = ReportWords.said("gaps.early", early.section(), said(early.given(), facts), said(early.other(), facts),
                    paths);
            return new Found(Kind.EARLY, section, said, rules, 1, facts);
        });
    }

    private static Problem.Said said(Finding finding, FactSet facts) {
        ZoneId zone = facts.now().zone();
        return new Problem.Said(Words.of(false).finding(finding, zone), DUTCH.finding(finding, zone));
    }

    /** A fact that the policy declares may excuse any of them. */
    private static List<String> gaps(SupportPolicy policy, Decision decision) {
        List<String> own = policy.ownFacts().kinds().keySet().stream().map(key -> key + ".").toList();
        List<String> gaps = new ArrayList<>();
        for (Owed owed : OWED) {
            if (owed.expected.apply(decision) && owed.given.apply(decision).isEmpty()
                    && decision.needs().stream()
                            .noneMatch(path -> Stream.concat(owed.excuses.stream(), own.stream()).anyMatch(path::startsWith))) {
                gaps.add(owed.answer);
            }
        }
        return gaps;
    }

    /** The same with the smallest witness there is, and what is said of that one. */
    private static Found shrunk(SupportPolicy policy, Found found) {
        FactSet witness = Components.smallest(found.witness, facts -> same(policy, found, facts).isPresent());
        return new Found(found.kind, found.section, same(policy, found, witness).orElse(found).said, found.rules, found.count, witness);
    }

    private static Optional<Found> same(SupportPolicy policy, Found found, FactSet facts) {
        return found(policy, Outcome.of(policy, facts), found.section, facts).stream()
                .filter(one -> one.group().equals(found.group())).findFirst();
    }
}
