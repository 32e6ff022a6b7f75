package org.supportpolicy.finding;

/** The priority of a response, from the highest. */
public enum ResponsePriority {
    HIGHEST, HIGH, NORMAL, STANDARD
}
