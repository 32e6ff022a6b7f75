package org.supportpolicy.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
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
import org.junit.jupiter.api.io.TempDir;
import org.supportpolicy.Clause;
import org.supportpolicy.Decision;
import org.supportpolicy.FactChange;
import org.supportpolicy.OwnFacts;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Reason;
import org.supportpolicy.Rule;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.WhatIf;
import org.supportpolicy.WhyNot;
import org.supportpolicy.fact.By;
import org.supportpolicy.fact.Channel;
import org.supportpolicy.fact.Customer;
import org.supportpolicy.fact.CustomerKind;
import org.supportpolicy.fact.Deployment;
import org.supportpolicy.fact.Fact;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.Intake;
import org.supportpolicy.fact.Mishap;
import org.supportpolicy.fact.MishapKind;
import org.supportpolicy.fact.MissingUpdate;
import org.supportpolicy.fact.Product;
import org.supportpolicy.fact.ProductVersion;
import org.supportpolicy.fact.SampleMachine;
import org.supportpolicy.fact.Ticket;
import org.supportpolicy.fact.TicketKind;
import org.supportpolicy.fact.TicketState;
import org.supportpolicy.finding.Action;
import org.supportpolicy.finding.ActionKind;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.internal.engine.RuleEngine;
import org.supportpolicy.internal.possible.SmallestChanges;
import org.supportpolicy.internal.record.Changes;
import org.supportpolicy.internal.trial.PolicyParts;

/**
 * The change of facts that is said to bring an answer does, and no smaller one does: all changes of one component are decided, and of the
 * components that were changed and some others two changes together.
 */
class WhyNotTest {

    private static final long SEED = Long.getLong("supportpolicy.seed", 20250312L);
    private static final int PAIRS = Integer.getInteger("supportpolicy.whynot", 30);
    private static final int OTHERS = 4;
    private static final int MOST_TOGETHER = 300;
    private static final Locale DUTCH = Locale.forLanguageTag("nl");

