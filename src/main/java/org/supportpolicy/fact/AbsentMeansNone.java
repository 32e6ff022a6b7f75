package org.supportpolicy.fact;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks what is no unknown when it is absent, but an answer: nothing happened, nothing was found, nothing is asked for. It is never
 * asked for; all that is not marked is.
 *
 * <p>On a fact it speaks of the fact as a whole, and of the instants, counts and lists in it; its truths, choices and dates are unknown
 * like any other once the fact is there.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.RECORD_COMPONENT})
public @interface AbsentMeansNone {

    /**
     * Whether that is so only once the fact is there, as with a form that was handed in: before, it is unknown. A fact marked so is asked
     * for as a whole.
     */
    boolean onceGiven() default false;

    /**
     * The component beside which, once that is known, nothing is taken to speak against what it says; it may still be asked for. None for
     * all.
     */
    String beside() default "";

    /** The kinds of request for which it is so; none for all. */
    TicketKind[] of() default {};
}
