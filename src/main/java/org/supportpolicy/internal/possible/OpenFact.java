package org.supportpolicy.internal.possible;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.fact.AsOf;
import org.supportpolicy.fact.BadFactException;
import org.supportpolicy.fact.Cause;
import org.supportpolicy.fact.Fact;
import org.supportpolicy.internal.engine.Reads;
import org.supportpolicy.internal.record.Shape;

/**
 * A fact of which some components could be otherwise than they are; each of these is a variable of a {@link Diagram}.
 *
 * @param type its class
 * @param known what is known of it; null when there is no such fact yet
 * @param there whether it is among the facts that were given
 * @param variables what could be otherwise, in the order of their numbers
 * @param now the instant as of which it is known
 */
record OpenFact(Class<? extends Fact> type, @Nullable Fact known, boolean there, List<Variable> variables, AsOf now) {

    /**
     * A component that could be otherwise.
     *
     * @param number its number in the diagram
     * @param place its place in the fact; -1 for the fact as a whole
     * @param values what it could be, first what it is
     */
    record Variable(int number, int place, @Nullable Object[] values) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Variable variable && variable.number == number
                    && (variable.values == values || Arrays.equals(variable.values, values));
        }

        @Override
        public int hashCode() {
            return number;
        }
    }

    /** Whether it is one of several causes. */
    boolean isCause() {
        return Cause.class.isAssignableFrom(type);
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

    /** The variable of a component; null when it has none. */
    @Nullable Variable variable(int place) {
        for (int i = 0; i < variables.size(); i++) {
            if (variables.get(i).place == place || variables.get(i).place < 0) {
                return variables.get(i);
            }
        }
        return null;
    }

    /** The choices in which there is such a fact. */
    int exists(Diagram diagram) {
        int exists = known == null ? Diagram.NEVER : Diagram.ALWAYS;
        for (int i = variables.size() - 1; i >= 0 && exists != Diagram.ALWAYS; i--) {
            exists = diagram.or(diagram.isOther(variables.get(i).number), exists);
        }
        return exists;
    }

    /** Takes the fact as it is in some choices. */
    @FunctionalInterface
    interface Use {
        void take(Fact fact, int choices);
    }

    /** Goes through the fact as it is for each choice of values of some of its variables, among certain choices. */
    void each(int[] among, int choices, Diagram diagram, Use use) {
        Object[] values = known == null ? new Object[Shape.of(type).names().size()] : Shape.of(type).values(known).toArray();
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
