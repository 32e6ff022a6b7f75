package org.supportpolicy.internal.words;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.FactChange;
import org.supportpolicy.fact.AsOf;
import org.supportpolicy.fact.Cause;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.internal.own.Spoken;
import org.supportpolicy.internal.record.Constants;
import org.supportpolicy.internal.record.FactPath;
import org.supportpolicy.internal.record.MadeUp;
import org.supportpolicy.internal.record.Shape;

/**
 * Speaks to people, in English or Dutch: findings, facts, their values and questions about them, written for the ear. Immutable and
 * thread-safe.
 */
public final class Speech {

    private static final Catalogue ANSWERERS = Catalogue.of(Spoken::answerers, "answerers");
    private static final Speech ENGLISH = new Speech(Catalogue.of(Spoken::english, "words_en", "letter_en"), false);
    private static final Speech DUTCH = new Speech(Catalogue.of(Spoken::dutch, "words_nl", "letter_nl"), false);
    private static final Speech ENGLISH_WITH_TEXTS = new Speech(ENGLISH.words, true);
    private static final Speech DUTCH_WITH_TEXTS = new Speech(DUTCH.words, true);

    private final Catalogue words;
    private final Times times;
    private final SpokenValues values;

    private Speech(Catalogue words, boolean texts) {
        this.words = words;
        this.times = new Times(words);
        this.values = new SpokenValues(words, times, texts);
    }

    /** The speech of a language: Dutch for a Dutch locale, English for any other. It says of free texts only that they were given. */
    public static Speech of(Locale locale) {
        return isDutch(locale) ? DUTCH : ENGLISH;
    }

    /** The same; it says what free texts say. */
    public static Speech withTexts(Locale locale) {
        return isDutch(locale) ? DUTCH_WITH_TEXTS : ENGLISH_WITH_TEXTS;
    }

    private static boolean isDutch(Locale locale) {
        return Objects.requireNonNull(locale, "The locale must be given.").getLanguage().equals("nl");
    }

    /** A phrase with its places filled. */
    public String label(String key, Object... values) {
        return words.label(key, values);
    }

    /** A ticket by its number. */
    public String ticket(Optional<String> number) {
        return number.map(known -> label("ticket", text(known))).orElseGet(() -> label("noTicket"));
    }

    /** What somebody wrote, as far as anyone would read it. */
    public String text(String written) {
        return values.text(written);
    }

    /** An instant, such as "Wed 11 March 2026, 11:00". */
    public String instant(Instant instant, ZoneId zone) {
        return times.instant(instant, zone);
    }

    /** A day, such as "11 March 2026". */
    public String day(LocalDate day) {
        return times.day(day);
    }

    /** Says a finding in full, such as "the first response is due by Wed 11 March 2026, 11:00, counted as …". */
    public String finding(Finding finding, ZoneId zone) {
        return Words.isCounted(finding) ? said(finding, ".counted", zone) : brief(finding, zone);
    }

    /** Says a finding without the steps that led to it. */
    public String brief(Finding finding, ZoneId zone) {
        return Constants.is(finding) ? constant(finding) : said(finding, "", zone);
    }

    private String said(Finding finding, String variant, ZoneId zone) {
        return values.filled(words.of(finding.getClass()).phrase(finding.getClass().getSimpleName() + variant), finding, zone);
    }

    /** Says a fact and what is known of it, such as "Customer: maintenance active, on-premise". */
    public String fact(Object fact, ZoneId zone) {
        return fact instanceof AsOf ? values.value(fact, zone) : name(fact.getClass()) + ": " + values.components(fact, zone);
    }

    /** What a fact, or a record in it, is called. */
    public String name(Class<?> record) {
        String key = record.getSimpleName();
        return words.of(record).label(words.of(record).has(key + ".called") ? key + ".called" : key);
    }

    /** The words of a constant. */
    public String constant(Object constant) {
        return values.constant(constant);
    }

    /**
     * Says what is odd about the instant or the day of an event.
     *
     * @param kind what is odd about it
     * @param place its place
     * @param limit what it lies before or after
     */
    public String note(String kind, FactPath place, Temporal event, Temporal limit, ZoneId zone) {
        String component = values.component(place.record(), Shape.of(place.record()).places().get(place.component()), event, zone);
        return label("note." + kind, name(place.record()), component, times.apart(event, limit));
    }

    /** Says that a component of the facts has another value, such as "Customer: maintenance active (now: no active maintenance)". */
    public String change(FactChange change, ZoneId zone) {
        String name = name(change);
        int dot = change.path().indexOf('.');
        if (dot < 0) {
            return change.to() == null ? label("change.gone", name, label("nothingKnown"))
                    : label("change", name, values.components(change.to(), zone));
        }
        int place = Shape.of(change.fact()).places().get(change.path().substring(dot + 1));
        if (change.from() instanceof Collection<?> from && !from.isEmpty() && change.to() instanceof Collection<?> to && !to.isEmpty()) {
            List<Object> more = without(to, from);
            return more.isEmpty() ? label("change.gone", name, values.component(change.fact(), place, without(from, to), zone))
                    : label("change.more", name, values.component(change.fact(), place, more, zone));
        }
        String from = change.from() == null ? "" : values.component(change.fact(), place, change.from(), zone);
        String to = change.to() == null ? ""
                : change.to().equals(MadeUp.NO_VERSION) ? label("otherVersion") : values.component(change.fact(), place, change.to(), zone);
        return to.isEmpty() ? label("change.gone", name, from)
                : from.isEmpty() ? label("change", name, to) : label("change.instead", name, to, from);
    }

    /** What the fact that changes is called; of a cause also which it is. */
    private String name(FactChange change) {
        String name = name(change.fact());
        return Cause.class.isAssignableFrom(change.fact())
                ? label("change.cause", name, 1 + Integer.parseInt(change.path().replaceAll("\\D", ""))) : name;
    }

    private static List<Object> without(Collection<?> some, Collection<?> others) {
        return some.stream().filter(item -> !others.contains(item)).<Object>map(item -> item).toList();
    }

    /** The question that asks for what a path names. */
    public String ask(FactPath path) {
        return words.of(path.record()).label(key(path) + ".ask");
    }

    /** The name of the constant of those who can answer it. */
    public static String answerer(FactPath path) {
        return answerer(path.record(), path.component()).orElseThrow();
    }

    /**
     * The same of a component of a record; none where it is only asked for with more.
     *
     * @param component its name; null for the record as a whole
     */
    public static Optional<String> answerer(Class<?> record, @Nullable String component) {
        Catalogue answerers = ANSWERERS.of(record);
        String whole = record.getSimpleName();
        String key = key(record, component);
        return Stream.of(key, whole).filter(answerers::has).findFirst().map(answerers::label);
    }

    private static String key(FactPath path) {
        return key(path.record(), path.component());
    }

    private static String key(Class<?> record, @Nullable String component) {
        return record.getSimpleName() + (component == null ? "" : "." + component);
    }

    /** "a, b and c". */
    public String and(List<String> items) {
        return Lists.and(items, words);
    }

    /** "a, b or c". */
    public String or(List<String> items) {
        return Lists.or(items, words);
    }
}
