package org.supportpolicy.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.supportpolicy.Clause;
import org.supportpolicy.Decision;
import org.supportpolicy.FactChange;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Reason;
import org.supportpolicy.Rule;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.WhatIf;
import org.supportpolicy.WhyNot;
import org.supportpolicy.fact.Channel;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.Intake;
import org.supportpolicy.fact.SampleMachine;
import org.supportpolicy.fact.Ticket;
import org.supportpolicy.finding.Action;
import org.supportpolicy.finding.ActionKind;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.internal.engine.RuleEngine;
import org.supportpolicy.internal.possible.SmallestChanges;
import org.supportpolicy.internal.record.Changes;
import org.supportpolicy.internal.trial.PolicyParts;

/**
 * The change of facts that is said to bring an answer does, and no smaller one does: all changes of one component are decided, and of the
 * components that were changed and some others all smaller sets of changes.
 */
class WhyNotTest {

    private static final long SEED = Long.getLong("supportpolicy.seed", 20250312L);
    private static final int PAIRS = Integer.getInteger("supportpolicy.whynot", 60);
    private static final int OTHERS = 4;
    private static final Locale DUTCH = Locale.forLanguageTag("nl");

    private static final SupportPolicy POLICY = SupportPolicy.standard();
    private static final SmallestChanges SPACE = new SmallestChanges(new RuleEngine(PolicyParts.of(POLICY).rules()), PolicyParts.of(POLICY).rules());
    /** Answers, each with the way to see in a decision whether it is given. */
    private static final Map<String, Predicate<Decision>> ANSWERS = answers();

    private static Map<String, Predicate<Decision>> answers() {
        Map<String, Predicate<Decision>> answers = new LinkedHashMap<>();
        for (int level = 1; level <= 4; level++) {
            int wanted = level;
            answers.put("urgency=" + level, decision -> decision.urgency().filter(said -> said == wanted).isPresent());
        }
        Stream.of("OWED", "NOT_OWED", "SUSPENDED", "DISCRETIONARY").forEach(answer -> answers.put("support=" + answer,
                decision -> decision.support().orElseThrow().name().equals(answer)));
        Stream.of("DIRECT_SUPPORT", "SELF_SERVICE_ONLY").forEach(answer -> answers.put(answer,
                decision -> decision.entitlement().filter(said -> said.name().equals(answer)).isPresent()));
        Stream.of("CURRENT", "PREVIOUS", "UNSUPPORTED").forEach(answer -> answers.put("version=" + answer,
                decision -> decision.version().filter(said -> said.status().name().equals(answer)).isPresent()));
        Stream.of("ACTIVE", "RESOLVED", "CLOSED", "ON_HOLD").forEach(answer -> answers.put("lifecycle=" + answer,
                decision -> decision.lifecycle().filter(said -> said.state().name().equals(answer)).isPresent()));
        Stream.of("MARK_RESOLVED", "REFER", "GIVE_PRIORITY", "REOPEN", "STAY_ENGAGED").map(ActionKind::valueOf).forEach(action ->
                answers.put(action.name(), decision -> decision.actions().stream().map(Action::action).anyMatch(action::equals)));
        Stream.of("a", "c", "g").forEach(letter -> answers.put("exclusions=" + letter,
                decision -> decision.exclusions().stream().anyMatch(said -> said.letter().equals(letter))));
        return answers;
    }

    @Test
    void theChangesThatAreSaidBringTheAnswerAndNoSmallerOnesDo() {
        System.out.println("Why-not test: seed " + SEED + ", " + PAIRS + " pairs of facts and answers");
        List<String> wrong = IntStream.range(0, PAIRS).parallel().mapToObj(i -> wrong(new Random(SEED + i))).flatMap(List::stream).toList();
        assertThat(wrong).isEmpty();
    }

    private static List<String> wrong(Random random) {
        FactSet facts = sparse(new RandomFactSets(random.nextLong()).next(), random);
        List<String> names = List.copyOf(ANSWERS.keySet());
        String asked = names.get(random.nextInt(names.size()));
        Predicate<Decision> given = ANSWERS.get(asked);
        WhyNot whyNot = POLICY.whyNot(facts, asked);
        List<String> wrong = new ArrayList<>();
        if (whyNot.holds() != given.test(POLICY.decide(facts))) {
            wrong.add(asked + " holds: " + whyNot.holds() + ", of " + facts);
        }
        if (whyNot.holds() || !wrong.isEmpty()) {
            return wrong;
        }
        Set<Rule> fired = POLICY.decide(facts).reasons().stream().map(Reason::rule).collect(Collectors.toSet());
        if (whyNot.attempts().isEmpty() || whyNot.attempts().stream().anyMatch(attempt -> attempt.failed().isEmpty() != fired.contains(attempt.rule()))) {
            wrong.add(asked + ": nothing fails in " + whyNot.attempts() + ", of " + facts);
        }
        whyNot.changes().stream().filter(change -> !gives(Facts.with(facts, change), given)).forEach(change ->
                wrong.add(asked + " does not come of " + change + ", of " + facts));
        int size = whyNot.changes().isEmpty() ? whyNot.most() + 1 : whyNot.changes().get(0).size();
        if (whyNot.changes().stream().anyMatch(change -> change.size() != size)) {
            wrong.add("of several sizes: " + whyNot.changes());
        }
        smaller(facts, whyNot, size, random).filter(other -> gives(other, given)).findFirst().ifPresent(other ->
                wrong.add(asked + " comes of less, " + Changes.between(facts, other) + ", than " + whyNot.changes() + ", of " + facts));
        return wrong;
    }

