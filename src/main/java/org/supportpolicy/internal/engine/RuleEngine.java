package org.supportpolicy.internal.engine;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.fact.AsOf;
import org.supportpolicy.fact.Cause;
import org.supportpolicy.fact.Desk;
import org.supportpolicy.fact.Fact;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.Ticket;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.internal.check.CheckedRule;
import org.supportpolicy.internal.engine.Strata.Stratum;
import org.supportpolicy.internal.environment.OptionalLibrary;
import org.supportpolicy.internal.source.Source;
import org.supportpolicy.internal.words.ProblemTexts;

/**
 * Runs rules over fact sets.
 *
 * <p>Since no finding of a policy rests on its own absence, its rules can be put in an order in which each comes after all that
 * conclude what it looks at. So each is tried once, no finding is ever withdrawn, and what a rule matched is the reason. A session
 * of Drools concludes the same from the same files. Immutable and thread-safe.
 */
public final class RuleEngine {

    private static final Logger LOG = LoggerFactory.getLogger(SupportPolicy.class);
    /** Far more firings for each fact than any ticket needs; rules that go on past them feed themselves. */
    private static final int FIRINGS_PER_FACT = 1_000;
    /** However many facts there are: each conclusion is compared with others, and is something to be read. */
    private static final int MOST_FIRINGS = 10_000;
    /** The most rules that are named as those that kept firing. */
    private static final int MOST_NAMED = 20;
    /** So many decisions pay for the code that is made of the rules. */
    private static final int MANY = 4_096;
    private static final Desk NO_DESK = Desk.builder().build();

    private final List<CheckedRule> rules;
    private final Stratum[] strata;
    private final ClassValue<int[]> numbers;
    private final int[][] numbersOf;
    private final Object[][] nothing;
    private final int selections;
    private final int views;
    private final int slots;
    private final RulePlanner planned;
    private final boolean compiles;
    /** How many decisions it was asked for, as far as that matters; threads may miss one another's. */
    private int decisions;
    /** Made when it is worth its while; whole whenever a thread sees it. */
    private @Nullable RuleCode code;

    /** Takes rules, none of which concludes a finding from the absence of what rests on it. */
    public RuleEngine(List<CheckedRule> rules) {
        this(rules, new Evaluation(), OptionalLibrary.ASM.isFound());
    }

    private RuleEngine(List<CheckedRule> rules, Evaluation evaluation, boolean compiles) {
        this.rules = List.copyOf(rules);
        this.planned = new RulePlanner(evaluation);
        this.strata = Strata.of(this.rules, planned);
        Map<Class<?>, Integer> known = Map.copyOf(planned.types());
        this.numbers = new ClassValue<>() {
            @Override
            protected int[] computeValue(Class<?> kind) {
                return known.entrySet().stream().filter(entry -> entry.getKey().isAssignableFrom(kind)).mapToInt(Map.Entry::getValue)
                        .toArray();
            }
        };
        this.numbersOf = new int[known.size()][];
        known.forEach((kind, number) -> numbersOf[number] = numbers(kind));
        this.nothing = new Object[known.size()][];
        Arrays.fill(nothing, Deduction.NOTHING);
        this.selections = planned.selections();
        this.views = planned.views();
        this.slots = planned.slots();
        this.compiles = compiles;
    }

    /** The same rules, run by an evaluation that may look on. */
    public RuleEngine by(Evaluation evaluation) {
        return new RuleEngine(rules, evaluation, false);
    }

    /** The rules, in the order of their numbers. */
    public List<CheckedRule> rules() {
        return rules;
    }

    Stratum[] strata() {
        return strata;
    }

    /** The numbers of the classes, among those that rules look at or conclude, that an object of a class belongs to. */
    int[] numbers(Class<?> kind) {
        return numbers.get(kind);
    }

    /** The same of the class with a number. */
    int[] numbers(int type) {
        return numbersOf[type];
    }

    /** No object of any class that rules look at or conclude, by the numbers of the classes. */
    Object[][] nothing() {
        return nothing.clone();
    }

    /** The code of the rules; null until some time after they have decided often, and where there can be none. */
    @Nullable RuleCode code() {
        return code;
    }

    /** Has code made of the rules while they decide on, for it takes as long as many decisions. */
    private void compileBeside() {
        Thread beside = new Thread(this::compile, "support-policy-compiler");
        beside.setDaemon(true);
        beside.start();
    }

    /** Makes code of the rules, from now on and for all who go by their plan. */
    void compile() {
        try {
            code = RuleCompiler.compile(strata, planned).orElse(null);
            LOG.debug(code == null ? "{} rules are more than a class can hold, and go on by their plan." : "Compiled {} rules.",
                    rules.size());
        } catch (LinkageError e) {
            LOG.warn("The rules are not compiled and go on by their plan, for ASM is another than was expected: {}", e.toString());
        }
    }

    int selections() {
        return selections;
    }

    /** How many slots the longest rule needs. */
    public int slots() {
        return slots;
    }

    /** How many different views rules take of facts and findings. */
    public int views() {
        return views;
    }

    /** The rules in the order in which they are tried. */
    public List<Planned> planned() {
        List<Planned> planned = new ArrayList<>();
        for (int level = 0; level < strata.length; level++) {
            add(strata[level].once(), level, false, planned);
            add(strata[level].again(), level, true, planned);
        }
        return planned;
    }

    private static void add(Strata.Group[] groups, int level, boolean again, List<Planned> planned) {
        Map<CheckedRule, List<RulePlan.Way>> ways = new LinkedHashMap<>();
        for (Strata.Group group : groups) {
            for (Strata.Try one : group.tries()) {
                ways.computeIfAbsent(one.rule(), rule -> new ArrayList<>()).add(one.way());
            }
        }
        ways.forEach((rule, together) -> planned.add(new Planned(rule, together.toArray(RulePlan.Way[]::new), level, again)));
    }

