package org.supportpolicy.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;
import org.supportpolicy.fact.AsOf;
import org.supportpolicy.fact.Cause;
import org.supportpolicy.fact.Desk;
import org.supportpolicy.fact.Fact;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.internal.Strata.Stratum;

/**
 * Runs compiled rules over fact sets.
 *
 * <p>Drools compiles the rules; they are not run in a session of its own. Since no finding of a policy rests on its own absence, its
 * rules can be put in an order in which each comes after all that conclude what it looks at. So each is tried once, no finding
 * is ever withdrawn, and what a rule matched is the reason. Immutable and thread-safe.
 */
public final class RuleEngine {

    /** Far more firings for each fact than any ticket needs; rules that go on past them feed themselves. */
    private static final int FIRINGS_PER_FACT = 1_000;

    private final Stratum[] strata;
    private final ClassValue<int[]> numbers;
    private final int types;
    private final int selections;
    private final int slots;

    /**
     * Takes compiled rules.
     *
     * @throws PolicyException if a finding rests on its own absence, or a rule has a condition that cannot be decided
     */
    public RuleEngine(List<CompiledRule> rules) {
        RulePlanner planner = new RulePlanner();
        this.strata = Strata.of(rules.stream().sorted(Comparator.comparing(CompiledRule::name)).map(planner::plan).toList()); // whatever their order in the files
        Map<Class<?>, Integer> known = Map.copyOf(planner.types());
        this.numbers = new ClassValue<>() {
            @Override
            protected int[] computeValue(Class<?> kind) {
                return known.entrySet().stream().filter(entry -> entry.getKey().isAssignableFrom(kind)).mapToInt(Map.Entry::getValue).toArray();
            }
        };
        this.types = known.size();
        this.selections = planner.selections();
        this.slots = planner.slots();
    }

    Stratum[] strata() {
        return strata;
    }

    /** The numbers of the classes, among those that rules look at, that an object of a class belongs to. */
    int[] numbers(Class<?> kind) {
        return numbers.get(kind);
    }

    /** How many classes rules look at. */
    int types() {
        return types;
    }

    int selections() {
        return selections;
    }

    int slots() {
        return slots;
    }

    /**
     * Lets the rules conclude what they can.
     *
     * @param facts the facts; an event later than their instant has not happened
     * @return the conclusions, in no particular order
     * @throws PolicyException if the rules keep firing without end, naming those that do, or if one of them fails
     */
    public List<Conclusion> conclude(FactSet facts) {
        return conclude(facts, List.of(), null);
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
        int limit = FIRINGS_PER_FACT * (facts.facts().size() + 2);
        Deduction deduction = new Deduction(this, which, limit);
        given(facts).forEach(deduction::add);
        findings.forEach(deduction::add);
        try {
            return deduction.conclude();
        } catch (Deduction.Endless endless) {
            throw endless(endless, limit);
        } catch (Exception failure) {
            throw new PolicyException("The policy", List.of(Problem.untranslated("SP-R090", null, 0, 0, null,
                    "The rule (" + deduction.rule() + ") failed on the facts (" + facts.facts().stream().map(fact -> fact.getClass().getSimpleName())
                            .collect(Collectors.joining(", ")) + "): " + firstLine(failure),
                    null, null)), failure);
        }
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
        for (Fact fact : facts.facts()) {
            given.add(fact.asKnownAt(now));
            causes += fact instanceof Cause ? 1 : 0;
        }
        if (causes > 1) {
            given.sort(Comparator.comparing((Fact fact) -> fact.getClass().getName()).thenComparing(Fact::toString));
        }
        if (facts.get(Desk.class).isEmpty()) {
            given.add(Desk.builder().build());
        }
        return given;
    }

    private static String firstLine(Exception failure) {
        String message = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        return message.lines().findFirst().orElse(message);
    }

    private static PolicyException endless(Deduction.Endless endless, int limit) {
        Map<String, Long> firings = endless.round.stream().collect(Collectors.groupingBy(Conclusion::rule, TreeMap::new, Collectors.counting()));
        long often = firings.values().stream().mapToLong(Long::longValue).max().orElse(0) / 10;
        String names = firings.entrySet().stream().filter(entry -> entry.getValue() > often)
                .map(entry -> '"' + entry.getKey() + '"').collect(Collectors.joining(", "));
        return new PolicyException("The policy", List.of(Problem.untranslated("SP-R091", null, 0, 0, null,
                "The rules must come to an end within " + limit + " firings. These kept firing: " + names + ".",
                "Maybe one of them needs a condition that its own conclusion does not undo.", null)));
    }
}
