package org.supportpolicy.internal.check;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A value that a rule speaks of, with what it can be. Two that are equal are always the same value. */
public sealed interface Value {

    /** What it can be. */
    Type type();

    /** The values it is made from. */
    default List<Value> parts() {
        return List.of();
    }

    /** The slots of the objects it comes from. */
    default Stream<Integer> slots() {
        return parts().stream().flatMap(Value::slots);
    }

    /** The same value where the object in a slot is the one that is looked at, whatever its slot. */
    default Value relativeTo(int slot) {
        return this;
    }

    /** The object that matches a pattern, kept in a slot. */
    record Slot(int number, Type type) implements Value {
        @Override
        public Stream<Integer> slots() {
            return Stream.of(number);
        }

        /** The number tells one from another. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Slot slot && slot.number == number;
        }

        @Override
        public int hashCode() {
            return number;
        }

        @Override
        public Value relativeTo(int slot) {
            return slot == number ? new Slot(-1, type) : this;
        }
    }

    /** A number, text, truth or constant that is written down; null for what is unknown. */
    record Constant(@Nullable Object value, Type type) implements Value {

        /** The value tells one from another. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Constant constant && Objects.equals(constant.value, value);
        }

        @Override
        public int hashCode() {
            return Objects.hashCode(value);
        }
    }

    /** What is asked of an object, or what a function or constructor makes of its arguments, for which the target is null. */
    record Call(@Nullable Value target, Member member, List<Value> arguments) implements Value {
        @Override
        public Type type() {
            return member.result();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Call call && member.equals(call.member) && Objects.equals(target, call.target)
                    && arguments.equals(call.arguments);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * member.hashCode() + Objects.hashCode(target)) + arguments.hashCode();
        }

        @Override
        public List<Value> parts() {
            return target == null ? arguments : Stream.concat(Stream.of(target), arguments.stream()).toList();
        }

        @Override
        public Value relativeTo(int slot) {
            return new Call(target == null ? null : target.relativeTo(slot), member, arguments.stream()
                    .map(argument -> argument.relativeTo(slot)).toList());
        }
    }
}
