package org.supportpolicy.internal.possible;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which choices of values something holds for: a multi-valued decision diagram, reduced and ordered. A set of choices is a number; two
 * sets are the same if and only if their numbers are, and a set hangs on exactly the variables that its diagram asks. Not thread-safe.
 */
final class Diagram {

    /** No choice. */
    static final int NEVER = 0;
    /** Every choice. */
    static final int ALWAYS = 1;

    private static final int MOST_NODES = 1 << 20;
    private static final int END = Integer.MAX_VALUE;
    /** After so many nodes it is looked whether anyone still waits. */
    private static final int OFTEN = 1 << 12;

    private final boolean isInterruptible;

    private int[] sizes = new int[128];
    private int[] ranks = new int[128];
    private int known;
    private int[] variables = new int[256];
    private int[] starts = new int[256];
    private int[] children = new int[1_024];
    private int nodes = 2;
    private int used;
    private int[] table = new int[512];
    private long[] keys = new long[512];
    private int[] results = new int[512];
    private int remembered;

    Diagram() {
        this(false);
    }

    /**
     * Begins.
     *
     * @param isInterruptible whether it is drawn no further once the thread is interrupted, as {@link Interruption#check()} has it
     */
    Diagram(boolean isInterruptible) {
        this.isInterruptible = isInterruptible;
        variables[NEVER] = END;
        variables[ALWAYS] = END;
    }

    /**
     * Takes in a variable; gives its number.
     *
     * @param size how many values it has
     * @param rank it is asked after those of a lower rank, and after those of its own rank that came before it
     */
    int variable(int size, int rank) {
        if (known == sizes.length) {
            sizes = Arrays.copyOf(sizes, 2 * known);
            ranks = Arrays.copyOf(ranks, 2 * known);
        }
        sizes[known] = size;
        ranks[known] = rank;
        return known++;
    }

    /** The one of two variables that is asked first. */
    private int first(int one, int other) {
        return one == END || other == END || ranks[one] == ranks[other] ? Math.min(one, other) : ranks[one] < ranks[other] ? one : other;
    }

    /** The choices in which a variable has a value. */
    int is(int variable, int value) {
        int[] next = new int[sizes[variable]];
        next[value] = ALWAYS;
        return node(variable, next);
    }

    /** The choices in which a variable has not its first value. */
    int isOther(int variable) {
        int[] next = new int[sizes[variable]];
        Arrays.fill(next, ALWAYS);
        next[0] = NEVER;
        return node(variable, next);
    }

    /** The choices of both. */
    int and(int one, int other) {
        if (one == NEVER || other == NEVER) {
            return NEVER;
        } else if (one == ALWAYS || one == other) {
            return other;
        } else if (other == ALWAYS) {
            return one;
        }
        return joined(Math.min(one, other), Math.max(one, other), true);
    }

    /** The choices of either. */
    int or(int one, int other) {
        if (one == ALWAYS || other == ALWAYS) {
            return ALWAYS;
        } else if (one == NEVER || one == other) {
            return other;
        } else if (other == NEVER) {
            return one;
        }
        return joined(Math.min(one, other), Math.max(one, other), false);
    }

    /** All other choices. */
    int not(int one) {
        if (one <= ALWAYS) {
            return ALWAYS - one;
        }
        long key = key(one, 0, 2);
        int found = recall(key);
        if (found >= 0) {
            return found;
        }
        int[] next = new int[sizes[variables[one]]];
        for (int value = 0; value < next.length; value++) {
            next[value] = not(child(one, value));
        }
        return remember(key, node(variables[one], next));
    }

    /** The choices among those in which some variables have their first value, whatever these have. */
    int first(int one, BitSet some) {
        return some.isEmpty() ? one : narrowed(one, some, 0, new HashMap<>());
    }

    private int narrowed(int one, BitSet some, int value, Map<Integer, Integer> known) {
        if (one <= ALWAYS || known.containsKey(one)) {
            return known.getOrDefault(one, one);
        }
        int result;
        if (some.get(variables[one])) {
            result = narrowed(child(one, value), some, value, known);
        } else {
            int[] next = new int[sizes[variables[one]]];
            for (int i = 0; i < next.length; i++) {
                next[i] = narrowed(child(one, i), some, value, known);
            }
            result = node(variables[one], next);
        }
        known.put(one, result);
        return result;
    }

