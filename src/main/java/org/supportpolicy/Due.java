package org.supportpolicy;

import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import org.supportpolicy.internal.words.Speech;

/**
 * Something that falls due if nobody acts. Sorted by instant, then kind, then ticket.
 *
 * @param at when: the last instant that is in time for what is due, and the first of what begins then
 * @param kind what
 * @param ticket the number of the ticket, empty when it is not known
 */
public record Due(Instant at, Kind kind, String ticket) implements Comparable<Due> {

    private static final Comparator<Due> ORDER = Comparator.comparing(Due::at).thenComparing(Due::kind).thenComparing(Due::ticket);

    /** What falls due. */
    public enum Kind {
        /** The desk is reminded of a first response. */
        FIRST_RESPONSE_REMINDER,
        /** A first response is due. */
        FIRST_RESPONSE,
        /** The desk is reminded of a follow-up. */
        FOLLOW_UP_REMINDER,
        /** A follow-up is due. */
        FOLLOW_UP,
        /** A resolved ticket is closed. */
        CLOSING,
        /** The guaranteed period of the installed version is over. */
        END_OF_GUARANTEE,
        /** Support for the product is withdrawn. */
        WITHDRAWAL
    }

    /** Checks that all is given. */
    public Due {
        Objects.requireNonNull(at, "The at must be given.");
        Objects.requireNonNull(kind, "The kind must be given.");
        Objects.requireNonNull(ticket, "The ticket must be given.");
    }

    /** What falls due in words: in Dutch for a Dutch locale, in English for any other. */
    public String what(Locale locale) {
        return Speech.of(locale).label("due." + kind);
    }

    @Override
    public int compareTo(Due other) {
        return ORDER.compare(this, Objects.requireNonNull(other, "The other must be given."));
    }
}
