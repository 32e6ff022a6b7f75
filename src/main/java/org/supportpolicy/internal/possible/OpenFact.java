package org.supportpolicy.internal.possible;

import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.fact.AsOf;
import org.supportpolicy.fact.BadFactException;
import org.supportpolicy.fact.Cause;
import org.supportpolicy.fact.Fact;
import org.supportpolicy.internal.engine.Reads;
import org.supportpolicy.internal.record.Shape;

/**
 * A fact, of which some components may be otherwise than they are; each of these is a variable of a {@link Diagram}.
 *
 * @param type its class
 * @param known what is known of it; null when there is no such fact yet
 * @param there whether it is among the facts that were given
 * @param variables what could be otherwise, in the order of their numbers
 * @param parts for each component its variable, or what it is; nothing when there is no such fact yet
 * @param readers the rules that may look at one of the variables
 * @param sort the number of its class among those that rules look at; -1 when it is not among them
 * @param now the instant as of which it is known
 * @param isPassing whether an instant is among what is known of it and what it could be, so that the like of it will hardly be met again
 */
record OpenFact(Class<? extends Fact> type, @Nullable Fact known, boolean there, List<Variable> variables, @Nullable Object[] parts,
        BitSet readers, int sort, AsOf now, boolean isPassing) {

    private static final Object[] NO_PARTS = {};

    /** A fact of which something is known. */
    static OpenFact of(Fact known, boolean there, List<Variable> variables, BitSet readers, int sort, AsOf now) {
        return of(known, Shape.of(known.getClass()).array(known), there, variables, readers, sort, now);
    }

    /**
     * A fact of which something is known.
     *
     * @param parts what each of its components is, in an array that is kept
     */
    static OpenFact of(Fact known, @Nullable Object[] parts, boolean there, List<Variable> variables, BitSet readers, int sort, AsOf now) {
        boolean isPassing = false;
        for (Object part : parts) {
            isPassing |= part instanceof Instant;
        }
        return of(known.getClass(), known, there, variables, parts, readers, sort, now, isPassing);
    }

    /** A fact that is not there yet. */
    static OpenFact absent(Class<? extends Fact> type, List<Variable> variables, BitSet readers, int sort, AsOf now) {
        return of(type, null, false, variables, NO_PARTS, readers, sort, now, false);
    }

    private static OpenFact of(Class<? extends Fact> type, @Nullable Fact known, boolean there, List<Variable> variables,
            @Nullable Object[] parts, BitSet readers, int sort, AsOf now, boolean knownIsPassing) {
        boolean isPassing = knownIsPassing;
        for (int i = 0; i < variables.size(); i++) {
            isPassing |= variables.get(i).isPassing();
            if (known != null) {
                parts[variables.get(i).place] = variables.get(i);
            }
        }
        return new OpenFact(type, known, there, variables, parts, readers, sort, now, isPassing);
    }

    /**
     * A component that could be otherwise. Its values follow from its number and what they are taken from.
     *
     * @param number its number in the diagram
     * @param place its place in the fact; -1 for the fact as a whole
     * @param values what it could be, first what it is
     * @param from what they are taken from
     */
    record Variable(int number, int place, @Nullable Object[] values, Object from) {

        /** Whether its values are counted from an instant. */
        boolean isPassing() {
            return from instanceof Instant;
        }

        @Override
        public boolean equals(Object other) {
            return this == other || other instanceof Variable variable && variable.number == number && variable.from.equals(from);
        }

        @Override
        public int hashCode() {
            return 31 * number + from.hashCode();
        }
    }

    /** The same as long as what is known of it and what it could be are. */
    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof OpenFact fact && fact.type == type && fact.variables.equals(variables)
                && Objects.equals(fact.known, known);
    }

    @Override
    public int hashCode() {
        return variables.isEmpty() ? Objects.hashCode(known)
                : 31 * variables.get(0).hashCode() + variables.get(variables.size() - 1).hashCode();
    }

    /** The same, of which something is known, with nothing in it that could be otherwise. */
    OpenFact asItIs() {
        return of(Objects.requireNonNull(known), there, List.of(), new BitSet(), sort, now);
    }

    /** Whether something of it could be otherwise. */
    boolean isOpen() {
        return !variables.isEmpty();
    }

    /** Whether it is a cause. */
    boolean isCause() {
        return Cause.class.isAssignableFrom(type);
    }

    /** Whether it is one of several causes of which something could be otherwise. */
    boolean isOpenCause() {
        return isOpen() && isCause();
    }

    /** The variables among its own that are looked at, by their places in the list. */
    int[] among(Reads reads) {
        int[] among = new int[variables.size()];
        int count = 0;
        for (int i = 0; i < among.length; i++) {
            if (variables.get(i).place < 0 || reads.covers(Shape.of(type).names().get(variables.get(i).place))) {
                among[count++] = i;
            }
        }
        return Arrays.copyOf(among, count);
    }

    /** The choices in which there is such a fact. */
    int exists(Diagram diagram) {
        int exists = known == null ? Diagram.NEVER : Diagram.ALWAYS;
        for (int i = variables.size() - 1; i >= 0 && exists != Diagram.ALWAYS; i--) {
            exists = diagram.or(diagram.isOther(variables.get(i).number), exists);
        }
        return exists;
    }

    /**
     * The fact with values for some of its variables; null where it is none.
     *
     * @throws BadFactException if no fact can have them
     */
    @Nullable Fact with(Map<Integer, Integer> values) {
        Object[] all = Shape.of(type).array(known);
        boolean changed = false;
        for (Variable variable : variables) {
            int value = values.getOrDefault(variable.number, 0);
            if (value > 0 && variable.place < 0) {
                return (Fact) variable.values[value];
            } else if (value > 0) {
                all[variable.place] = variable.values[value];
                changed = true;
            }
        }
        return changed ? (Fact) Shape.of(type).make(all) : known;
    }

    /** Takes the fact as it is in some choices. */
    @FunctionalInterface
    interface Use {
        void take(Fact fact, int choices);
    }

    /** Goes through the fact as it is for each choice of values of some of its variables, among certain choices. */
    void each(int[] among, int choices, Diagram diagram, Use use) {
        Object[] values = Shape.of(type).array(known);
        each(among, among.length - 1, values, choices, diagram, use);
    }

    private void each(int[] among, int at, @Nullable Object[] values, int choices, Diagram diagram, Use use) {
        if (choices == Diagram.NEVER) {
            return;
        } else if (at < 0) {
            Fact fact = among.length == 0 && known != null ? known : made(values);
            if (fact != null) {
                use.take(fact, choices);
            }
            return;
        }
        Variable variable = variables.get(among[at]);
        for (int i = variable.place < 0 && known == null ? 1 : 0; i < variable.values.length; i++) {
            int narrowed = diagram.and(diagram.is(variable.number, i), choices);
            if (variable.place < 0) {
                if (narrowed != Diagram.NEVER) {
                    use.take((Fact) variable.values[i], narrowed);
                }
            } else {
                values[variable.place] = variable.values[i];
                each(among, at - 1, values, narrowed, diagram, use);
            }
        }
        if (variable.place >= 0) {
            values[variable.place] = variable.values[0];
        }
    }

    /** The fact with these values; null where no fact can have them. */
    private @Nullable Fact made(@Nullable Object[] values) {
        try {
            return ((Fact) Shape.of(type).make(values)).asKnownAt(now);
        } catch (BadFactException e) {
            return null;
        }
    }
}