    /** The choices among those in which a variable has a value, whatever it has. */
    int with(int one, int variable, int value) {
        BitSet some = new BitSet();
        some.set(variable);
        return narrowed(one, some, value, new HashMap<>());
    }

    /** The values of a variable with which some choice is left. */
    BitSet values(int one, int variable) {
        BitSet values = new BitSet(sizes[variable]);
        addValues(one, variable, values, new BitSet());
        return values;
    }

    private void addValues(int one, int variable, BitSet to, BitSet seen) {
        if (one == NEVER || seen.get(one)) {
            return;
        }
        seen.set(one);
        if (variables[one] == variable) {
            for (int value = 0; value < sizes[variable]; value++) {
                if (child(one, value) != NEVER) {
                    to.set(value);
                }
            }
        } else if (first(variables[one], variable) == variable) {
            to.set(0, sizes[variable]);
        } else {
            for (int value = 0; value < sizes[variables[one]] && to.cardinality() < sizes[variable]; value++) {
                addValues(child(one, value), variable, to, seen);
            }
        }
    }

    /** The choices of which just one of two has them. */
    private int either(int one, int other) {
        return or(and(one, not(other)), and(not(one), other));
    }

    /**
     * How choices hang on a variable as long as all choices lie within some; null when they do not: when no two that lie within them and
     * differ in the variable alone are one among the choices and one not.
     */
    @Nullable Difference differenceWithin(int within, int one, int variable) {
        for (int a = 1; a < sizes[variable]; a++) {
            for (int b = 0; b < a; b++) {
                int both = and(with(within, variable, a), with(within, variable, b));
                int differ = and(both, either(with(one, variable, a), with(one, variable, b)));
                if (differ != NEVER) {
                    Map<Integer, Integer> others = any(differ);
                    return isAmong(with(one, variable, a), others) ? new Difference(others, a, b) : new Difference(others, b, a);
                }
            }
        }
        return null;
    }

    private boolean isAmong(int one, Map<Integer, Integer> values) {
        int at = one;
        while (at > ALWAYS) {
            at = child(at, values.getOrDefault(variables[at], 0));
        }
        return at == ALWAYS;
    }

    /** One of the choices: the values of the variables it hangs on, where it can be their first. Not for none. */
    Map<Integer, Integer> any(int one) {
        Map<Integer, Integer> values = new TreeMap<>();
        for (int at = one; at > ALWAYS;) {
            int value = 0;
            while (child(at, value) == NEVER) {
                value++;
            }
            values.put(variables[at], value);
            at = child(at, value);
        }
        return values;
    }

    /**
     * Two choices that differ in one variable alone, of which one is among the choices and the other is not.
     *
     * @param others the values of other variables, the first value for those that are left out
     * @param in the value of the variable with which it is among them
     * @param out the value with which it is not
     */
    record Difference(Map<Integer, Integer> others, int in, int out) {}

    /** The choices in which at most so many variables have not their first value. */
    int atMost(int count) {
        int[] below = new int[count + 1];
        Arrays.fill(below, ALWAYS);
        int[] last = IntStream.range(0, known).boxed().sorted((one, other) -> one.equals(other) ? 0 : first(one, other) == one ? 1 : -1)
                .mapToInt(Integer::intValue).toArray();
        for (int variable : last) {
            for (int left = count; left >= 0; left--) {
                int[] next = new int[sizes[variable]];
                Arrays.fill(next, left == 0 ? NEVER : below[left - 1]);
                next[0] = below[left];
                below[left] = node(variable, next);
            }
        }
        return below[count];
    }

    /**
     * Goes through ways to be among the choices, as long as the use wants more: for each set of variables that have not their first value
     * the first values found with which it is one.
     */
    void each(int one, Predicate<Map<Integer, Integer>> use) {
        each(one, new TreeMap<>(), new HashSet<>(), use);
    }

    private boolean each(int one, Map<Integer, Integer> changed, Set<Set<Integer>> known, Predicate<Map<Integer, Integer>> use) {
        if (one <= ALWAYS) {
            return one == NEVER || !known.add(Set.copyOf(changed.keySet())) || use.test(new TreeMap<>(changed));
        }
        for (int value = 0; value < sizes[variables[one]]; value++) {
            if (value > 0) {
                changed.put(variables[one], value);
            }
            boolean more = each(child(one, value), changed, known, use);
            changed.remove(variables[one]);
            if (!more) {
                return false;
            }
        }
        return true;
    }

