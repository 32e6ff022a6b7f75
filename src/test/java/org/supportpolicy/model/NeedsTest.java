package org.supportpolicy.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supportpolicy.Decision;
import org.supportpolicy.EarlyAnswer;
import org.supportpolicy.HostedPartners;
import org.supportpolicy.Outcome;
import org.supportpolicy.PolicyException;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.author.WorkingCopy;
import org.supportpolicy.fact.AbsentMeansNone;
import org.supportpolicy.fact.AsOf;
import org.supportpolicy.fact.Cause;
import org.supportpolicy.fact.Fact;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.Ground;
import org.supportpolicy.fact.Intake;
import org.supportpolicy.fact.OpenSpan;
import org.supportpolicy.fact.Product;
import org.supportpolicy.fact.ProductVersion;
import org.supportpolicy.fact.Range;
import org.supportpolicy.fact.SampleMachine;
import org.supportpolicy.fact.Ticket;
import org.supportpolicy.finding.Exclusion;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.finding.OpenGate;
import org.supportpolicy.finding.Refusal;
import org.supportpolicy.finding.SupportAnswer;
import org.supportpolicy.internal.engine.RuleEngine;
import org.supportpolicy.internal.possible.Needs;
import org.supportpolicy.internal.record.Components;
import org.supportpolicy.internal.record.Constants;
import org.supportpolicy.internal.trial.PolicyParts;

/**
 * The needs of a decision are exact: a component is listed when, and only when, two completions of what is unknown that differ in it alone
 * answer an open answer differently. What is listed comes with two such completions, which are decided; for what is not, random ones are
 * sought. What cannot be unknown is read from the facts, where
 * {@link AbsentMeansNone} says it.
 */
class NeedsTest {

    private static final long SEED = Long.getLong("supportpolicy.seed", 20250312L);
    private static final int FACT_SETS = Integer.getInteger("supportpolicy.needs", 30);
    private static final int EARLY = Integer.getInteger("supportpolicy.early", 400);
    private static final int OUTCOMES = 50;
    private static final int COMPLETIONS = 10;
    private static final String EXCLUDED = "terms.exclusion-rule";
    private static final List<String> PROMISES = List.of("firstResponse.owed", "firstResponse.clockStartsAt", "firstResponse.status", "followUp.owed",
            "followUp.status");

    private SupportPolicy policy;
    private Needs needs;

    NeedsTest() {
        use(SupportPolicy.standard());
    }

    private void use(SupportPolicy other) {
        policy = other;
        needs = new Needs(new RuleEngine(PolicyParts.of(other).rules()), PolicyParts.of(other).rules(), other.ownFacts());
    }

    @Test
    void everyComponentThatIsListedMattersAndNoOtherDoes() {
        System.out.println("Needs test: seed " + SEED + ", " + FACT_SETS + " fact sets");
        holds();
    }

    /** A refusal by what nobody asked for before, and without a word on what is unknown. */
    @Test
    void soItIsForAFurtherRefusal(@TempDir Path directory) throws IOException {
        WorkingCopy.init(directory);
        HostedPartners.refuse(directory);
        use(SupportPolicy.load(directory));
        holds();
    }

    /** A symptom that makes a ticket urgent, and no word on the levels that are possible for it. */
    @Test
    void soItIsForAFurtherSymptom(@TempDir Path directory) throws IOException {
        WorkingCopy.init(directory);
        Files.writeString(directory.resolve("urgency.drl"), """

                rule "Agents that are offline while data is in danger get urgency 1"
                    @clause("urgency.level-1-definition")
                    @reading("AMB-62")
                    @nl("Agents die offline zijn terwijl gegevens gevaar lopen, krijgen urgentie 1")
                when
                    Impact( agentsOffline == true, serverStopped == true, functionalityLoss == FunctionalityLoss.MINIMAL )
                    not PossibleUrgency( level < 2 )
                    not OutOfScope()
                then
                    conclude( kcontext, new Urgency( 1 ) );
                end
                """, StandardOpenOption.APPEND);
        use(SupportPolicy.load(directory));
        holds();
    }

