package org.supportpolicy.internal.check;

import java.lang.reflect.Executable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.supportpolicy.fact.AsOf;
import org.supportpolicy.fact.Conversation;
import org.supportpolicy.fact.Product;
import org.supportpolicy.rules.OpeningHours;
import org.supportpolicy.rules.Periods;

/**
 * How a value of a rule goes along with the instant of the decision while the facts stay as they are known. What a rule concluded counts
 * as still: a rule that concludes something else at another instant is looked at itself.
 */
public enum Motion {

    /** It stays, or changes only where one of the words whose limits are known says so. */
    STILL,
    /** It changes at the beginning of a day at most; an instant or a date then never goes back to an earlier one but with the calendar. */
    DAILY,
    /** It is an instant that goes along with the instant of the decision, and never back but with the calendar. */
    STEADY,
    /** Where it changes cannot be told. */
    LOST;

    /** Words whose answer changes only where an instant or a day passes one that facts name. */
    private static final Set<String> STEPPED = Set.of("isSupersededOn", "mayBeSupersededOn", "isAvailableOn", "successorKnownOn",
            "unansweredUntil", "isOpen");
    private static final Set<Class<?>> STEPPED_OF = Set.of(Product.class, Conversation.class, OpeningHours.class);

    /** How a value moves. */
    public static Motion of(Value value) {
        if (value instanceof Value.Constant) {
            return STILL;
        } else if (value instanceof Value.Slot slot) {
            return slot.type().kind() == AsOf.class ? LOST : STILL;
        }
        Value.Call call = (Value.Call) value;
        boolean ofInstant = call.target() instanceof Value.Slot slot && slot.type().kind() == AsOf.class;
        if (ofInstant && call.arguments().isEmpty()) {
            return call.type().kind() == Instant.class ? STEADY : call.type().kind() == LocalDate.class ? DAILY : STILL;
        }
        Motion parts = most(call, ofInstant);
        return parts == STILL || parts == LOST ? parts : isStepped(call) ? STILL : parts == DAILY ? DAILY : ofSteady(call);
    }

    private static Motion most(Value.Call call, boolean ofInstant) {
        Motion most = STILL;
        for (Value part : ofInstant ? call.arguments() : call.parts()) {
            Motion motion = of(part);
            most = motion.compareTo(most) > 0 ? motion : most;
        }
        return most;
    }

    /** What is made of an instant that goes along: its day, a day after it, or the later of two. */
    private static Motion ofSteady(Value.Call call) {
        Executable code = call.member().code();
        boolean ofPeriods = code.getDeclaringClass() == Periods.class;
        return ofPeriods && code.getName().equals("later") ? STEADY
                : ofPeriods && code.getName().equals("daysAfter") || code.getDeclaringClass() == AsOf.class ? DAILY : LOST;
    }

    /** Whether it changes only where one of its arguments passes an instant or a day that facts name. */
    public static boolean isStepped(Value.Call call) {
        Executable code = call.member().code();
        return STEPPED_OF.contains(code.getDeclaringClass()) && STEPPED.contains(code.getName());
    }

    /** How the values that a single test looks at move against each other; lost where the limits of the test cannot be found. */
    public static Motion of(Test test) {
        if (test instanceof Test.Among among) {
            return among.many().stream().map(other -> between(among.one(), other)).max(Motion::compareTo).orElse(STILL);
        } else if (test instanceof Test.Compare compare) {
            return between(compare.left(), compare.right());
        } else if (test instanceof Test.Holds holds) {
            return between(holds.many(), holds.one());
        }
        Motion alone = of(((Test.Truth) test).value());
        return alone == STEADY ? LOST : alone;
    }

    private static Motion between(Value one, Value other) {
        Motion first = of(one);
        Motion second = of(other);
        return first == STEADY && second == STEADY ? LOST : first.compareTo(second) > 0 ? first : second;
    }
}
