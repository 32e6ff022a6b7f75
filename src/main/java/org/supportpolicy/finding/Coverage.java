package org.supportpolicy.finding;

/** When responses are given: at every hour, or in support hours. */
public enum Coverage {
    ALWAYS, SUPPORT_HOURS
}
