package org.supportpolicy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.supportpolicy.fact.Fact;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.internal.record.FactPath;
import org.supportpolicy.internal.words.Speech;

/**
 * Something odd about when an event is said to have happened. The decision stands; who reads it may want to look at the fact. Notes
 * are sorted by path.
 *
 * @param path the component, such as {@code resolution.markedResolvedAt}
 * @param fact the kind of fact
 * @param value what it said: an {@link Instant} or a {@link LocalDate}
 * @param kind what is odd about it
 * @param other what it lies after or before: {@code asOf}, or a component
 * @param limit the value of that, of the same kind
 */
public record Note(String path, Class<? extends Fact> fact, Temporal value, Kind kind, String other, Temporal limit)
        implements Comparable<Note> {

    /** Checks that all is given. */
    public Note {
        Objects.requireNonNull(path, "The path must be given.");
        Objects.requireNonNull(fact, "The fact must be given.");
        Objects.requireNonNull(value, "The value must be given.");
        Objects.requireNonNull(kind, "The kind must be given.");
        Objects.requireNonNull(other, "The other must be given.");
        Objects.requireNonNull(limit, "The limit must be given.");
    }

    private static final Comparator<Note> ORDER = Comparator.comparing(Note::path).thenComparing(Note::kind)
            .thenComparing(note -> note.value.toString());

    /** What is odd about an event. */
    public enum Kind {
        /** It lies after the instant at which the policy is applied, so it has not happened and was left out. */
        LATER,
        /** It lies before what must have come first, and was taken as it is. */
        OUT_OF_ORDER
    }

    /**
     * The notes on a fact set, sorted; nearly always none. A host that takes no odd events refuses a fact set on which there is one.
     *
     * @throws NullPointerException if the fact set is null
     */
    public static List<Note> of(FactSet facts) {
        return Notes.of(Objects.requireNonNull(facts, "The facts must be given."));
    }

    /**
     * The note as a sentence, in Dutch for a Dutch locale, in English for any other.
     *
     * @param zone the zone in which instants are said
     */
    public String sentence(Locale locale, ZoneId zone) {
        Speech speech = Speech.of(locale);
        return speech.note(kind.name(), FactPath.of(path, List.of(), List.of(fact)), value, limit,
                Objects.requireNonNull(zone, "The zone must be given."));
    }

    @Override
    public int compareTo(Note other) {
        return ORDER.compare(this, Objects.requireNonNull(other, "The other must be given."));
    }
}