    /** Facts that the policy declares, of every type, in rules over them and over the library's. */
    @Test
    void soItIsForFactsThatAPolicyDeclares(@TempDir Path directory) throws IOException {
        use(OwnPolicy.in(directory));
        holds();
    }

    /** The standard rules wait for all that can change an answer. */
    @Test
    void noAnswerIsGivenTooEarly() {
        System.out.println("Early answers: seed " + SEED + ", " + EARLY + " fact sets");
        List<String> early = IntStream.range(0, EARLY).parallel().mapToObj(this::facts)
                .flatMap(facts -> policy.decide(facts).early().stream().map(answer -> answer + " of " + facts)).toList();
        assertThat(early).isEmpty();
    }

    /** The rules over declared facts do not wait for all that could change an answer, and each time that is told it is so. */
    @Test
    void whatIsSaidToBeGivenTooEarlyIs(@TempDir Path directory) throws IOException {
        use(OwnPolicy.in(directory));
        int[] early = {0};
        IntStream.range(0, Math.max(15, FACT_SETS / 4)).mapToObj(this::facts).forEach(facts -> {
            Decision decision = decided(facts);
            for (EarlyAnswer answer : decision == null ? List.<EarlyAnswer>of() : decision.early()) {
                Decision then = decided(answer.completion());
                assertThat(isCompletion(facts, answer.completion(), Set.of())).as("%s of %s", answer, facts).isTrue();
                assertThat(then == null || then.findings(Finding.class).contains(answer.other())).as("%s of %s", answer, facts).isTrue();
                early[0]++;
            }
        });
        assertThat(early[0]).isPositive();
    }

    /** What comes of a value of a component is among what was said of it, or is left open still. */
    @Test
    void whatWouldComeOfAValueDoes() {
        int[] settled = {0};
        for (int i = 0; i < OUTCOMES; i++) {
            FactSet facts = facts(i);
            Decision decision = policy.decide(facts);
            for (String path : decision.needs()) {
                for (Outcome outcome : decision.outcomes(path)) {
                    for (Object value : outcome.values()) {
                        Decision then = policy.decide(with(facts, path, value));
                        outcome.answers().forEach((section, findings) -> {
                            Set<Finding> given = given(then, section, findings);
                            assertThat(findings).as(path + " = " + value + " of " + facts).containsAll(given);
                            settled[0] += given.isEmpty() ? 0 : 1;
                        });
                    }
                }
            }
        }
        assertThat(settled[0]).isGreaterThan(OUTCOMES);
    }

    /** What a decision answers of the kinds of finding that were said; support that is undetermined is no answer. */
    private static Set<Finding> given(Decision decision, String section, List<Finding> said) {
        return said.isEmpty() || List.of("exclusions", "suspendedBy", "closureGrounds").contains(section) ? Set.of()
                : decision.findings(Finding.class).stream().filter(finding -> finding.getClass() == said.get(0).getClass())
                        .filter(finding -> finding != SupportAnswer.UNDETERMINED).collect(Collectors.toSet());
    }

    private void holds() {
        List<String> wrong = IntStream.range(0, FACT_SETS).parallel().boxed().flatMap(i -> wrong(facts(i), SEED + i).stream()).toList();
        if (!wrong.isEmpty()) {
            throw new AssertionError(wrong.size() + " wrong:\n" + String.join("\n", wrong));
        }
    }

    /** Every other fact set is sparse: of its facts and their components most are left out. */
    private FactSet facts(int number) {
        boolean declares = !policy.ownFacts().kinds().isEmpty();
        FactSet facts = declares ? new OwnFactSets(SEED + number, policy.ownFacts()).next() : new RandomFactSets(SEED + number).next();
        if (number % 2 == 0) {
            return facts;
        }
        Random random = new Random(SEED + number);
        FactSet.Builder sparse = FactSet.builder(facts.asOf());
        facts.facts().stream().filter(fact -> random.nextInt(3) == 0).forEach(sparse::with);
        return sparse.build();
    }

