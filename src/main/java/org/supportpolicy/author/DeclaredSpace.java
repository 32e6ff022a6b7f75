package org.supportpolicy.author;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.fact.BadFactException;
import org.supportpolicy.fact.Fact;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.OwnFact;
import org.supportpolicy.finding.OwnFinding;
import org.supportpolicy.internal.check.CheckedRule;
import org.supportpolicy.internal.engine.RuleEngine;
import org.supportpolicy.internal.possible.DeclaredValues;
import org.supportpolicy.internal.possible.SmallestChanges;
import org.supportpolicy.internal.record.Components;
import org.supportpolicy.internal.trial.PolicyParts;

/**
 * Fact sets that try the facts which policies declare. For each rule that rests on them a few smallest fact sets with which it fires are
 * found; each of these with every component of the declared facts at each of its values, unknown being one; and what of them is declared
 * beside fact sets of the other sections, spread evenly. However many facts are declared, there are so many combinations at most.
 */
final class DeclaredSpace {

    /** The most combinations with those of other sections. */
    private static final int MOST_BESIDE = 20_000;
    /** The most that are made of one fact set by giving its components other values. */
    private static final int MOST_VARIED = 400;

    private final Instant asOf;
    private final List<DeclaredValues> values;
    private final Map<String, Class<? extends OwnFact>> kinds = new LinkedHashMap<>();
    private final Set<FactSet> combinations = new LinkedHashSet<>();

    private DeclaredSpace(Instant asOf, SupportPolicy... policies) {
        this.asOf = asOf;
        this.values = Stream.of(policies).map(policy -> new DeclaredValues(PolicyParts.of(policy).rules(), policy.ownFacts())).toList();
        Stream.of(policies).forEach(policy -> kinds.putAll(policy.ownFacts().kinds()));
    }

    /** Whether one of the policies declares facts. */
    static boolean isNeeded(SupportPolicy... policies) {
        return Stream.of(policies).anyMatch(policy -> !policy.ownFacts().kinds().isEmpty());
    }

    /**
     * The fact sets.
     *
     * @param asOf the instant of the smallest ones
     * @param others those of other sections
     */
    static List<FactSet> of(Instant asOf, List<FactSet> others, SupportPolicy... policies) {
        DeclaredSpace space = new DeclaredSpace(asOf, policies);
        Set<FactSet> firing = new LinkedHashSet<>();
        Stream.of(policies).forEach(policy -> space.addFiring(policy, firing));
        firing.forEach(space::addVaried);
        space.addBeside(others, firing);
        return List.copyOf(space.combinations);
    }

    // ---- what rules fire with

    private void addFiring(SupportPolicy policy, Set<FactSet> to) {
        List<CheckedRule> rules = PolicyParts.of(policy).rules();
        RuleEngine engine = new RuleEngine(rules);
        SmallestChanges changes = new SmallestChanges(engine, rules, policy.ownFacts());
        FactSet nothing = FactSet.builder(asOf).build();
        rules.stream().filter(rule -> rule.reads().stream().anyMatch(DeclaredSpace::isDeclared)).forEach(rule ->
                to.addAll(changes.of(nothing, policy.decide(nothing).reasons(), rule::equals, finding -> true,
                        facts -> engine.conclude(facts).stream().anyMatch(each -> engine.rules().get(each.number()).equals(rule)))
                        .changed()));
    }

    private static boolean isDeclared(Class<?> type) {
        return OwnFact.class.isAssignableFrom(type) || OwnFinding.class.isAssignableFrom(type);
    }

    // ---- with other values, and beside other facts

    private void addVaried(FactSet facts) {
        List<FactSet> varied = new ArrayList<>(List.of(facts));
        kinds.forEach((key, last) -> {
            OwnFact now = facts.facts().stream().filter(fact -> fact.getClass().getSimpleName().equals(last.getSimpleName())).findFirst()
                    .map(OwnFact.class::cast).orElse(null);
            Class<? extends OwnFact> kind = now == null ? last : now.getClass(); // as the policy has it for which it was made
            for (RecordComponent component : kind.getRecordComponents()) {
                Stream.concat(Stream.of((Object) null), values.stream().flatMap(each -> each.of(component, facts).stream()).distinct())
                        .forEach(value -> with(facts, kind, now, component.getName(), value, varied));
            }
        });
        varied.stream().distinct().limit(MOST_VARIED).forEach(combinations::add);
    }

    private static void with(FactSet facts, Class<? extends OwnFact> kind, @Nullable Fact now, String name, @Nullable Object value,
            List<FactSet> to) {
        Map<String, Object> known = now == null ? new LinkedHashMap<>() : new LinkedHashMap<>(Components.known(now));
        if (value == null) {
            known.remove(name);
        } else {
            known.put(name, value);
        }
        List<Fact> all = new ArrayList<>(facts.facts());
        all.remove(now);
        try {
            all.add(Components.make(kind, known));
            to.add(FactSet.builder(facts.asOf()).with(all.toArray(Fact[]::new)).build());
        } catch (BadFactException e) {
            return; // no fact can have this value
        }
    }

    private void addBeside(List<FactSet> others, Set<FactSet> firing) {
        Set<List<Fact>> declared = new LinkedHashSet<>();
        firing.forEach(facts -> declared.add(facts.facts().stream().filter(OwnFact.class::isInstance).toList()));
        declared.remove(List.<Fact>of());
        int step = Math.max(1, (int) ((long) others.size() * declared.size() / MOST_BESIDE));
        for (int i = 0; i < others.size(); i += step) {
            FactSet other = others.get(i);
            declared.forEach(own -> combinations.add(FactSet.builder(other.asOf())
                    .with(Stream.concat(other.facts().stream(), own.stream()).toArray(Fact[]::new)).build()));
        }
    }
}
