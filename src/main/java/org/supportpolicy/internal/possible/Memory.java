package org.supportpolicy.internal.possible;

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

    /**
     * The findings of a kind that are possible. Two that are equal are the same.
     *
     * @param all each with the choices in which it is concluded
     * @param isCertain whether each is concluded in all choices
     */
    record Found(List<Possible> all, boolean isCertain) {

        static final Found NONE = new Found(List.of(), true);

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    private final Diagram diagram = new Diagram();
    private final Map<List<Object>, Integer> variables = new HashMap<>();
    private final List<String> paths = new ArrayList<>();
    private final Map<List<Object>, Found> found = new HashMap<>();
    private final Map<List<Possible>, Found> same = new HashMap<>();
    private final Map<List<Finding>, Found> certain = new HashMap<>();

    private final Map<Class<?>, OpenFact.Variable[]> single = new HashMap<>();
    private final Map<Integer, BitSet> hangsOn = new HashMap<>();
    private final Map<BitSet, SortedSet<String>> said = new HashMap<>();
    private final Domains domains;

    Memory(Domains domains) {
        this.domains = domains;
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
        boolean same = cause < 0 && now == null && (place < 0 || Domains.isSame(fact, place));
        if (!same) {
            return made(fact, cause, place, now, facts);
        }
        OpenFact.Variable[] known = single.computeIfAbsent(fact, added -> new OpenFact.Variable[Shape.of(fact).names().size() + 1]);
        if (known[place + 1] == null) {
            known[place + 1] = made(fact, cause, place, now, facts);
        }
        return known[place + 1];
    }

    private OpenFact.@Nullable Variable made(Class<? extends Fact> fact, int cause, int place, @Nullable Object now, FactSet facts) {
        Object[] others = place < 0 ? domains.of(fact) : domains.of(fact, place, facts);
        if (others.length == 0) {
            return null;
        }
        Object[] values = new Object[others.length + 1];
        values[0] = now;
        System.arraycopy(others, 0, values, 1, others.length);
        String key = cause < 0 ? FactPath.key(fact) : "causes[" + cause + "]";
        String path = place < 0 ? key : key + "." + Shape.of(fact).names().get(place);
        int number = variables.computeIfAbsent(List.of(path, values.length), added -> {
            paths.add(path);
            return diagram.variable(values.length);
        });
        return new OpenFact.Variable(number, place, values);
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
        List<Possible> all = new ArrayList<>(findings.size());
        boolean always = true;
        for (Map.Entry<Finding, Integer> each : findings.entrySet()) {
            all.add(new Possible(each.getKey(), each.getValue()));
            always &= each.getValue() == Diagram.ALWAYS;
        }
        boolean isCertain = always;
        return same.computeIfAbsent(all, added -> new Found(added, isCertain));
    }

    /** Findings that are concluded in all choices. */
    Found certain(List<Finding> findings) {
        Found before = certain.get(findings);
        if (before == null) {
            Map<Finding, Integer> all = new LinkedHashMap<>();
            findings.forEach(finding -> all.put(finding, Diagram.ALWAYS));
            before = found(all);
            certain.put(List.copyOf(findings), before);
        }
        return before;
    }

    /** Whether it has grown so large that a new one does better. */
    boolean isFull() {
        return diagram.nodes() > MOST_NODES || found.size() > MOST_KEYS || same.size() > MOST_KEYS || certain.size() > MOST_KEYS;
    }
}
