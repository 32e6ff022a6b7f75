package org.supportpolicy.fact;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How far facts may go, so that every fact set is read, decided, written and explained in a time and space that grow with its size
 * and no faster. What goes further is refused with a {@link BadFactException}. {@code docs/limits.md} has them with their reasons.
 */
public final class Limits {

    /** The year in which instants (in UTC) and dates begin. */
    public static final int FIRST_YEAR = 1900;
    /** The year with which instants (in UTC) and dates end. */
    public static final int LAST_YEAR = 2999;
    /** The last instant of the years of facts. */
    public static final Instant LAST_INSTANT = Instant.ofEpochSecond(beginOf(LAST_YEAR + 1)).minusNanos(1);
    /** The last year of a window that an earlier edition promised, which may end long after the event that began it. */
    public static final int LAST_YEAR_OF_WINDOWS = 9999;
    /** The most years that a desk's target may last. */
    public static final int TARGET_YEARS = 10;
    /** The most years that a period may last, and in which a target must run out in the hours of its desk. */
    public static final int PERIOD_YEARS = 100;
    /** The most characters of a text, counted as Java does. */
    public static final int TEXT = 100_000;
    /** The most items of a list or set. */
    public static final int ITEMS = 10_000;
    /** The most causes of a fact set. */
    public static final int CAUSES = 1_000;
    /** The most spans of a day. */
    public static final int SPANS = 100;
    /** The most reminders before one due time. */
    public static final int REMINDERS = 10;
    /** The most problems that are told of one document or fact. */
    public static final int PROBLEMS = 100;
    /** The most characters that a problem quotes of a value. */
    public static final int QUOTED = 200;

    /** The most characters of a fact set in JSON, which is a line of JSON Lines. */
    public static final int JSON_CHARACTERS = 10_000_000;
    /** The most levels of objects and arrays in JSON. */
    public static final int JSON_LEVELS = 50;
    /** The most keys and values in JSON. */
    public static final int JSON_VALUES = 300_000;

    private static final int NON_JOINER = 0x200c;
    private static final int JOINER = 0x200d;
    private static final long FIRST_SECOND = beginOf(FIRST_YEAR);
    private static final long END_SECOND = beginOf(LAST_YEAR + 1);
    private static final long END_SECOND_OF_WINDOWS = beginOf(LAST_YEAR_OF_WINDOWS + 1);
    private static final long DAYS_A_CENTURY = 36_525;
    private static final long MONTHS_A_CENTURY = 1_200;
    private static final Duration LONGEST_TARGET = Duration.ofDays(TARGET_YEARS * DAYS_A_CENTURY / 100 + 1);

    private Limits() {}

    private static long beginOf(int year) {
        return LocalDate.of(year, 1, 1).toEpochSecond(LocalTime.MIDNIGHT, ZoneOffset.UTC);
    }

    /** Whether an instant lies in the years of facts. */
    public static boolean hold(Instant instant) {
        Objects.requireNonNull(instant, "The instant must be given.");
        return instant.getEpochSecond() >= FIRST_SECOND && instant.getEpochSecond() < END_SECOND;
    }

    /** Whether a date lies in the years of facts. */
    public static boolean hold(LocalDate day) {
        Objects.requireNonNull(day, "The day must be given.");
        return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
    }

    static boolean holdWindow(Instant end) {
        return end.getEpochSecond() >= FIRST_SECOND && end.getEpochSecond() < END_SECOND_OF_WINDOWS;
    }

    static boolean holdWindow(LocalDate end) {
        return end.getYear() >= FIRST_YEAR && end.getYear() <= LAST_YEAR_OF_WINDOWS;
    }

    static boolean hold(Duration target) {
        return target.compareTo(LONGEST_TARGET) <= 0;
    }

    static boolean hold(Period period) {
        return period.toTotalMonths() * DAYS_A_CENTURY + period.getDays() * MONTHS_A_CENTURY <= MONTHS_A_CENTURY * DAYS_A_CENTURY;
    }

    /** The first surrogate in a text without its other half, for which the text cannot be written in UTF-8; null when there is none. */
    static @Nullable Character half(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i)) && text.codePointAt(i) == text.charAt(i)) {
                return text.charAt(i);
            }
            i += Character.isHighSurrogate(text.charAt(i)) ? 1 : 0;
        }
        return null;
    }

    /** A text as problems quote it: no longer than anyone would read, and nothing in it that a terminal or an editor would obey. */
    public static String quoted(String text) {
        Objects.requireNonNull(text, "The text must be given.");
        boolean cut = text.length() > QUOTED;
        int end = cut ? QUOTED - (Character.isHighSurrogate(text.charAt(QUOTED - 1)) ? 1 : 0) : text.length();
        return cut ? escaped(text.substring(0, end)) + "…" : escaped(text);
    }

    /** A text with nothing in it that a terminal or an editor would obey. */
    public static String escaped(String text) {
        Objects.requireNonNull(text, "The text must be given.");
        if (isHarmless(text)) {
            return text;
        }
        StringBuilder escaped = new StringBuilder(text.length() + QUOTED);
        text.codePoints().forEach(character -> {
            if (isObeyed(character)) {
                escaped.append(String.format(Locale.ROOT, "\\u%04x", character));
            } else {
                escaped.appendCodePoint(character);
            }
        });
        return escaped.toString();
    }

    private static boolean isHarmless(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character < ' ' || character > '~' && (Character.isSurrogate(character) || isObeyed(character))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a character orders something instead of showing, or is half of one; joiners only shape their neighbours. */
    private static boolean isObeyed(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            case Character.FORMAT -> character != NON_JOINER && character != JOINER;
            default -> false;
        };
    }
}
