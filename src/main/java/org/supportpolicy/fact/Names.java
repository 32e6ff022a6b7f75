package org.supportpolicy.fact;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says what a text names, so that a name that does not exist can be refused. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.PARAMETER})
public @interface Names {

    /** What is named. */
    Thing value();

    /** What a text can name. */
    enum Thing {
        /** A clause of the policy by its id, such as {@code closure.permanent}. */
        CLAUSE
    }
}
