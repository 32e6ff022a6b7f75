package org.supportpolicy.internal.engine;

import java.lang.reflect.Executable;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.internal.check.Test;
import org.supportpolicy.internal.check.Test.Operator;
import org.supportpolicy.internal.check.Value;
import org.supportpolicy.internal.engine.RulePlan.Operand;
import org.supportpolicy.internal.engine.RulePlan.Question;
import org.supportpolicy.internal.record.Call;

/**
 * Makes of the values and tests of rules what works them out. What is unknown goes through as null: a test of it does not hold, and
 * nothing is asked of it. Not thread-safe; what it makes is.
 */
public class Evaluation {

    private final Map<Executable, Call> calls = new HashMap<>();

    // ---- tests

    /**
     * What says whether a test holds.
     *
     * @param own the slot of the object that is looked at; -1 where it has been put in the test already
     */
    public Question question(Test test, int own) {
        if (test instanceof Test.All all) {
            Question[] parts = all.parts().stream().map(part -> question(part, own)).toArray(Question[]::new);
            return (self, matched) -> {
                for (Question part : parts) {
                    if (!part.holds(self, matched)) {
                        return false;
                    }
                }
                return true;
            };
        } else if (test instanceof Test.Any any) {
            Question[] parts = any.parts().stream().map(part -> question(part, own)).toArray(Question[]::new);
            return (self, matched) -> {
                for (Question part : parts) {
                    if (part.holds(self, matched)) {
                        return true;
                    }
                }
                return false;
            };
        }
        return atom(test, own);
    }

    /** What says whether a test holds that has no others in it. */
    protected Question atom(Test test, int own) {
        if (test instanceof Test.Compare compare) {
            return compared(compare, own);
        } else if (test instanceof Test.Among among) {
            Operand one = operand(among.one(), own);
            Operand[] many = operands(among.many(), own);
            return (self, matched) -> among(one.of(self, matched), many, among.wanted(), self, matched);
        } else if (test instanceof Test.Holds holds) {
            Operand many = operand(holds.many(), own);
            Operand one = operand(holds.one(), own);
            return (self, matched) -> {
                Object asked = one.of(self, matched); // which a list that holds no null would not be asked for
                return asked != null && many.of(self, matched) instanceof Collection<?> found && found.contains(asked) == holds.wanted();
            };
        }
        Test.Truth truth = (Test.Truth) test;
        Operand value = operand(truth.value(), own);
        Boolean wanted = truth.wanted();
        Call component = component(truth.value(), own);
        return component != null ? (self, matched) -> wanted.equals(asked(component, self))
                : (self, matched) -> wanted.equals(value.of(self, matched));
    }

    private static boolean among(@Nullable Object one, Operand[] many, boolean wanted, @Nullable Object self, @Nullable Object[] matched) {
        if (one == null) {
            return false;
        }
        for (Operand each : many) {
            if (one.equals(each.of(self, matched))) {
                return wanted;
            }
        }
        return !wanted;
    }

    private Question compared(Test.Compare compare, int own) {
        Operand left = operand(compare.left(), own);
        Operand right = operand(compare.right(), own);
        Operator operator = compare.operator();
        if (operator.isOrder()) {
            return (self, matched) -> ordered(left.of(self, matched), operator, right.of(self, matched));
        }
        boolean same = operator == Operator.SAME;
        if (compare.right() instanceof Value.Constant constant) {
            Object wanted = constant.value();
            Call component = component(compare.left(), own);
            if (component != null && (wanted == null || wanted instanceof Enum)) {
                return (self, matched) -> (asked(component, self) == wanted) == same;
            } else if (wanted == null || wanted instanceof Enum) {
                return same ? (self, matched) -> left.of(self, matched) == wanted : (self, matched) -> left.of(self, matched) != wanted;
            }
            return (self, matched) -> wanted.equals(left.of(self, matched)) == same;
        }
        return (self, matched) -> Objects.equals(left.of(self, matched), right.of(self, matched)) == same;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static boolean ordered(@Nullable Object left, Operator operator, @Nullable Object right) {
        return left != null && right != null && operator.holds(((Comparable) left).compareTo(right));
    }

    // ---- values

    /** What works out what a rule concludes. */
    protected Operand conclusion(Value then) {
        return operand(then, -1);
    }

    /** What works out a value. */
    public Operand operand(Value value, int own) {
        if (value instanceof Value.Constant constant) {
            Object written = constant.value();
            return (self, matched) -> written;
        } else if (value instanceof Value.Slot slot) {
            int at = slot.number();
            return at == own ? (self, matched) -> self : (self, matched) -> matched[at];
        }
        Value.Call call = (Value.Call) value;
        Call code = code(call);
        List<Value> inputs = call.parts();
        if (inputs.size() == 1 && call.target() != null) {
            if (component(value, own) != null) {
                return (self, matched) -> asked(code, self);
            }
            Operand target = operand(call.target(), own);
            return (self, matched) -> asked(code, target.of(self, matched));
        }
        Operand[] operands = operands(inputs, own);
        boolean[] mayBeNull = new boolean[operands.length];
        for (int i = call.target() == null ? 0 : 1; i < mayBeNull.length; i++) {
            mayBeNull[i] = call.member().parameter(i - (call.target() == null ? 0 : 1)).nullable();
        }
        Operand made = (self, matched) -> called(code, operands, mayBeNull, self, matched);
        return inputs.stream().allMatch(Value.Constant.class::isInstance) ? constant(made) : made;
    }

    /** What never changes is worked out once: all that rules make is immutable. */
    private static Operand constant(Operand made) {
        Object value = made.of(null, new Object[0]);
        return (self, matched) -> value;
    }

    /** What reads a component of the very object that is looked at, as most tests do; null for any other value. */
    private @Nullable Call component(Value value, int own) {
        return value instanceof Value.Call call && call.arguments().isEmpty() && call.target() instanceof Value.Slot slot
                && slot.number() == own ? code(call) : null;
    }

    private Operand[] operands(List<Value> values, int own) {
        return values.stream().map(value -> operand(value, own)).toArray(Operand[]::new);
    }

    private static @Nullable Object asked(Call code, @Nullable Object target) {
        return target == null ? null : code.on(target);
    }

    private static @Nullable Object called(Call code, Operand[] operands, boolean[] mayBeNull, @Nullable Object self,
            @Nullable Object[] matched) {
        Object[] arguments = new Object[operands.length];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = operands[i].of(self, matched);
            if (arguments[i] == null && !mayBeNull[i]) {
                return null;
            }
        }
        return code.with(arguments);
    }

    private Call code(Value.Call call) {
        Executable code = call.member().code();
        int inputs = call.parts().size();
        return code.isVarArgs() ? Call.of(code, inputs) : calls.computeIfAbsent(code, added -> Call.of(code, inputs));
    }
}