    private List<String> wrong(FactSet facts, long seed) {
        Random random = new Random(seed);
        List<String> wrong = new ArrayList<>();
        Set<String> listed;
        Decision decision;
        try {
            decision = policy.decide(facts);
            listed = decision.needs();
        } catch (PolicyException twoAnswers) {
            return wrong; // an edited rule that contradicts another
        }
        Map<String, List<Object>> unknown = unknown(facts, false);
        Map<String, List<Object>> present = unknown(facts, true);
        listed.stream().filter(path -> !unknown.containsKey(path)).forEach(path -> wrong.add(path + " is listed, but known or no open fact, in " + facts));
        Map<String, Needs.Witness> witnesses = needs.witnesses(facts, decision.reasons());
        for (String path : unknown.keySet()) {
            if (listed.contains(path)) {
                String fault = witnesses.containsKey(path) ? fault(facts, decision, path, witnesses.get(path)) : "nothing shows it";
                if (fault != null) {
                    wrong.add(path + " is listed, but " + fault + ", in " + facts);
                }
                continue;
            }
            String how = matters(facts, decision, path, unknown, false, random);
            if (how == null && present.containsKey(path)) {
                how = matters(facts, decision, path, present, true, random);
            }
            if (how != null) {
                wrong.add(path + " matters and is not listed (" + how + "), in " + facts);
            }
        }
        return wrong;
    }

    /** What is wrong with the two completions that are to show that a component matters; null for nothing. */
    private String fault(FactSet facts, Decision decision, String path, Needs.Witness witness) {
        Decision one = decided(witness.one());
        Decision other = decided(witness.other());
        if (!isCompletion(facts, witness.one(), Set.of()) || !isCompletion(facts, witness.other(), Set.of())
                || !isCompletion(witness.one(), witness.other(), Set.of(path)) || !isCompletion(witness.other(), witness.one(), Set.of(path))) {
            return "the completions are none, or differ in more: " + witness;
        } else if (one == null || other == null) {
            return null; // an edited rule that contradicts another
        } else if (Objects.equals(answer(one, witness), answer(other, witness))) {
            return "both completions answer " + answer(one, witness) + ": " + witness;
        }
        Object given = answer(decision, witness);
        boolean isOpen = witness.section().equals("support.answer") ? decision.support().orElseThrow() != SupportAnswer.NOT_OWED
                : given == null || given.equals(Boolean.FALSE);
        return isOpen ? null : "the answer " + given + " is not open: " + witness;
    }

    private static Object answer(Decision decision, Needs.Witness witness) {
        boolean refused = !decision.findings(Refusal.class).isEmpty();
        return switch (witness.section()) {
            case "exclusions", "suspendedBy", "closureGrounds" -> decision.findings(witness.finding().getClass()).contains(witness.finding());
            case "support.answer" -> witness.finding() instanceof Refusal ? refused : !refused && decision.findings(OpenGate.class).contains(witness.finding());
            default -> Answers.of(decision).get(witness.section());
        };
    }

    /** Whether all that is known of a fact set stays so in another, but for some paths. */
    private static boolean isCompletion(FactSet facts, FactSet other, Set<String> but) {
        Map<String, Object> before = known(facts);
        Map<String, Object> after = known(other);
        return before.entrySet().stream().allMatch(each -> but.contains(each.getKey()) || but.contains(each.getKey().split("\\.")[0])
                || each.getKey().equals("product.versions") || each.getValue().equals(after.get(each.getKey())));
    }

    private static Map<String, Object> known(FactSet facts) {
        Map<String, Object> known = new LinkedHashMap<>();
        int cause = 0;
        for (Fact fact : facts.facts()) {
            String key = fact instanceof Cause ? "causes[" + cause++ + "]" : key(fact.getClass());
            Components.known(fact.asKnownAt(facts.now())).forEach((name, value) -> known.put(key + "." + name, value));
        }
        return known;
    }

