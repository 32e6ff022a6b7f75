package org.supportpolicy.fact;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks what a rule may ask of a fact or finding beside its components. A rule can call nothing else; whatever is marked is free of
 * effects, ends soon, and fails on nothing that a rule can hand it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface InRules {

    /** What is known for certain where this holds: components, and methods asked with the same arguments. */
    String[] implies() default {};

    /** The components it looks at; none for all. */
    String[] reads() default {};
}
