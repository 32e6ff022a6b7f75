package org.supportpolicy.internal.possible;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.supportpolicy.fact.AsOf;
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

/** Which findings rest on what, found once a policy. A kind of finding comes after those that it rests on. Immutable. */
final class RuleMap {

    /**
     * What the rules of a kind of finding look at of a fact.
     *
     * @param fact its class
     * @param places the places of the components
     * @param date whether the date of the instant, which is no component
     */
    record Input(Class<? extends Fact> fact, int[] places, boolean date) {}

    /**
     * A kind of finding.
     *
     * @param type its class
     * @param rules the rules that conclude it
     * @param facts what they look at of facts
     * @param findings the numbers of the kinds they look for
     * @param together the kinds that rest on each other with it, itself among them; none when it does not rest on itself
     */
    record Kind(Class<?> type, List<Planned> rules, List<Input> facts, int[] findings, int[] together) {}

    private final List<Kind> kinds = new ArrayList<>();
    private final int views;
    private final int slots;
    private final Map<Class<?>, Integer> numbers = new HashMap<>();
    private final BitSet[] readers;
    private final Map<Class<?>, BitSet> factReaders = new HashMap<>();
    private final Map<Class<?>, BitSet[]> componentReaders = new HashMap<>();
    private final Map<Class<?>, int[]> meant = new HashMap<>();

    /**
     * Looks at rules.
     *
     * @param facts the facts that rules may look at
     * @param wanted the kinds of findings that matter; rules on which none of them can rest are left out
     */
    RuleMap(RuleEngine engine, Set<Class<? extends Fact>> facts, Set<? extends Class<?>> wanted) {
        this.views = engine.views();
        this.slots = engine.slots();
        Map<Class<?>, List<Planned>> byKind = new LinkedHashMap<>(); // in the order in which they are tried
        under(engine.planned(), wanted).forEach(rule -> byKind.computeIfAbsent(rule.rule().concludes(), kind -> new ArrayList<>()).add(rule));
        byKind.keySet().forEach(kind -> numbers.put(kind, numbers.size()));
        this.readers = sets(numbers.size());
        for (Class<? extends Fact> fact : facts) {
            factReaders.put(fact, new BitSet());
            componentReaders.put(fact, sets(Shape.of(fact).names().size()));
        }
        byKind.forEach((type, rules) -> {
            List<Take> takes = new ArrayList<>();
            rules.forEach(rule -> List.of(rule.ways()).forEach(way -> takes(way.steps(), takes::add)));
            kinds.add(kind(type, rules, takes, facts, byKind));
        });
    }

    private static BitSet[] sets(int count) {
        return IntStream.range(0, count).mapToObj(i -> new BitSet()).toArray(BitSet[]::new);
    }

    private static void takes(Step[] steps, Consumer<Take> use) {
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

    private Kind kind(Class<?> type, List<Planned> rules, List<Take> takes, Set<Class<? extends Fact>> facts,
            Map<Class<?>, List<Planned>> byKind) {
        int number = kinds.size();
        Set<Integer> findings = new TreeSet<>();
        for (Take take : takes) {
            for (int finding : meant.computeIfAbsent(take.look(), this::meantBy)) {
                findings.add(finding);
                readers[finding].set(number);
            }
        }
        List<Input> inputs = new ArrayList<>();
        for (Class<? extends Fact> fact : facts) {
            List<Take> looks = takes.stream().filter(take -> take.look().isAssignableFrom(fact)).toList();
            if (!looks.isEmpty()) {
                List<String> names = Shape.of(fact).names();
                int[] places = IntStream.range(0, names.size()).filter(place -> looks.stream().anyMatch(take -> covers(take, names.get(place))))
                        .toArray();
                boolean date = fact == AsOf.class && looks.stream().anyMatch(take -> covers(take, "date"));
                inputs.add(new Input(fact, places, date));
                factReaders.get(fact).set(number);
                IntStream.of(places).forEach(place -> componentReaders.get(fact)[place].set(number));
            }
        }
        boolean again = rules.stream().anyMatch(Planned::again);
        int[] together = !again ? new int[0] : byKind.entrySet().stream()
                .filter(other -> other.getValue().stream().anyMatch(rule -> rule.again() && rule.level() == rules.get(0).level()))
                .mapToInt(other -> numbers.get(other.getKey())).toArray();
        return new Kind(type, rules, inputs, findings.stream().mapToInt(Integer::intValue).toArray(), together);
    }

    private static boolean covers(Take take, String component) {
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
        return numbers.entrySet().stream().filter(kind -> look.isAssignableFrom(kind.getKey())).mapToInt(Map.Entry::getValue).sorted()
                .toArray();
    }

    /** The rules on which findings of some kinds can rest, however far around. */
    private static List<Planned> under(List<Planned> rules, Set<? extends Class<?>> wanted) {
        Set<Class<?>> looked = new HashSet<>(wanted);
        Set<Planned> under = new HashSet<>();
        for (boolean grown = true; grown;) {
            grown = false;
            for (Planned rule : rules) {
                if (!under.contains(rule) && looked.stream().anyMatch(look -> look.isAssignableFrom(rule.rule().concludes()))) {
                    under.add(rule);
                    looked.addAll(rule.rule().reads());
                    grown = true;
                }
            }
        }
        return rules.stream().filter(under::contains).toList();
    }

    // ---- what is asked of it

    /** How many kinds of findings there are. */
    int size() {
        return kinds.size();
    }

    Kind kind(int number) {
        return kinds.get(number);
    }

    /** The number of a kind of finding; -1 when it does not matter. */
    int number(Class<?> kind) {
        return numbers.getOrDefault(kind, -1);
    }

    int views() {
        return views;
    }

    int slots() {
        return slots;
    }

    /** The numbers of the kinds of a class that rules look for. */
    int[] meant(Class<?> look) {
        return meant.get(look);
    }

    /** The kinds whose rules look at a kind. */
    BitSet readers(int kind) {
        return readers[kind];
    }

    /** The kinds whose rules look at a fact. */
    BitSet readers(Class<?> fact) {
        return factReaders.get(fact);
    }

    /** The kinds whose rules may look at a component of a fact. */
    BitSet readers(Class<?> fact, int place) {
        return componentReaders.get(fact)[place];
    }
}