    /** How giving a component changes an open answer under some completion; null when none was found that does. */
    private String matters(FactSet facts, Decision decision, String path, Map<String, List<Object>> unknown, boolean members, Random random) {
        Map<String, Object> given = answers(decision, members);
        Set<String> open = open(decision, given, members);
        for (int i = 0; i < COMPLETIONS && !open.isEmpty(); i++) {
            FactSet completed = facts;
            double dense = random.nextInt(3) == 0 ? random.nextDouble() : random.nextDouble() / 5;
            for (Map.Entry<String, List<Object>> other : unknown.entrySet()) {
                if (!other.getKey().equals(path) && random.nextDouble() < dense) {
                    completed = with(completed, other.getKey(), other.getValue().get(random.nextInt(other.getValue().size())));
                }
            }
            Map<String, Object> without = answers(decided(completed), members);
            for (Object value : unknown.get(path)) {
                Map<String, Object> with = answers(decided(with(completed, path, value)), members);
                for (String answer : open) {
                    if (!Objects.equals(without.get(answer), with.get(answer)) && counts(answer, given, without, with)) {
                        return answer + " from " + without.get(answer) + " to " + with.get(answer) + " by " + value + " after " + completed;
                    }
                }
            }
        }
        return null;
    }

    private Decision decided(FactSet facts) {
        try {
            return facts == null ? null : policy.decide(facts);
        } catch (PolicyException twoAnswers) {
            return null;
        }
    }

    private FactSet with(FactSet facts, String path, Object value) {
        return facts == null ? null : Facts.with(facts, path, value, policy.ownFacts());
    }

    /**
     * Whether a difference counts: exclusions, suspensions and refusals are asked for in sections of their own, and taken as they are by what
     * is promised.
     */
    private static boolean counts(String answer, Map<String, Object> given, Map<String, Object> without, Map<String, Object> with) {
        if (without.isEmpty() || with.isEmpty()) {
            return false;
        }
        return !PROMISES.contains(answer) || Stream.of("exclusions", "suspendedBy", "refused")
                .allMatch(other -> given.get(other).equals(without.get(other)) && given.get(other).equals(with.get(other)));
    }

    private static Map<String, Object> answers(Decision decision, boolean members) {
        Map<String, Object> answers = new LinkedHashMap<>();
        if (decision == null) {
            return answers;
        }
        if (members) {
            decision.exclusions().forEach(one -> answers.put("exclusion " + one, true));
            decision.suspendedBy().forEach(one -> answers.put("suspension " + one, true));
            decision.closureGrounds().forEach(one -> answers.put("ground " + one, true));
            answers.put("", true);
            return answers;
        }
        Answers all = Answers.of(decision);
        for (String name : List.of("entitlement", "urgency.level", "queue.certified", "version.status", "lifecycle.state")) {
            answers.put(name, all.get(name));
        }
        PROMISES.forEach(name -> answers.put(name, all.get(name)));
        Set<String> refused = decision.findings(Refusal.class).stream().map(Refusal::clause).filter(clause -> !clause.equals(EXCLUDED))
                .collect(Collectors.toCollection(TreeSet::new));
        answers.put("exclusions", decision.exclusions());
        answers.put("suspendedBy", decision.suspendedBy());
        answers.put("refused", !refused.isEmpty());
        answers.put("support", !refused.isEmpty() ? "refused"
                : decision.findings(OpenGate.class).stream().map(OpenGate::clause).collect(Collectors.toCollection(TreeSet::new)));
        return answers;
    }

