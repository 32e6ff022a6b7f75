package org.supportpolicy.internal.possible;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.supportpolicy.fact.Fact;
import org.supportpolicy.internal.engine.Reads;
import org.supportpolicy.internal.engine.RuleEngine;
import org.supportpolicy.internal.engine.RuleEngine.Planned;
import org.supportpolicy.internal.engine.RulePlan.Ask;
import org.supportpolicy.internal.engine.RulePlan.Condition;
import org.supportpolicy.internal.engine.RulePlan.Step;
import org.supportpolicy.internal.engine.RulePlan.Take;
import org.supportpolicy.internal.engine.RulePlan.Way;
import org.supportpolicy.internal.record.Shape;

/** Which rules look at what, found once a policy. Immutable. */
final class RuleMap {

    private final Planned[] rules;
    private final int views;
    private final int slots;
    private final Map<String, Integer> places = new HashMap<>();
    private final List<Class<?>> findings;
    private final int[] concludes;
    /** For each finding the rules that look at it, and those that conclude it. */
    private final BitSet[] readers;
    private final BitSet[] concluders;
    private final Map<Class<?>, FactReaders> factReaders = new HashMap<>();
    private final Map<Class<?>, int[]> meant = new HashMap<>();

    /** The rules that look at a fact, and those that may look at each of its components. */
    private record FactReaders(BitSet all, BitSet[] components) {}

    RuleMap(RuleEngine engine, Collection<Class<? extends Fact>> facts) {
        this.rules = engine.planned().toArray(Planned[]::new);
        this.views = engine.views();
        this.slots = engine.slots();
        this.findings = List.copyOf(List.of(rules).stream().<Class<?>>map(rule -> rule.rule().concludes()).distinct().toList());
        this.concludes = List.of(rules).stream().mapToInt(rule -> findings.indexOf(rule.rule().concludes())).toArray();
        this.readers = sets(findings.size());
        this.concluders = sets(findings.size());
        for (Class<? extends Fact> fact : facts) {
            factReaders.put(fact, new FactReaders(new BitSet(), sets(Shape.of(fact).names().size())));
        }
        for (int i = 0; i < rules.length; i++) {
            int rule = i;
            places.put(rules[i].rule().name(), i);
            concluders[concludes[i]].set(i);
            for (Way way : rules[i].ways()) {
                takes(way.steps(), take -> mark(rule, take));
            }
        }
    }

    private static BitSet[] sets(int count) {
        BitSet[] sets = new BitSet[count];
        for (int i = 0; i < count; i++) {
            sets[i] = new BitSet();
        }
        return sets;
    }

    private static void takes(Step[] steps, java.util.function.Consumer<Take> use) {
        for (Step step : steps) {
            if (step instanceof Take take) {
                use.accept(take);
            } else {
                for (Step[] way : ((Ask) step).ways()) {
                    takes(way, use);
                }
            }
        }
    }

    private void mark(int rule, Take take) {
        for (int finding : meant.computeIfAbsent(take.look(), this::meantBy)) {
            readers[finding].set(rule);
        }
        factReaders.forEach((fact, marks) -> {
            if (take.look().isAssignableFrom(fact)) {
                marks.all.set(rule);
                List<String> names = Shape.of(fact).names();
                for (int place = 0; place < names.size(); place++) {
                    if (looksAt(take, names.get(place))) {
                        marks.components[place].set(rule);
                    }
                }
            }
        });
    }

    private static boolean looksAt(Take take, String component) {
        Reads rest = take.rest();
        if (rest.covers(component)) {
            return true;
        }
        for (Condition condition : take.selection().conditions()) {
            if (condition.reads().covers(component)) {
                return true;
            }
        }
        return false;
    }

    private int[] meantBy(Class<?> look) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < findings.size(); i++) {
            if (look.isAssignableFrom(findings.get(i))) {
                found.add(i);
            }
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    // ---- what is asked of it

    int size() {
        return rules.length;
    }

    Planned rule(int place) {
        return rules[place];
    }

    /** The place of a rule. */
    int place(String name) {
        return places.get(name);
    }

    int views() {
        return views;
    }

    int slots() {
        return slots;
    }

    /** How many kinds of findings there are. */
    int findings() {
        return findings.size();
    }

    /** The number of a kind of finding; -1 when no rule concludes it. */
    int finding(Class<?> kind) {
        return findings.indexOf(kind);
    }

    /** The number of what a rule concludes. */
    int concludes(int rule) {
        return concludes[rule];
    }

    /** The numbers of the findings of a class that rules look for. */
    int[] meant(Class<?> look) {
        return meant.get(look);
    }

    /** The rules that look at a finding. */
    BitSet readers(int finding) {
        return readers[finding];
    }

    /** The rules that conclude a finding. */
    BitSet concluders(int finding) {
        return concluders[finding];
    }

    /** The rules that look at a fact. */
    BitSet readers(Class<?> fact) {
        return factReaders.get(fact).all;
    }

    /** The rules that may look at a component of a fact. */
    BitSet readers(Class<?> fact, int place) {
        return factReaders.get(fact).components[place];
    }

    /** The rules on which findings of some kinds can rest, however far around. */
    BitSet under(Set<? extends Class<?>> kinds) {
        BitSet under = new BitSet();
        kinds.stream().mapToInt(findings::indexOf).filter(finding -> finding >= 0).forEach(finding -> under.or(concluders[finding]));
        for (boolean grown = true; grown;) {
            int before = under.cardinality();
            for (int finding = 0; finding < findings.size(); finding++) {
                if (readers[finding].intersects(under)) {
                    under.or(concluders[finding]);
                }
            }
            grown = under.cardinality() > before;
        }
        return under;
    }
}
