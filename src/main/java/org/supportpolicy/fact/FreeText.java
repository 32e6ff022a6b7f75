package org.supportpolicy.fact;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks what a person wrote, or what names something of the customer's own. No rule asks what it says, only whether it was given. Decisions
 * say no more of it unless they are asked to, and neither do {@code toString} and errors. {@link FreeTexts} knows what is marked.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface FreeText {}
