package org.supportpolicy.internal.own;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How people are told of what is declared: keys as in the words of the library, each followed by its phrase. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Spoken {

    /** The words in English. */
    String[] english();

    /** The words in Dutch. */
    String[] dutch();

    /** Who can answer the questions about it. */
    String[] answerers();
}
