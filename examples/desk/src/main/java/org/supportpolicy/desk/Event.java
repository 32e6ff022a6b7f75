package org.supportpolicy.desk;

import java.time.Instant;

/**
 * Something that happened to a ticket.
 *
 * @param at when
 * @param kind the name of an {@link Act}, {@link #FILED}, or {@link #CHANGED} when nobody did anything
 * @param detail what was written, or which sections of the decision changed
 */
record Event(Instant at, String kind, String detail) {

    static final String FILED = "FILED";
    static final String CHANGED = "CHANGED";
}