    /** Adds the variables that a set hangs on. */
    void addVariables(int one, BitSet to) {
        addVariables(one, to, new BitSet(nodes));
    }

    private void addVariables(int one, BitSet to, BitSet seen) {
        if (one > ALWAYS && !seen.get(one)) {
            seen.set(one);
            to.set(variables[one]);
            for (int value = 0; value < sizes[variables[one]]; value++) {
                addVariables(child(one, value), to, seen);
            }
        }
    }

    /** How large it has grown. */
    int nodes() {
        return nodes;
    }

    /** What is left of the choices once the variable that is asked first has a value. */
    int child(int one, int value) {
        return children[starts[one] + value];
    }

    private int joined(int one, int other, boolean both) {
        long key = key(one, other, both ? 0 : 1);
        int found = recall(key);
        if (found >= 0) {
            return found;
        }
        int variable = first(variables[one], variables[other]);
        int[] next = new int[sizes[variable]];
        for (int value = 0; value < next.length; value++) {
            int left = variables[one] == variable ? child(one, value) : one;
            int right = variables[other] == variable ? child(other, value) : other;
            next[value] = both ? and(left, right) : or(left, right);
        }
        return remember(key, node(variable, next));
    }

    private int node(int variable, int[] next) {
        boolean asks = false;
        for (int value = 1; value < next.length; value++) {
            asks |= next[value] != next[0];
        }
        if (!asks) {
            return next[0];
        }
        int place = hash(variable, next) & (table.length - 1);
        while (table[place] != 0) {
            if (is(table[place], variable, next)) {
                return table[place];
            }
            place = (place + 1) & (table.length - 1);
        }
        return add(place, variable, next);
    }

    private boolean is(int node, int variable, int[] next) {
        return variables[node] == variable && Arrays.equals(children, starts[node], starts[node] + next.length, next, 0, next.length);
    }

    private int add(int place, int variable, int[] next) {
        if (nodes == MOST_NODES) {
            throw new TooMany();
        }
        if (isInterruptible && nodes % OFTEN == 0) {
            Interruption.check();
        }
        if (nodes == variables.length) {
            variables = Arrays.copyOf(variables, 2 * nodes);
            starts = Arrays.copyOf(starts, 2 * nodes);
        }
        if (used + next.length > children.length) {
            children = Arrays.copyOf(children, 2 * (used + next.length));
        }
        variables[nodes] = variable;
        starts[nodes] = used;
        System.arraycopy(next, 0, children, used, next.length);
        used += next.length;
        table[place] = nodes;
        if (2 * ++nodes > table.length) {
            widen();
        }
        return nodes - 1;
    }

    private void widen() {
        table = new int[2 * table.length];
        for (int node = 2; node < nodes; node++) {
            int[] next = Arrays.copyOfRange(children, starts[node], starts[node] + sizes[variables[node]]);
            int place = hash(variables[node], next) & (table.length - 1);
            while (table[place] != 0) {
                place = (place + 1) & (table.length - 1);
            }
            table[place] = node;
        }
    }

    private static int hash(int variable, int[] next) {
        int hash = 31 * variable + Arrays.hashCode(next);
        return hash * 0x9e3779b9 >>> 7;
    }

    // ---- what was worked out before

    private static long key(int one, int other, int kind) {
        return (long) one << 34 | (long) other << 4 | kind << 1 | 1;
    }

    private int recall(long key) {
        int place = place(key);
        while (keys[place] != 0) {
            if (keys[place] == key) {
                return results[place];
            }
            place = (place + 1) & (keys.length - 1);
        }
        return -1;
    }

    private int remember(long key, int result) {
        if (2 * remembered > keys.length) {
            long[] old = keys;
            int[] oldResults = results;
            keys = new long[2 * old.length];
            results = new int[2 * old.length];
            for (int i = 0; i < old.length; i++) {
                if (old[i] != 0) {
                    put(old[i], oldResults[i]);
                }
            }
        }
        put(key, result);
        remembered++;
        return result;
    }

    private void put(long key, int result) {
        int place = place(key);
        while (keys[place] != 0) {
            place = (place + 1) & (keys.length - 1);
        }
        keys[place] = key;
        results[place] = result;
    }

    private int place(long key) {
        return (int) (key * 0x9e3779b97f4a7c15L >>> 40) & (keys.length - 1);
    }

    /** Thrown when a set of choices is too entangled to be drawn. */
    static final class TooMany extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooMany() {
            super("too many choices", null, false, false);
        }
    }
}
