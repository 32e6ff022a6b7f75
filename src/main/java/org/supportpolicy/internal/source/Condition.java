package org.supportpolicy.internal.source;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What must hold for a rule to conclude. Offsets count from the start of the file. */
public sealed interface Condition {

    /** Where it begins. */
    int start();

    /** Where it ends, the character after it. */
    int end();

    /** The conditions in it. */
    default List<Condition> parts() {
        return List.of();
    }

    /** The patterns in it, from left to right. */
    default Stream<Pattern> patterns() {
        return this instanceof Pattern pattern ? Stream.of(pattern) : parts().stream().flatMap(Condition::patterns);
    }

    /** A fact or finding that is looked at, such as {@code $ticket : Ticket( state == TicketState.ACTIVE )}. */
    record Pattern(int start, int end, @Nullable Name variable, Name type, List<Constraint> constraints) implements Condition {}

    /** Several that must all hold. */
    record And(int start, int end, List<Condition> parts) implements Condition {}

    /** Several of which one must hold. */
    record Or(int start, int end, List<Condition> parts) implements Condition {}

    /** One that must not hold. */
    record Not(int start, int end, Condition negated) implements Condition {
        @Override
        public List<Condition> parts() {
            return List.of(negated);
        }
    }

    /** One that must hold somehow, however often. */
    record Exists(int start, int end, Condition wanted) implements Condition {
        @Override
        public List<Condition> parts() {
            return List.of(wanted);
        }
    }

    /** The first pattern, for whose every match the others must hold; alone, its own constraints must. */
    record Forall(int start, int end, List<Condition> parts) implements Condition {}

    /** A constraint of a pattern, such as {@code $marked : markedResolvedAt != null}: a variable, a test, or both. */
    record Constraint(int start, int end, @Nullable Name variable, Expression said) {

        /** Whether it only binds a variable. */
        public boolean onlyBinds() {
            return variable != null && !(said instanceof Expression.Comparison);
        }

        /** What its variable stands for. */
        public Expression bound() {
            return said instanceof Expression.Comparison comparison ? comparison.left() : said;
        }
    }
}