    private static final SupportPolicy POLICY = SupportPolicy.standard();
    private static final SmallestChanges SPACE = new SmallestChanges(new RuleEngine(PolicyParts.of(POLICY).rules()), PolicyParts.of(POLICY).rules(), OwnFacts.NONE);
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
        Stream.of("MARK_RESOLVED", "REFER", "GIVE_PRIORITY", "REOPEN", "STAY_ENGAGED").map(ActionKind::of).forEach(action ->
                answers.put(action.name(), decision -> decision.actions().stream().map(Action::action).anyMatch(action::equals)));
        Stream.of("a", "c", "g").forEach(letter -> answers.put("exclusions=" + letter,
                decision -> decision.exclusions().stream().anyMatch(said -> said.letter().equals(letter))));
        return answers;
    }

    private SupportPolicy policy = POLICY;
    private SmallestChanges space = SPACE;

    @Test
    void theChangesThatAreSaidBringTheAnswerAndNoSmallerOnesDo() {
        System.out.println("Why-not test: seed " + SEED + ", " + PAIRS + " pairs of facts and answers");
        List<String> wrong = IntStream.range(0, PAIRS).parallel().mapToObj(i -> wrong(new Random(SEED + i))).flatMap(List::stream).toList();
        assertThat(wrong).isEmpty();
    }

    /** Facts that the policy declares are changed too. */
    @Test
    void soItIsForFactsThatAPolicyDeclares(@TempDir Path directory) throws IOException {
        policy = OwnPolicy.in(directory);
        space = new SmallestChanges(new RuleEngine(PolicyParts.of(policy).rules()), PolicyParts.of(policy).rules(), policy.ownFacts());
        List<String> wrong = IntStream.range(0, PAIRS).parallel().mapToObj(i -> wrong(new Random(SEED + i))).flatMap(List::stream).toList();
        assertThat(wrong).isEmpty();
    }

    private List<String> wrong(Random random) {
        long seed = random.nextLong();
        FactSet facts = sparse(policy == POLICY ? new RandomFactSets(seed).next() : new OwnFactSets(seed, policy.ownFacts()).next(), random);
        List<String> names = List.copyOf(ANSWERS.keySet());
        String asked = names.get(random.nextInt(names.size()));
        Predicate<Decision> given = ANSWERS.get(asked);
        WhyNot whyNot = policy.whyNot(facts, asked);
        List<String> wrong = new ArrayList<>();
        if (whyNot.holds() != given.test(policy.decide(facts))) {
            wrong.add(asked + " holds: " + whyNot.holds() + ", of " + facts);
        }
        if (whyNot.holds() || !wrong.isEmpty()) {
            return wrong;
        }
        Set<Rule> fired = policy.decide(facts).reasons().stream().map(Reason::rule).collect(Collectors.toSet());
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

    private boolean gives(FactSet facts, Predicate<Decision> given) {
        try {
            return given.test(policy.decide(facts));
        } catch (PolicyException twoAnswers) {
            return false;
        }
    }

    /** All changes of one component; and of the changed components and some others sets of two changes, not all when they are very many. */
    private Stream<FactSet> smaller(FactSet facts, WhyNot whyNot, int size, Random random) {
        if (size < 2) {
            return Stream.of();
        }
        FactSet known = facts.asKnown();
        List<FactSet> others = space.each(known, Integer.MAX_VALUE).others();
        List<FactChange> single = others.stream().map(other -> Changes.between(known, other)).filter(change -> change.size() == 1)
                .map(change -> change.get(0)).collect(Collectors.toList());
        Set<String> paths = new HashSet<>();
        whyNot.changes().forEach(change -> change.forEach(part -> paths.add(part.path())));
        IntStream.range(0, OTHERS).forEach(i -> paths.add(single.get(random.nextInt(single.size())).path()));
        List<FactChange> some = single.stream().filter(change -> paths.contains(change.path())).collect(Collectors.toList());
        Collections.shuffle(some, random);
        return Stream.concat(others.stream(), size < 3 ? Stream.of() : together(some, 2, 0, List.of()).limit(MOST_TOGETHER)
                .map(change -> Facts.with(facts, change)));
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

    private static FactSet with(Fact... facts) {
        return FactSet.builder(Instant.parse("2026-03-10T15:30:00Z")).with(facts).build();
    }

    private static Mishap mishap(int day) {
        return Mishap.builder().causedProblem(true).by(By.CUSTOMER).what(MishapKind.values()[day % MishapKind.values().length]).build();
    }

    @Test
    void ofCausesThatAreTheSameOneIsChangedAndOfVeryManyNotAllAre() {
        WhatIf same = POLICY.whatIf(with(Stream.generate(() -> mishap(0)).limit(300).toArray(Fact[]::new)));
        assertThat(same.alike()).isEqualTo(Map.of("causes[0]", 300));
        assertThat(same.leftOut()).isZero();
        assertThat(same.explain(Locale.ENGLISH)).contains("Of 300 causes that are the same only one was changed, causes[0].");
        LocalDate first = LocalDate.parse("2020-01-01");
        Fact[] updates = IntStream.range(0, 300).mapToObj(day -> MissingUpdate.builder().availableOn(first.plusDays(day)).build()).toArray(Fact[]::new);
        WhatIf different = POLICY.whatIf(with(updates));
        assertThat(different.alike()).isEmpty();
        assertThat(different.leftOut()).isPositive();
        assertThat(different.explain(DUTCH)).contains(different.leftOut() + " andere waarden zijn niet geprobeerd");
    }

    @Test
    void whatIsTooMuchToLookAtIsSaid() {
        WhyNot whyNot = POLICY.whyNot(with(IntStream.range(0, 400).mapToObj(WhyNotTest::mishap).toArray(Fact[]::new)), "support=OWED");
        assertThat(whyNot.changes()).isEmpty();
        assertThat(whyNot.isStopped()).isTrue();
        assertThat(whyNot.explain(Locale.ENGLISH)).contains("too many").doesNotContain("0 facts", "1 facts");
        WhyNot never = POLICY.whyNot(with(), "support=OWED");
        assertThat(never.isStopped()).isEqualTo(never.changes().isEmpty());
    }

    /** A withdrawal, a hold and two determinations at once are each one component. */
    @Test
    void recordsThatAreNotThereAreTried() {
        FactSet product = with(Product.builder().installedVersion("1").versions(List.of(new ProductVersion("1", LocalDate.parse("2025-01-01")))).build());
        assertThat(POLICY.whyNot(product, "sunset.one-year-notice").changes()).isNotEmpty()
                .allSatisfy(change -> assertThat(change).extracting(FactChange::path).containsExactly("product.withdrawal"));
        assertThat(POLICY.whyNot(with(), "closure.works-as-designed").changes()).isNotEmpty()
                .allSatisfy(change -> assertThat(change).extracting(FactChange::path).containsExactly("diagnosis.determinations"));
        assertThat(POLICY.whatIf(with(Ticket.builder().state(TicketState.ACTIVE).build())).explain(Locale.ENGLISH)).doesNotContain("none of them");
        assertThat(POLICY.whyNot(product, "version=UNKNOWN").explain(DUTCH)).contains("een versie die niet in de lijst staat");
    }

    @Test
    void aWordIsTheAnswerOfItsFirstSectionAndTheOthersAreSaid() {
        WhyNot bare = POLICY.whyNot(with(), "NOT_OWED");
        assertThat(bare.asked()).isEqualTo("support=NOT_OWED");
        assertThat(bare.others()).containsExactly("firstResponse=NOT_OWED", "followUp=NOT_OWED");
        assertThat(bare.explain(DUTCH)).contains("firstResponse=NOT_OWED of followUp=NOT_OWED");
        WhyNot chosen = POLICY.whyNot(with(), "followUp=NOT_OWED");
        assertThat(chosen.others()).isEmpty();
        assertThat(chosen.attempts()).isNotEmpty().allSatisfy(attempt -> assertThat(attempt.rule().clause()).startsWith("followup."));
    }

    @Test
    void alternativesAreMarkedAndACauseIsNamed() {
        FactSet facts = with(Customer.builder().kind(CustomerKind.CUSTOMER).deployment(Deployment.ON_PREMISE).build(), mishap(0), mishap(1),
                Mishap.builder().what(MishapKind.NEGLECT).causedProblem(false).by(By.CUSTOMER).build());
        FactSet one = with(Customer.builder().kind(CustomerKind.CUSTOMER).build(), Mishap.builder().by(By.CUSTOMER).causedProblem(false).build());
        String english = POLICY.whyNot(one, "exclusions=b").explain(Locale.ENGLISH);
        assertThat(english).contains("Cause 1 (Mishap or change): caused the problem (now: did not cause the problem)");
        assertThat(POLICY.whyNot(facts, "NOT_OWED").holds()).isTrue();
        assertThat(POLICY.whyNot(with(), "urgency=4").explain(Locale.ENGLISH)).contains("\n    either  ", "\n    or      ");
        assertThat(POLICY.whyNot(with(), "urgency=4").explain(DUTCH)).contains("\n    ofwel ");
    }

    @Test
    void onlyWhatIsNearIsProposed() {
        assertThatThrownBy(() -> POLICY.whyNot(with(), "foo")).hasMessageContaining("SP-W011").hasMessageNotContaining("Maybe");
        assertThatThrownBy(() -> POLICY.whyNot(with(), "=OWED")).hasMessageContaining("SP-W011");
        assertThatThrownBy(() -> POLICY.whyNot(with(), "OWD")).hasMessageContaining("Maybe OWED.");
        assertThatThrownBy(() -> POLICY.whyNot(with(), "firstresponse=BREACHD")).hasMessageContaining("Maybe firstResponse=BREACHED.");
    }

    /** Where no word is near, the answers of the section are listed, and each of them can be asked for. */
    @Test
    void theAnswersOfASectionAreListed() {
        for (String section : List.of("firstResponse", "support", "urgency", "exclusions", "closureGrounds")) {
            String message = catchThrowableOfType(PolicyException.class, () -> POLICY.whyNot(with(), section + "=OVERDUE")).getMessage();
            assertThat(message).contains("There is no answer (" + section + "=OVERDUE).", "The answers of (" + section + ") are: ").doesNotContain("Maybe");
            List<String> answers = List.of(message.substring(message.indexOf("are: ") + 5, message.lastIndexOf('.')).split(", "));
            assertThat(answers).hasSizeBetween(3, 20).allSatisfy(answer -> assertThat(POLICY.whyNot(with(), section + "=" + answer).asked())
                    .isEqualToIgnoringCase(section + "=" + answer));
        }
        assertThatThrownBy(() -> POLICY.whyNot(with(), "firstResponse=OVERDUE")).hasMessageContaining("BREACHED").hasMessageContaining("MET");
    }

    @Test
    void whatIsAskedForIsSaidAsDecisionsSpellIt() {
        Map.of("URGENCY=1", "urgency=1", "owed", "support=OWED", "Exclusion=C", "exclusions=c", "FIRSTRESPONSE=breached", "firstResponse=BREACHED",
                "firstResponse = TRUE", "firstResponse=true", "lifecycle=closed", "lifecycle=CLOSED", "mark_resolved", "actions=MARK_RESOLVED")
                .forEach((asked, said) -> assertThat(POLICY.whyNot(with(), asked).asked()).isEqualTo(said));
    }

    /** Each change once, in one line with what comes of it and the clause. */
    @Test
    void whatIfSaysNothingTwice() {
        WhatIf whatIf = POLICY.whatIf(with(Ticket.builder().kind(TicketKind.PROBLEM).channel(Channel.ONLINE_HELPDESK).build()));
        List<String> lines = whatIf.explain(Locale.ENGLISH).lines().filter(line -> line.contains(" → ")).toList();
        assertThat(lines).isNotEmpty().allMatch(line -> line.contains("["));
        assertThat(lines.stream().map(line -> line.replaceFirst(" → .*", ""))).doesNotHaveDuplicates();
        assertThat(lines).anyMatch(line -> line.contains("; also changes: "));
    }
}
