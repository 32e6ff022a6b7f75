package org.supportpolicy.internal.outlook;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.internal.check.Motion;
import org.supportpolicy.internal.check.Test;
import org.supportpolicy.internal.check.Test.Operator;
import org.supportpolicy.internal.check.Value;
import org.supportpolicy.internal.engine.Evaluation;
import org.supportpolicy.internal.engine.RulePlan.Operand;
import org.supportpolicy.internal.engine.RulePlan.Question;

/**
 * Works out values and tests as ever, and adds to the {@link Moments} behind all slots when what was asked will next be answered
 * otherwise. As long as each answer stays, a decision asks the same again; so the first that changes is where it can change.
 */
final class Watching extends Evaluation {

    private final Evaluation plainly = new Evaluation();

    private static Moments moments(@Nullable Object[] matched) {
        return (Moments) matched[matched.length - 1];
    }

    @Override
    protected Question atom(Test test, int own) {
        Question plain = super.atom(test, own);
        Motion motion = Motion.of(test);
        if (motion == Motion.STILL) {
            return plain;
        } else if (motion == Motion.LOST) {
            return (self, matched) -> {
                throw new IllegalStateException("The limits of what a rule asks cannot be found.");
            };
        }
        Watch watch = watch(test, own);
        return (self, matched) -> {
            boolean holds = plain.holds(self, matched);
            watch.add(self, matched);
            return holds;
        };
    }

    @Override
    protected Operand conclusion(Value then) {
        Operand plain = super.conclusion(then);
        if (Motion.of(then) != Motion.DAILY) {
            return plain;
        }
        return (self, matched) -> {
            moments(matched).addMidnight();
            return plain.of(self, matched);
        };
    }

    @Override
    public Operand operand(Value value, int own) {
        Operand plain = super.operand(value, own);
        if (!(value instanceof Value.Call call) || !Motion.isStepped(call)) {
            return plain;
        }
        List<Value> moving = call.arguments().stream().filter(part -> Motion.of(part) != Motion.STILL).toList();
        if (moving.isEmpty()) {
            return plain;
        }
        Moving passing = moving(moving.get(0), own);
        Operand of = super.operand(call.target() == null ? call.arguments().get(0) : call.target(), own);
        return (self, matched) -> {
            Object answer = plain.of(self, matched);
            Object stands = of.of(self, matched);
            Object at = passing.operand.of(self, matched);
            if (stands != null && at != null) {
                Steps.of(stands, at, step -> passing.add(step, sign -> sign >= 0, self, matched));
            }
            return answer;
        };
    }

    /** Adds when a test is next answered otherwise. */
    @FunctionalInterface
    private interface Watch {
        void add(@Nullable Object self, @Nullable Object[] matched);
    }

    private Watch watch(Test test, int own) {
        if (test instanceof Test.Compare compare) {
            return between(compare.left(), compare.operator(), compare.right(), own);
        } else if (test instanceof Test.Among among) {
            List<Watch> each = among.many().stream().map(other -> between(among.one(), Operator.SAME, other, own)).toList();
            return (self, matched) -> each.forEach(watch -> watch.add(self, matched));
        } else if (test instanceof Test.Holds holds && Motion.of(holds.many()) == Motion.STILL) {
            Operand many = plainly.operand(holds.many(), own);
            Moving one = moving(holds.one(), own);
            return (self, matched) -> {
                if (many.of(self, matched) instanceof Collection<?> found) {
                    found.forEach(item -> one.add(item, sign -> sign == 0, self, matched));
                }
            };
        }
        return (self, matched) -> moments(matched).addMidnight();
    }

    /** The motion of a comparison is not lost, so that one side of it stays through a day at least. */
    private Watch between(Value left, Operator operator, Value right, int own) {
        Motion first = Motion.of(left);
        Motion second = Motion.of(right);
        boolean turned = second.compareTo(first) > 0;
        Moving moving = moving(turned ? right : left, own);
        Operand other = plainly.operand(turned ? left : right, own);
        boolean midnight = first != Motion.STILL && second != Motion.STILL;
        IntPredicate holds = sign -> operator.holds(turned ? -sign : sign);
        return (self, matched) -> {
            if (midnight) {
                moments(matched).addMidnight();
            }
            moving.add(other.of(self, matched), holds, self, matched);
        };
    }

    private Moving moving(Value value, int own) {
        boolean alone = value instanceof Value.Call call && call.target() instanceof Value.Slot && call.arguments().isEmpty();
        return new Moving(plainly.operand(value, own), alone);
    }

    /**
     * A value that goes along with the instant of the decision, or with its day.
     *
     * @param operand what works it out
     * @param alone whether it is that instant or that day itself
     */
    private record Moving(Operand operand, boolean alone) {

        /**
         * Adds when it next stands so to another value that something holds no longer, or at last.
         *
         * @param holds whether it holds for a value before (below 0), at (0) or behind the other
         */
        void add(@Nullable Object other, IntPredicate holds, @Nullable Object self, @Nullable Object[] matched) {
            Moments moments = moments(matched);
            boolean reaching = holds.test(-1) != holds.test(0);
            boolean passing = holds.test(0) != holds.test(1);
            if (alone && other instanceof Instant instant) {
                if (reaching) {
                    moments.add(instant);
                }
                if (passing) {
                    moments.add(instant.plusNanos(1));
                }
            } else if (alone && other instanceof LocalDate day) {
                if (reaching) {
                    moments.add(day);
                }
                if (passing) {
                    moments.add(day.plusDays(1));
                }
            } else if (other instanceof Comparable<?> limit) {
                new Passing(operand, limit, self, matched, moments).add();
            } else if (other != null) {
                moments.addMidnight();
            }
        }
    }
}
