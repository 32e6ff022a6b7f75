package org.supportpolicy.author;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.supportpolicy.author.Effects.Effect;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.internal.record.Components;

/** Counts who gains by an edit, by the clauses that bring it about, with an example for each. Thread-safe. */
final class Gains {

    /** An example is small, and nobody in it acts against the policy if that can be. */
    private static final Comparator<Example> BETTER = Comparator.comparingInt(Example::size).thenComparingInt(Example::irregularities)
            .thenComparing(example -> example.facts().asOf()).thenComparing(example -> example.facts().toString());

    /**
     * One side of a change.
     *
     * @param clauses the clauses that bring it about
     * @param favour who gains
     */
    record Side(List<String> clauses, Favour favour) {}

    /**
     * A fact set that shows a change.
     *
     * @param size how much it says
     * @param irregularities how much in it is against either policy
     */
    private record Example(FactSet facts, int size, int irregularities) {

        static Example of(FactSet facts, Comparison both) {
            int irregularities = Stream.of(both.then(), both.now()).map(Outcome::decision).filter(Objects::nonNull)
                    .mapToInt(decision -> decision.irregularities().size()).sum();
            return new Example(facts, Components.size(facts), irregularities);
        }
    }

    /** How often something changes, and the example of it. */
    private static final class Count {

        private int count;
        private Example example;

        private Count(Example first) {
            this.example = first;
        }

        private void add(Example next, boolean best) {
            count++;
            example = best && BETTER.compare(next, example) < 0 ? next : example;
        }
    }

    /** How often a side comes up, and with what. */
    static final class Tally {

        private int count;
        private final Map<String, Count> said = new TreeMap<>();

        int count() {
            return count;
        }

        /** What changes, the most frequent first. */
        List<Map.Entry<String, Integer>> said() {
            return said.entrySet().stream().map(one -> Map.entry(one.getKey(), one.getValue().count))
                    .sorted(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey())).toList();
        }

        /** The fact set that shows the most frequent change. */
        FactSet example() {
            return said.get(said().get(0).getKey()).example.facts();
        }
    }

    private final Effects effects;
    private final Set<String> changedRules;
    private final boolean smallest;
    private final Map<Side, Tally> tallies = new LinkedHashMap<>();
    private int changed;
    private int customer;
    private int support;

    /**
     * Begins.
     *
     * @param changedRules the names of the rules that the policies do not share
     * @param smallest whether the smallest fact set is the example; else the first
     */
    Gains(Effects effects, Set<String> changedRules, boolean smallest) {
        this.effects = effects;
        this.changedRules = changedRules;
        this.smallest = smallest;
    }

    /** Counts a fact set, if it is decided differently. */
    void add(FactSet facts, Comparison both) {
        Map<Side, Set<String>> sides = sides(both);
        if (!sides.isEmpty()) {
            add(Example.of(facts, both), sides);
        }
    }

    private synchronized void add(Example example, Map<Side, Set<String>> sides) {
        changed++;
        customer += sides.keySet().stream().anyMatch(side -> side.favour() == Favour.CUSTOMER) ? 1 : 0;
        support += sides.keySet().stream().anyMatch(side -> side.favour() == Favour.SUPPORT) ? 1 : 0;
        sides.forEach((side, said) -> {
            Tally tally = tallies.computeIfAbsent(side, first -> new Tally());
            tally.count++;
            said.forEach(what -> tally.said.computeIfAbsent(what, first -> new Count(example)).add(example, smallest));
        });
    }

    /** What is said on each side of a comparison; nothing when nothing changes. */
    Map<Side, Set<String>> sides(Comparison both) {
        Map<Side, Set<String>> sides = new LinkedHashMap<>();
        Optional<List<List<String>>> key = both.key(changedRules);
        if (key.isPresent()) {
            for (Effect effect : effects.of(both.differences())) {
                sides.computeIfAbsent(new Side(key.get().get(0), effect.favour()), side -> new TreeSet<>()).add(effect.said());
            }
        }
        return sides;
    }

    /** The sides, who gains in the order of the constants. */
    synchronized List<Side> sides() {
        List<Side> sides = new ArrayList<>(tallies.keySet());
        sides.sort(Comparator.comparing((Side side) -> side.clauses().toString()).thenComparing(Side::favour));
        return sides;
    }

    /** The tally of a side. */
    synchronized Optional<Tally> tally(Side side) {
        return Optional.ofNullable(tallies.get(side));
    }

    /** How many fact sets are decided differently. */
    synchronized int changed() {
        return changed;
    }

    /** In how many of them the customer gains something. */
    synchronized int customer() {
        return customer;
    }

    /** In how many of them support gains something. */
    synchronized int support() {
        return support;
    }
}