    /**
     * A rule as it is tried.
     *
     * @param rule the rule
     * @param ways its ways
     * @param level it comes after all of a lower level
     * @param again whether it is tried again with the others of its level for which this is so, until nothing new comes of them
     */
    public record Planned(CheckedRule rule, RulePlan.Way[] ways, int level, boolean again) {}

    /**
     * Lets the rules conclude what they can.
     *
     * @param facts the facts; an event later than their instant has not happened
     * @return the conclusions, in no particular order
     * @throws PolicyException if the rules keep firing without end, naming those that do, or if one of them fails
     */
    public List<Conclusion> conclude(FactSet facts) {
        return conclude(facts, List.of(), null, null);
    }

    /**
     * Lets some of the rules conclude what they can.
     *
     * @param facts the facts; an event later than their instant has not happened
     * @param findings what is taken as concluded already
     * @param which the names of the rules that may fire; null for all
     * @return the conclusions, in no particular order
     * @throws PolicyException if the rules keep firing without end, naming those that do, or if one of them fails
     */
    public List<Conclusion> conclude(FactSet facts, Collection<? extends Finding> findings, @Nullable Predicate<String> which) {
        return conclude(facts, findings, which, null);
    }

    /**
     * Lets the rules conclude what they can.
     *
     * @param facts as {@link #conclude(FactSet)} has it
     * @param onlooker what an evaluation that looks on finds behind all slots
     * @throws PolicyException as {@link #conclude(FactSet)} has it
     */
    public List<Conclusion> conclude(FactSet facts, Object onlooker) {
        return conclude(facts, List.of(), null, onlooker);
    }

    private List<Conclusion> conclude(FactSet facts, Collection<? extends Finding> findings, @Nullable Predicate<String> which,
            @Nullable Object onlooker) {
        if (compiles && decisions < MANY && ++decisions == MANY) {
            compileBeside();
        }
        int limit = Math.min(FIRINGS_PER_FACT * (facts.facts().size() + 2), MOST_FIRINGS);
        Deduction deduction = new Deduction(this, which, limit, onlooker);
        List<Fact> given = given(facts);
        for (int i = 0, end = given.size(); i < end; i++) {
            deduction.add(given.get(i));
        }
        findings.forEach(deduction::add);
        try {
            return deduction.conclude();
        } catch (Deduction.Endless endless) {
            throw endless.round == null ? new PolicyException("The decision",
                    List.of(at(deduction.rule(), Problem.of("SP-R091.looks", named(deduction.rule()), ticket(facts)))))
                    : endless(endless.round, facts, limit);
        } catch (RuntimeException failure) {
            boolean outOfTime = failure instanceof DateTimeException || failure instanceof ArithmeticException;
            throw new PolicyException("The decision", List.of(at(deduction.rule(), Problem.of(outOfTime ? "SP-R090.time" : "SP-R090",
                    named(deduction.rule()), ticket(facts)))), failure);
        }
    }

    private static Problem at(CheckedRule rule, Problem problem) {
        Source source = rule.book().source();
        int line = rule.book().line(rule.text());
        return problem.in(source.file().name()).at(line, 1, source.line(line));
    }

    private static Problem.Said named(CheckedRule rule) {
        return ProblemTexts.quoted(rule.sentence());
    }

    private static String ticket(FactSet facts) {
        return facts.get(Ticket.class).map(Ticket::number).orElse("?");
    }

    /**
     * What the rules are given of a fact set: the instant, the facts as known at it, and a desk of which nothing is known if there is
     * none. Several causes come in an order of their own, so that the reasons of a rule that matches them all do too.
     */
    public static List<Fact> given(FactSet facts) {
        AsOf now = facts.now();
        List<Fact> given = new ArrayList<>(facts.facts().size() + 2);
        given.add(now);
        int causes = 0;
        boolean hasDesk = false;
        for (int i = 0, end = facts.facts().size(); i < end; i++) {
            Fact fact = facts.facts().get(i);
            given.add(fact.asKnownAt(now));
            causes += fact instanceof Cause ? 1 : 0;
            hasDesk |= fact instanceof Desk;
        }
        if (causes > 1) {
            given.sort(Comparator.comparing((Fact fact) -> fact.getClass().getName()).thenComparing(Fact::toString));
        }
        if (!hasDesk) {
            given.add(NO_DESK);
        }
        return given;
    }

    private PolicyException endless(List<Conclusion> round, FactSet facts, int limit) {
        Map<String, Long> firings = round.stream().collect(Collectors.groupingBy(conclusion -> rules.get(conclusion.number()).name(),
                TreeMap::new, Collectors.counting()));
        long often = firings.values().stream().mapToLong(Long::longValue).max().orElse(0) / 10;
        List<Problem.Said> named = firings.entrySet().stream().filter(entry -> entry.getValue() > often).limit(MOST_NAMED)
                .flatMap(entry -> rules.stream().filter(rule -> rule.name().equals(entry.getKey()))).map(RuleEngine::named).toList();
        Problem.Said names = new Problem.Said(inQuotes(named, Problem.Said::english), inQuotes(named, Problem.Said::dutch));
        return new PolicyException("The decision", List.of(Problem.of("SP-R091", limit, ticket(facts), names)));
    }

    private static String inQuotes(List<Problem.Said> named, Function<Problem.Said, String> language) {
        return named.stream().map(language).map(name -> '"' + name + '"').collect(Collectors.joining(", "));
    }
}