    /** The answers that are open: absent, or given although a completion may say otherwise. */
    private Set<String> open(Decision decision, Map<String, Object> given, boolean members) {
        Set<String> open = new LinkedHashSet<>();
        if (members) {
            Exclusion.known().forEach(one -> open.add("exclusion " + one));
            policy.clauses().forEach(clause -> open.add("suspension " + clause.id()));
            Ground.known().forEach(one -> open.add("ground " + one));
            open.removeAll(given.keySet());
            return open;
        }
        Stream.of("entitlement", "urgency.level", "queue.certified", "version.status", "lifecycle.state", "firstResponse.owed", "followUp.owed")
                .filter(name -> given.get(name) == null).forEach(open::add);
        if (!Boolean.FALSE.equals(given.get("firstResponse.owed"))) {
            Stream.of("firstResponse.clockStartsAt", "firstResponse.status").filter(name -> given.get(name) == null).forEach(open::add);
        }
        if (Boolean.TRUE.equals(given.get("followUp.owed")) && given.get("followUp.status") == null) {
            open.add("followUp.status");
        }
        if (decision.support().orElseThrow() != SupportAnswer.NOT_OWED) {
            open.add("support");
        }
        return open;
    }

    // ---- what can be unknown

    /** The components that are unknown, each with values to try; of facts that are there only, or of all. */
    private Map<String, List<Object>> unknown(FactSet facts, boolean onlyThere) {
        Map<String, List<Object>> unknown = new LinkedHashMap<>();
        int cause = 0;
        for (Fact fact : facts.facts()) {
            String key = fact instanceof Cause ? "causes[" + cause++ + "]" : key(fact.getClass());
            there(facts, key, fact.asKnownAt(facts.now()), unknown);
        }
        for (Class<?> type : Stream.concat(Stream.of(Fact.class.getPermittedSubclasses()), policy.ownFacts().kinds().values().stream()).toList()) {
            if (!onlyThere && type != AsOf.class && !type.isInterface() && facts.get(type.asSubclass(Fact.class)).isEmpty()) {
                absent(facts, type, unknown);
            }
        }
        return unknown;
    }

    private void there(FactSet facts, String key, Fact fact, Map<String, List<Object>> unknown) {
        AbsentMeansNone mark = fact.getClass().getAnnotation(AbsentMeansNone.class);
        boolean none = mark != null && mark.of().length == 0;
        if (none && mark.onceGiven()) {
            return;
        }
        for (RecordComponent component : fact.getClass().getRecordComponents()) {
            AbsentMeansNone own = component.getAnnotation(AbsentMeansNone.class);
            boolean choice = component.getType() == Boolean.class || Constants.isKind(component.getType()) || component.getType() == LocalDate.class;
            if ((own == null || !own.beside().isEmpty()) && (!none || choice) && isOpen(fact, component)) {
                add(facts, key, component, unknown);
            }
        }
    }

