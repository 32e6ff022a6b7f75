package org.supportpolicy.internal.possible;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.fact.Fact;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.internal.possible.Completions.Possible;
import org.supportpolicy.internal.record.FactPath;
import org.supportpolicy.internal.record.Shape;

/** What was found before, with the diagram that it is drawn in. Not thread-safe. */
final class Memory {

    private static final int MOST_NODES = 200_000;
    private static final int MOST_KEYS = 50_000;
    private static final int MOST_FACTS = 2_000;
    private static final int MOST_DAYS = 100;

    /**
     * The findings of a kind that are possible. Two that are equal are the same.
     *
     * @param all each with the choices in which it is concluded
     * @param isCertain whether each is concluded in all choices
     * @param isPassing whether one of them speaks of an instant, so that the like of it will hardly be met again
     */
    record Found(List<Possible> all, boolean isCertain, boolean isPassing) {

        static final Found NONE = new Found(List.of(), true, false);

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    /** Where a variable is, with its numbers by how many values it has. */
    private static final class Place {

        private final String path;
        private final Map<Integer, Integer> numbers;
        private final Map<Object, OpenFact.Variable> variables = new HashMap<>();

        Place(String path, Map<Integer, Integer> numbers) {
            this.path = path;
            this.numbers = numbers;
        }
    }

    private final Diagram diagram;
    private final List<String> paths = new ArrayList<>();
    private final Map<List<Object>, Found> found = new HashMap<>();
    private final Map<List<Possible>, Found> same = new HashMap<>();
    private final Map<List<Finding>, Found> certain = new HashMap<>();

    private final Map<Class<?>, List<@Nullable Place>> places = new HashMap<>();
    private final Map<Object, Map<Object, OpenFact>> before = new HashMap<>();
    private final Map<OpenFact, @Nullable List<Possible>[]> views = new HashMap<>();
    private final RuleMap map;
    private final Map<Integer, BitSet> hangsOn = new HashMap<>();
    private final Map<BitSet, SortedSet<String>> said = new HashMap<>();
    private final Domains domains;

    Memory(Domains domains, RuleMap map) {
        this(domains, map, new Diagram());
    }

    Memory(Domains domains, RuleMap map, Diagram diagram) {
        this.diagram = diagram;
        this.domains = domains;
        this.map = map;
        same.put(List.of(), Found.NONE);
    }

    Diagram diagram() {
        return diagram;
    }

    /**
     * What a component could be, as a variable of the diagram; null where nothing can be told.
     *
     * @param cause the place of the cause among the causes; -1 for another fact
     * @param place the place of the component; -1 for the fact as a whole
     * @param now what it is
     */
    OpenFact.@Nullable Variable variable(Class<? extends Fact> fact, int cause, int place, @Nullable Object now, FactSet facts) {
        List<Place> places = this.places.computeIfAbsent(fact, added -> new ArrayList<>());
        int at = (cause + 1) * (Shape.of(fact).names().size() + 1) + place + 1;
        while (places.size() <= at) {
            places.add(null);
        }
        Place known = places.get(at);
        if (known == null) {
            String key = cause < 0 ? FactPath.key(fact) : "causes[" + cause + "]";
            known = new Place(place < 0 ? key : key + "." + Shape.of(fact).names().get(place), new HashMap<>());
            places.set(at, known);
        }
        Object from = place < 0 ? fact : domains.from(fact, place, facts);
        OpenFact.Variable before = known.variables.get(from);
        if (before == null) {
            before = made(known, fact, place, now, facts, from);
            if (!(from instanceof Instant)) {
                known.variables.put(from, before);
            }
        }
        return before.values().length == 1 ? null : before;
    }

    private OpenFact.Variable made(Place known, Class<? extends Fact> fact, int place, @Nullable Object now, FactSet facts, Object from) {
        Object[] others = place < 0 ? domains.of(fact) : domains.of(fact, place, facts);
        Object[] values = new Object[others.length + 1];
        values[0] = now;
        System.arraycopy(others, 0, values, 1, others.length);
        int number = known.numbers.computeIfAbsent(values.length, added -> {
            paths.add(known.path);
            return diagram.variable(values.length, map.rank(fact, place));
        });
        return new OpenFact.Variable(number, place, values, from);
    }

    /** The facts that were met on a day: by what is known of them, and by their class when they are not there. */
    Map<Object, OpenFact> before(FactSet facts) {
        if (before.size() > MOST_DAYS) {
            before.clear();
        }
        Map<Object, OpenFact> ofDay = before.computeIfAbsent(List.of(facts.now().date(), domains.around(facts)), added -> new HashMap<>());
        if (ofDay.size() > MOST_FACTS) {
            ofDay.clear();
        }
        return ofDay;
    }

    /** What was taken of an open fact before, by view; null when nothing is kept of it. */
    @Nullable List<Possible> @Nullable [] views(OpenFact fact) {
        return fact.isPassing() ? null : views.computeIfAbsent(fact, added -> newViews());
    }

    @SuppressWarnings("unchecked")
    private @Nullable List<Possible>[] newViews() {
        return new List[map.views()];
    }

    String path(int variable) {
        return paths.get(variable);
    }

    /** The paths of variables. */
    SortedSet<String> paths(BitSet which) {
        SortedSet<String> before = said.get(which);
        if (before == null) {
            before = Collections.unmodifiableSortedSet(which.stream().mapToObj(paths::get).collect(Collectors.toCollection(TreeSet::new)));
            said.put((BitSet) which.clone(), before);
        }
        return before;
    }

    /** The variables that choices hang on. */
    BitSet hangsOn(int choices) {
        return hangsOn.computeIfAbsent(choices, added -> {
            BitSet on = new BitSet();
            diagram.addVariables(choices, on);
            return on;
        });
    }

    @Nullable Found recall(List<Object> key) {
        return found.get(key);
    }

    void remember(List<Object> key, Found what) {
        found.put(key, what);
    }

    /** Findings with the choices in which they are concluded. */
    Found found(Map<Finding, Integer> findings) {
        if (findings.isEmpty()) {
            return Found.NONE;
        }
        List<Possible> all = new ArrayList<>(findings.size());
        boolean always = true;
        boolean passing = false;
        for (Map.Entry<Finding, Integer> each : findings.entrySet()) {
            all.add(new Possible(each.getKey(), each.getValue()));
            always &= each.getValue() == Diagram.ALWAYS;
            passing |= Passing.is(each.getKey());
        }
        Found found = new Found(all, always, passing);
        return passing ? found : same.computeIfAbsent(all, added -> found);
    }

    /** Findings that are concluded in all choices. */
    Found certain(List<Finding> findings) {
        Found before = certain.get(findings);
        if (before == null) {
            Map<Finding, Integer> all = new LinkedHashMap<>();
            findings.forEach(finding -> all.put(finding, Diagram.ALWAYS));
            before = found(all);
            if (!before.isPassing) {
                certain.put(List.copyOf(findings), before);
            }
        }
        return before;
    }

    /** Whether it has grown so large that a new one does better. */
    boolean isFull() {
        return diagram.nodes() > MOST_NODES || found.size() > MOST_KEYS || same.size() > MOST_KEYS || certain.size() > MOST_KEYS
                || views.size() > MOST_FACTS;
    }
}
