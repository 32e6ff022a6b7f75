package org.supportpolicy.internal.source;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a constraint or a consequence says. Offsets count from the start of the file. */
public sealed interface Expression {

    /** Where it begins. */
    int start();

    /** Where it ends, the character after it. */
    int end();

    /** The expressions in it, from left to right. */
    default List<Expression> parts() {
        return List.of();
    }

    /** This expression and everything in it. */
    default Stream<Expression> all() {
        return Stream.concat(Stream.of(this), parts().stream().flatMap(Expression::all));
    }

    /** The single tests that {@code &&} and {@code ||} join, from left to right. */
    default Stream<Expression> atoms() {
        return this instanceof All || this instanceof Any ? parts().stream().flatMap(Expression::atoms) : Stream.of(this);
    }

    /** Several that must all hold. */
    record All(int start, int end, List<Expression> parts) implements Expression {}

    /** Several of which one must hold. */
    record Any(int start, int end, List<Expression> parts) implements Expression {}

    /** The opposite. */
    record Not(int start, int end, Expression negated) implements Expression {
        @Override
        public List<Expression> parts() {
            return List.of(negated);
        }
    }

    /** A comparison; {@code not in} and the like are one operator. */
    record Comparison(int start, int end, Expression left, Name operator, Expression right) implements Expression {
        @Override
        public List<Expression> parts() {
            return List.of(left, right);
        }
    }

    /** What stands behind {@code in}. */
    record Choice(int start, int end, List<Expression> parts) implements Expression {}

    /** Names joined by dots: components, variables, constants, calls. */
    record Path(int start, int end, List<Step> steps) implements Expression {
        @Override
        public List<Expression> parts() {
            return steps.stream().flatMap(step -> step.arguments() == null ? Stream.of() : step.arguments().stream()).toList();
        }
    }

    /** A name in a path, with arguments when it is a call. */
    record Step(Name name, @Nullable List<Expression> arguments) {}

    /** A new finding. */
    record Made(int start, int end, Name type, List<Expression> parts) implements Expression {}

    /** A number, a text, a truth or null. */
    record Literal(int start, int end, @Nullable Object value) implements Expression {}
}