    /** Half of them have few facts. */
    private static FactSet sparse(FactSet facts, Random random) {
        if (random.nextBoolean()) {
            return facts;
        }
        FactSet.Builder sparse = FactSet.builder(facts.asOf());
        facts.facts().stream().filter(fact -> random.nextInt(3) == 0).forEach(sparse::with);
        return sparse.build();
    }

    private static boolean gives(FactSet facts, Predicate<Decision> given) {
        try {
            return given.test(POLICY.decide(facts));
        } catch (PolicyException twoAnswers) {
            return false;
        }
    }

    /** All changes of one component; and of the changed components and some others all sets of changes that are smaller. */
    private static Stream<FactSet> smaller(FactSet facts, WhyNot whyNot, int size, Random random) {
        if (size < 2) {
            return Stream.of();
        }
        List<List<FactChange>> single = SPACE.each(facts.asKnown()).stream().map(other -> Changes.between(facts.asKnown(), other)).filter(change -> change.size() == 1).toList();
        Set<String> paths = new HashSet<>();
        whyNot.changes().forEach(change -> change.forEach(part -> paths.add(part.path())));
        List<FactChange> some = new ArrayList<>();
        IntStream.range(0, OTHERS).forEach(i -> paths.add(single.get(random.nextInt(single.size())).get(0).path()));
        single.stream().map(change -> change.get(0)).filter(change -> paths.contains(change.path())).forEach(some::add);
        return Stream.concat(single.stream(), Stream.iterate(2, count -> count < Math.min(size, 3), count -> count + 1)
                .flatMap(count -> together(some, count, 0, List.of()))).map(change -> Facts.with(facts, change));
    }

    private static Stream<List<FactChange>> together(List<FactChange> some, int count, int from, List<FactChange> before) {
        if (count == 0) {
            return Stream.of(before);
        }
        return IntStream.range(from, some.size()).boxed().filter(i -> before.stream().noneMatch(other -> collide(other, some.get(i))))
                .flatMap(i -> together(some, count - 1, i + 1, Stream.concat(before.stream(), Stream.of(some.get(i))).toList()));
    }

    /** A component has one value, and a further cause is of one kind. */
    private static boolean collide(FactChange one, FactChange other) {
        return one.path().equals(other.path())
                || one.fact() != other.fact() && one.path().split("\\.")[0].equals(other.path().split("\\.")[0]);
    }

    @Test
    void whatClausesAndAnswersAreThereIsUnderstood() {
        FactSet nothing = FactSet.builder(Instant.parse("2026-03-10T15:30:00Z")).build();
        for (Clause clause : POLICY.clauses()) {
            boolean hasRules = POLICY.rules().stream().anyMatch(rule -> rule.clause().equals(clause.id()));
            WhyNot whyNot = POLICY.whyNot(nothing, clause.id());
            assertThat(whyNot.holds() || whyNot.attempts().isEmpty() != hasRules).as(clause.id()).isTrue();
        }
        ANSWERS.keySet().forEach(answer -> assertThat(POLICY.whyNot(nothing, answer).explain(DUTCH)).contains(answer + " zou worden geconcludeerd"));
    }

    /** A change of the form is a change of what somebody wrote. */
    @Test
    void whatSomebodyWroteIsNotSaid() {
        String written = "Jan de Vries, 06-12345678";
        FactSet facts = FactSet.builder(Instant.parse("2026-03-10T15:30:00Z")).with(
                Intake.builder().subject(written).description(written).expectedResults(written).businessImpact(written).serverUrl(written).module(written)
                        .stepsToReproduce(written).sampleMachines(List.of(new SampleMachine(written, written))).productVersion(written).build(),
                Ticket.builder().channel(Channel.ONLINE_HELPDESK).build()).build();
        for (Locale locale : List.of(Locale.ENGLISH, DUTCH)) {
            String whatIf = POLICY.whatIf(facts).explain(locale);
            assertThat(whatIf).contains(locale == DUTCH ? "onderwerp ingevuld" : "subject given").doesNotContain("Jan", "06-");
            assertThat(POLICY.whyNot(facts, "SUPPLY_MISSING_INFORMATION").explain(locale)).contains(locale == DUTCH ? " ingevuld" : " given")
                    .doesNotContain("Jan", "06-");
        }
    }

    @Test
    void whatAnotherFactWouldChangeDoes() {
        int effects = 0;
        for (int i = 0; i < 20; i++) {
            FactSet facts = sparse(new RandomFactSets(SEED + i).next(), new Random(SEED + i));
            WhatIf whatIf = POLICY.whatIf(facts);
            for (WhatIf.Section section : whatIf.sections()) {
                for (WhatIf.Effect effect : section.effects()) {
                    Decision then = POLICY.decide(Facts.with(facts, List.of(effect.change())));
                    assertThat(effect.then()).isNotEqualTo(section.now());
                    assertThat(then.findings(Finding.class)).containsAll(effect.then());
                    effects++;
                }
            }
            assertThat(whatIf.explain(Locale.ENGLISH)).isNotEqualTo(whatIf.explain(DUTCH));
        }
        assertThat(effects).isGreaterThan(20);
    }
}