    private static boolean isOpen(Fact fact, RecordComponent component) {
        try {
            Object value = component.getAccessor().invoke(fact);
            return value == null || fact instanceof Product product && component.getName().equals("versions") && !product.isEveryDayKnown();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private void absent(FactSet facts, Class<?> type, Map<String, List<Object>> unknown) {
        AbsentMeansNone mark = type.getAnnotation(AbsentMeansNone.class);
        if (mark != null && mark.onceGiven()) {
            unknown.put(key(type), List.of(Intake.builder().build(), complete()));
        } else if (mark == null || mark.of().length > 0 && facts.get(Ticket.class).map(Ticket::kind).filter(Arrays.asList(mark.of())::contains).isEmpty()) {
            for (RecordComponent component : type.getRecordComponents()) {
                AbsentMeansNone own = component.getAnnotation(AbsentMeansNone.class);
                if (own == null || own.onceGiven() || !own.beside().isEmpty()) {
                    add(facts, key(type), component, unknown);
                }
            }
        }
    }

    private static String key(Class<?> type) {
        return type.getSimpleName().substring(0, 1).toLowerCase(Locale.ROOT) + type.getSimpleName().substring(1);
    }

    private void add(FactSet facts, String key, RecordComponent component, Map<String, List<Object>> unknown) {
        List<Object> values = policy.ownFacts().kinds().isEmpty() ? values(facts, component)
                : Stream.concat(values(facts, component).stream(), ownValues(facts, component)).filter(value -> mayBe(component, value)).toList();
        if (!values.isEmpty()) {
            unknown.put(key + "." + component.getName(), values);
        }
    }

    /** What the rules over declared facts say, and what stands in the facts with what is right beside it. */
    private static Stream<Object> ownValues(FactSet facts, RecordComponent component) {
        Class<?> type = component.getType();
        Stream<Object> known = facts.facts().stream().flatMap(fact -> Components.known(fact.asKnownAt(facts.now())).values().stream())
                .filter(type::isInstance);
        if (type == Instant.class) {
            return known.map(Instant.class::cast).flatMap(at -> Stream.<Object>of(at.minusNanos(1), at, at.plusNanos(1)).filter(each -> !facts.asOf().isBefore((Instant) each)));
        } else if (type == LocalDate.class) {
            return known.map(LocalDate.class::cast).flatMap(day -> Stream.of(day.minusDays(1), day, day.plusDays(1)));
        } else if (type == Integer.class) {
            return Stream.of(2, 8, 12, 100);
        } else if (type == Duration.class) {
            return Stream.of(Duration.ZERO, Duration.ofHours(2), Duration.ofDays(3));
        } else if (type == List.class && !component.getDeclaringRecord().getName().startsWith("org.supportpolicy.fact.")) {
            return Stream.of(List.of());
        }
        return type == String.class && !component.getName().equals("installedVersion") ? Stream.concat(Stream.of("goodwill", "other"), known) : Stream.of();
    }

    private static boolean mayBe(RecordComponent component, Object value) {
        Range range = component.getAnnotation(Range.class);
        return !(value instanceof Integer number) || range == null || number >= range.from() && number <= range.to();
    }

    private static List<Object> values(FactSet facts, RecordComponent component) {
        LocalDate today = facts.now().date();
        Instant now = facts.asOf();
        Class<?> type = component.getType();
        if (Constants.isKind(type)) {
            return Constants.of(type);
        } else if (type == Boolean.class) {
            return List.of(true, false);
        } else if (type == Integer.class) {
            return List.of(0, 1, 3);
        } else if (type == LocalDate.class) {
            return List.of(today, today.minusDays(1), today.minusDays(20), today.minusYears(1), today.minusYears(3), today.minusYears(90), today.plusDays(30));
        } else if (type == Instant.class) {
            return List.of(now, now.minusSeconds(3_600), now.minusSeconds(86_400 * 9L), now.minusSeconds(86_400 * 3_000L));
        } else if (type == Period.class) {
            return List.of(Period.ZERO, Period.ofDays(10), Period.ofYears(100));
        }
        return switch (component.getName()) {
            case "hours" -> List.of(Map.of(DayOfWeek.MONDAY, List.of(OpenSpan.of("09:00", "17:00"))),
                    Stream.of(DayOfWeek.values()).collect(Collectors.toMap(day -> day, day -> List.of(OpenSpan.of("00:00", "24:00")))));
            case "installedVersion" -> List.of("v0", "v1", "v2", "v3", "v9", "1", "2");
            case "versions" -> versions(facts.get(Product.class).orElse(Product.builder().build()), today);
            default -> List.of();
        };
    }

    private static List<Object> versions(Product product, LocalDate today) {
        List<LocalDate> days = List.of(today.minusDays(30), today.minusYears(3), today.plusDays(3), today);
        return days.stream().<Object>map(day -> product.versions() == null ? releases(day) : filled(product, day)).toList();
    }

    /** Five releases, the first on a day and each a week after the one before. */
    private static List<ProductVersion> releases(LocalDate first) {
        return IntStream.range(0, 5).mapToObj(i -> new ProductVersion("v" + i, first.plusWeeks(i))).toList();
    }

    private static List<ProductVersion> filled(Product product, LocalDate day) {
        return product.versions().stream().map(entry -> entry.availableOn() == null ? new ProductVersion(entry.version(), day) : entry).toList();
    }

    private static Intake complete() {
        return Intake.builder().subject("s").description("d").expectedResults("e").businessImpact("b").serverUrl("u").module("m")
                .stepsToReproduce("t").sampleMachines(List.of(new SampleMachine("g", "m"))).productVersion("9").build();
    }
}
