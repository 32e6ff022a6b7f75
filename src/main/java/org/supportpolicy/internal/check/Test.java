package org.supportpolicy.internal.check;

import java.util.List;
import java.util.stream.Stream;

/** What a constraint asks. Where something it looks at is unknown it does not hold, unless it asks just that. */
public sealed interface Test {

    /** How two values can be compared. */
    enum Operator {
        SAME("=="), OTHER("!="), BEFORE("<"), NOT_AFTER("<="), AFTER(">"), NOT_BEFORE(">=");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        static Operator of(String sign) {
            return Stream.of(values()).filter(operator -> operator.sign.equals(sign)).findFirst().orElseThrow();
        }

        /** Whether it asks which of two comes first. */
        public boolean isOrder() {
            return this != SAME && this != OTHER;
        }

        /** Whether it holds for two of which the first comes before (below 0), with (0) or after the second. */
        public boolean holds(int order) {
            return switch (this) {
                case SAME -> order == 0;
                case OTHER -> order != 0;
                case BEFORE -> order < 0;
                case NOT_AFTER -> order <= 0;
                case AFTER -> order > 0;
                case NOT_BEFORE -> order >= 0;
            };
        }
    }

    /** The values it looks at. */
    Stream<Value> values();

    /** The same test where the object in a slot is the one that is looked at, whatever its slot. */
    Test relativeTo(int slot);

    /** The single tests in it, from left to right. */
    default Stream<Test> atoms() {
        return Stream.of(this);
    }

    /** Several that must all hold. */
    record All(List<Test> parts) implements Test {
        @Override
        public Stream<Value> values() {
            return parts.stream().flatMap(Test::values);
        }

        @Override
        public Stream<Test> atoms() {
            return parts.stream().flatMap(Test::atoms);
        }

        @Override
        public Test relativeTo(int slot) {
            return new All(parts.stream().map(part -> part.relativeTo(slot)).toList());
        }
    }

    /** Several of which one must hold. */
    record Any(List<Test> parts) implements Test {
        @Override
        public Stream<Value> values() {
            return parts.stream().flatMap(Test::values);
        }

        @Override
        public Stream<Test> atoms() {
            return parts.stream().flatMap(Test::atoms);
        }

        @Override
        public Test relativeTo(int slot) {
            return new Any(parts.stream().map(part -> part.relativeTo(slot)).toList());
        }
    }

    /** Two values side by side. */
    record Compare(Value left, Operator operator, Value right) implements Test {
        @Override
        public Stream<Value> values() {
            return Stream.of(left, right);
        }

        @Override
        public Test relativeTo(int slot) {
            return new Compare(left.relativeTo(slot), operator, right.relativeTo(slot));
        }
    }

    /** Whether a value is, or is not, among some. */
    record Among(Value one, List<Value> many, boolean wanted) implements Test {
        @Override
        public Stream<Value> values() {
            return Stream.concat(Stream.of(one), many.stream());
        }

        @Override
        public Test relativeTo(int slot) {
            return new Among(one.relativeTo(slot), many.stream().map(value -> value.relativeTo(slot)).toList(), wanted);
        }
    }

    /** Whether a list or set holds, or lacks, a value. */
    record Holds(Value many, Value one, boolean wanted) implements Test {
        @Override
        public Stream<Value> values() {
            return Stream.of(many, one);
        }

        @Override
        public Test relativeTo(int slot) {
            return new Holds(many.relativeTo(slot), one.relativeTo(slot), wanted);
        }
    }

    /** Whether something is true, or false. */
    record Truth(Value value, boolean wanted) implements Test {
        @Override
        public Stream<Value> values() {
            return Stream.of(value);
        }

        @Override
        public Test relativeTo(int slot) {
            return new Truth(value.relativeTo(slot), wanted);
        }
    }
}
