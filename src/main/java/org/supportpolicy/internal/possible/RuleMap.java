package org.supportpolicy.internal.possible;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.supportpolicy.Rule;
import org.supportpolicy.fact.AsOf;
import org.supportpolicy.fact.Cause;
import org.supportpolicy.fact.Fact;
import org.supportpolicy.fact.OwnFact;
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
     * What rules look at of a fact.
     *
     * @param fact its class
     * @param number the number of its class
     * @param places the places of the components
     * @param date whether the date of the instant, which is no component
     */
    record Input(Class<? extends Fact> fact, int number, int[] places, boolean date) {}

    /**
     * A kind of finding.
     *
     * @param type its class
     * @param rules the rules that conclude it
     * @param first the number of the first of these; the others follow
     * @param findings the numbers of the kinds they look for
     * @param together the kinds that rest on each other with it, itself among them; none when it does not rest on itself
     */
    record Kind(Class<?> type, List<Planned> rules, int first, int[] findings, int[] together) {

        /** The number after that of the last of its rules. */
        int end() {
            return first + rules.size();
        }
    }

    /** Some of the rules of a kind, with what they look at. Each is made but once. */
    static final class Part {

        private final Kind kind;
        private final BitSet which;
        private final List<Planned> rules;
        private final List<Input> facts;
        private final int[] findings;

        private Part(Kind kind, BitSet which, List<Planned> rules, List<Input> facts, int[] findings) {
            this.kind = kind;
            this.which = which;
            this.rules = rules;
            this.facts = facts;
            this.findings = findings;
        }

        /** Whether it has a rule. */
        boolean has(int rule) {
            return which.get(rule - kind.first);
        }

        /** Whether it has all rules of its kind. */
        boolean isWhole() {
            return rules.size() == kind.rules.size();
        }

        List<Planned> rules() {
            return rules;
        }

        /** What they look at of facts. */
        List<Input> facts() {
            return facts;
        }

        /** The numbers of the kinds of findings that they look for. */
        int[] findings() {
            return findings;
        }
    }

    private final Set<Class<? extends Fact>> types;
    private final Set<Class<? extends Fact>> single;
    private final List<Kind> kinds = new ArrayList<>();
    private final List<Integer> kindOf = new ArrayList<>();
    private final int views;
    private final int slots;
    private final Map<Class<?>, Integer> numbers = new IdentityHashMap<>();
    private final Map<String, Integer> ruleNumbers = new HashMap<>();
    private final Map<Rule, Integer> rules = new ConcurrentHashMap<>();
    private final Map<Class<?>, Integer> sorts = new LinkedHashMap<>();
    private final BitSet[] readers;
    private final Map<Class<?>, BitSet> factReaders = new HashMap<>();
    private final Map<Class<?>, BitSet[]> componentReaders = new HashMap<>();
    private final Map<Class<?>, int[]> meant = new HashMap<>();
    private final Map<Class<?>, Map<Integer, Integer>> ranks = new HashMap<>();
    private final List<Map<BitSet, Part>> parts = new ArrayList<>();

    /**
     * Looks at rules.
     *
     * @param own the facts that the policy declares
     * @param wanted the kinds of findings that matter; rules on which none of them can rest are left out
     */
    RuleMap(RuleEngine engine, Collection<? extends Class<? extends Fact>> own, Set<? extends Class<?>> wanted) {
        this.types = Unknowns.all(own);
        this.single = Unknowns.single(own);
        this.views = engine.views();
        this.slots = engine.slots();
        Map<Class<?>, List<Planned>> byKind = new LinkedHashMap<>(); // in the order in which they are tried
        under(engine.planned(), wanted)
                .forEach(rule -> byKind.computeIfAbsent(rule.rule().concludes(), kind -> new ArrayList<>()).add(rule));
        byKind.keySet().forEach(kind -> numbers.put(kind, numbers.size()));
        this.readers = sets(numbers.size());
        for (Class<? extends Fact> fact : types) {
            sorts.put(fact, sorts.size());
            factReaders.put(fact, new BitSet());
            componentReaders.put(fact, sets(Shape.of(fact).names().size()));
        }
        byKind.forEach((type, rules) -> {
            kinds.add(new Kind(type, rules, kindOf.size(), findings(rules), together(rules, byKind)));
            parts.add(new ConcurrentHashMap<>());
            rules.forEach(this::add);
        });
    }

    /** Notes who looks at what. */
    private void add(Planned rule) {
        int number = kindOf.size();
        kindOf.add(kinds.size() - 1);
        ruleNumbers.put(rule.rule().name(), number);
        IntStream.of(findings(List.of(rule))).forEach(finding -> readers[finding].set(number));
        List<Input> inputs = inputs(List.of(rule));
        rank(inputs);
        for (Input input : inputs) {
            factReaders.get(input.fact).set(number);
            IntStream.of(input.places).forEach(place -> componentReaders.get(input.fact)[place].set(number));
        }
    }

    /** What a rule compares with declared facts stands beside them in a diagram, which else grows with each further rule of the kind. */
    private void rank(List<Input> inputs) {
        if (inputs.stream().anyMatch(input -> OwnFact.class.isAssignableFrom(input.fact))) {
            inputs.forEach(input -> IntStream.of(input.places).forEach(place -> ranks.computeIfAbsent(input.fact, added -> new HashMap<>())
                    .computeIfAbsent(place, added -> ranks.values().stream().mapToInt(Map::size).sum())));
        }
    }

    private static BitSet[] sets(int count) {
        return IntStream.range(0, count).mapToObj(i -> new BitSet()).toArray(BitSet[]::new);
    }

    private static List<Take> takes(List<Planned> rules) {
        List<Take> takes = new ArrayList<>();
        rules.forEach(rule -> List.of(rule.ways()).forEach(way -> takes(way.steps(), takes::add)));
        return takes;
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

    private int[] findings(List<Planned> rules) {
        return takes(rules).stream().flatMapToInt(take -> IntStream.of(meant.computeIfAbsent(take.look(), this::meantBy)))
                .sorted().distinct().toArray();
    }

    private int[] together(List<Planned> rules, Map<Class<?>, List<Planned>> byKind) {
        return rules.stream().noneMatch(Planned::again) ? new int[0] : byKind.entrySet().stream()
                .filter(other -> other.getValue().stream().anyMatch(rule -> rule.again() && rule.level() == rules.get(0).level()))
                .mapToInt(other -> numbers.get(other.getKey())).toArray();
    }

    private List<Input> inputs(List<Planned> rules) {
        List<Input> inputs = new ArrayList<>();
        List<Take> takes = takes(rules);
        sorts.forEach((fact, sort) -> {
            List<Take> looks = takes.stream().filter(take -> take.look().isAssignableFrom(fact)).toList();
            if (!looks.isEmpty()) {
                List<String> names = Shape.of(fact).names();
                int[] places = IntStream.range(0, names.size())
                        .filter(place -> looks.stream().anyMatch(take -> covers(take, names.get(place)))).toArray();
                boolean date = fact == AsOf.class && looks.stream().anyMatch(take -> covers(take, "date"));
                inputs.add(new Input(fact.asSubclass(Fact.class), sort, places, date));
            }
        });
        return inputs;
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

    /** All facts that rules may look at. */
    Set<Class<? extends Fact>> types() {
        return types;
    }

    /** Those of them of which there can be but one, with the instant left out. */
    Set<Class<? extends Fact>> single() {
        return single;
    }

    /** Whether the policy declares facts. */
    boolean declares() {
        return types.stream().anyMatch(OwnFact.class::isAssignableFrom);
    }

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

    /** How many kinds of facts there are. */
    int facts() {
        return sorts.size();
    }

    /** Whether a rule that looks at declared facts looks at a component. */
    boolean isCompared(Class<?> fact, int place) {
        return ranks.getOrDefault(fact, Map.of()).containsKey(place);
    }

    /** Where a component stands in a diagram among others; the same for all that no rule compares with declared facts. */
    int rank(Class<?> fact, int place) {
        return ranks.getOrDefault(fact, Map.of()).getOrDefault(place, Integer.MAX_VALUE);
    }

    /** The number of a kind of fact; -1 when no rule may look at it. */
    int fact(Class<?> kind) {
        return sorts.getOrDefault(kind, -1);
    }

    /** The numbers of the kinds of a class that rules look for. */
    int[] meant(Class<?> look) {
        return meant.get(look);
    }

    /**
     * Whether every rule that looks at a cause looks at one alone, and concludes nothing but some kinds: so that what a cause does, others
     * do not change.
     */
    boolean areCausesAlone(BitSet kinds) {
        for (Kind kind : this.kinds) {
            for (Planned rule : kind.rules) {
                if (!lookAtCauses(takes(List.of(rule))).isEmpty() && !(kinds.get(numbers.get(kind.type)) && isOneCause(rule))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether each way of a rule takes one cause at most, and never asks whether there is one. */
    private static boolean isOneCause(Planned rule) {
        int taken = 0;
        for (Way way : rule.ways()) {
            int causes = lookAtCauses(Stream.of(way.steps()).filter(Take.class::isInstance).map(Take.class::cast).toList()).size();
            if (causes > 1) {
                return false;
            }
            taken += causes;
        }
        return taken == lookAtCauses(takes(List.of(rule))).size();
    }

    private static List<Take> lookAtCauses(List<Take> takes) {
        return takes.stream().filter(take -> Cause.class.isAssignableFrom(take.look())).toList();
    }

    /** How many rules there are. */
    int rules() {
        return kindOf.size();
    }

    /** The kind of finding that a rule concludes. */
    int kindOf(int rule) {
        return kindOf.get(rule);
    }

    /** A rule by its number. */
    Planned planned(int rule) {
        Kind kind = kinds.get(kindOf.get(rule));
        return kind.rules.get(rule - kind.first);
    }

    /** All rules. */
    BitSet all() {
        BitSet all = new BitSet(rules());
        all.set(0, rules());
        return all;
    }

    /** The number of a rule. */
    int rule(Rule rule) {
        return rules.computeIfAbsent(rule, added -> ruleNumbers.get(rule.name()));
    }

    /** Some rules of a kind, counted from the first of these. */
    Part part(int kind, BitSet which) {
        return parts.get(kind).computeIfAbsent(which, added -> {
            List<Planned> rules = which.stream().mapToObj(kinds.get(kind).rules::get).toList();
            return new Part(kinds.get(kind), which, rules, inputs(rules), findings(rules));
        });
    }

    /**
     * The rules for a kind of finding and for all that it rests on.
     *
     * @param but the kinds that are not followed
     */
    BitSet under(int kind, BitSet but) {
        BitSet under = new BitSet(rules());
        addUnder(kind, but, under);
        return under;
    }

    /** The rules for all that some rules rest on. */
    BitSet under(BitSet some) {
        BitSet under = new BitSet(rules());
        some.stream().mapToObj(rule -> List.of(planned(rule))).flatMapToInt(rule -> IntStream.of(findings(rule)))
                .forEach(kind -> addUnder(kind, new BitSet(), under));
        return under;
    }

    private void addUnder(int number, BitSet but, BitSet to) {
        Kind kind = kinds.get(number);
        if (!to.get(kind.first)) {
            to.set(kind.first, kind.end());
            IntStream.concat(IntStream.of(kind.findings).filter(finding -> !but.get(finding)), IntStream.of(kind.together))
                    .forEach(other -> addUnder(other, but, to));
        }
    }

    /** The rules that look at a kind. */
    BitSet readers(int kind) {
        return readers[kind];
    }

    /** The rules that look at a fact. */
    BitSet readers(Class<?> fact) {
        return factReaders.get(fact);
    }

    /** The rules that may look at a component of a fact. */
    BitSet readers(Class<?> fact, int place) {
        return componentReaders.get(fact)[place];
    }
}
