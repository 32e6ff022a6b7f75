package org.supportpolicy.internal.words;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.fact.AsOf;
import org.supportpolicy.fact.FreeTexts;
import org.supportpolicy.fact.OpenSpan;
import org.supportpolicy.fact.OpenValue;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.finding.FollowUpDue;
import org.supportpolicy.finding.ResponseDue;
import org.supportpolicy.hours.Step;
import org.supportpolicy.internal.own.Spoken;
import org.supportpolicy.internal.record.Constants;
import org.supportpolicy.internal.record.Shape;

/**
 * Says findings and facts as documents do: in English, in words that stay, with constants and instants as JSON writes them. People are
 * spoken to by {@link Speech}. Immutable and thread-safe.
 */
public final class Words {

    private static final int LONGEST_TEXT = 60;
    /** How many items of a list are said, many reasons resting on the same fact. */
    private static final int MOST_ITEMS = 100;
    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm[:ss]XXX", Locale.ROOT);
    private static final Catalogue CATALOGUE = Catalogue.of(Spoken::english, "words_en", "words_documents");
    private static final StepWords STEPS = new StepWords(Locale.ENGLISH, CATALOGUE.label("holiday"));
    private static final Words WITHOUT_TEXTS = new Words(false);
    private static final Words WITH_TEXTS = new Words(true);

    /** The words of constants that have any, and the names of those that have none; each is looked up once. */
    private final Map<Object, String> constants = new ConcurrentHashMap<>();
    /** Whether it is said what free texts say, and not only that they were given. */
    private final boolean texts;

    private Words(boolean texts) {
        this.texts = texts;
    }

    /**
     * The words of documents.
     *
     * @param texts whether they say what free texts say; else only that they were given
     */
    public static Words of(boolean texts) {
        return texts ? WITH_TEXTS : WITHOUT_TEXTS;
    }

    /**
     * Says a finding, such as {@code urgency 2}.
     *
     * @param zone the zone in which instants are said
     */
    public String finding(Finding finding, ZoneId zone) {
        if (Constants.is(finding)) {
            return constant(finding);
        }
        String name = finding.getClass().getSimpleName();
        Phrase phrase = CATALOGUE.of(finding.getClass()).phrase(isCounted(finding) ? name + ".counted" : name);
        Shape shape = Shape.of(finding.getClass());
        return phrase.fill((text, place) -> {
            Object value = shape.value(finding, place);
            if (Constants.is(value)) {
                text.append(constant(value));
            } else {
                value(text, value, zone);
            }
        });
    }

    /** Whether a due time was counted in steps. */
    static boolean isCounted(Finding finding) {
        return finding instanceof ResponseDue due && !due.steps().isEmpty()
                || finding instanceof FollowUpDue next && !next.steps().isEmpty();
    }

    /**
     * Says a fact and what is known of it, such as {@code Impact: functionality loss SIGNIFICANT}.
     *
     * @param zone the zone in which instants are said
     */
    public String fact(Object fact, ZoneId zone) {
        StringBuilder text = new StringBuilder(LONGEST_TEXT);
        if (fact instanceof AsOf now) {
            value(text, now.instant(), zone);
            return CATALOGUE.label("asOf", text, now.zone().getId());
        }
        components(text.append(Shape.of(fact.getClass()).name()).append(": "), fact, zone);
        return text.toString();
    }

    /** Writes an instant in a zone to its last digit, such as {@code 2026-03-10T16:30:00+01:00}. */
    public static String instant(Instant instant, ZoneId zone) {
        StringBuilder text = new StringBuilder();
        Moments.append(text, instant, zone, true, DateTimeFormatter.ISO_OFFSET_DATE_TIME);
        return text.toString();
    }

    /** The words of a constant; the name of one that is a plain value and has no words. */
    private String constant(Object constant) {
        if (constant instanceof OpenValue<?> member && !member.isKnown()) {
            return member.words(Locale.ENGLISH).orElse(member.toString());
        }
        return constants.computeIfAbsent(constant, it -> {
            String key = Constants.kind(it).getSimpleName() + "." + Constants.name(it);
            return CATALOGUE.has(key) || it instanceof Finding ? CATALOGUE.label(key) : it.toString();
        });
    }

    private void components(StringBuilder text, Object record, ZoneId zone) {
        String separator = "";
        Shape shape = Shape.of(record.getClass());
        Object[] values = shape.array(record);
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value == null) {
                continue;
            }
            text.append(separator);
            separator = ", ";
            if (value instanceof Boolean truth) {
                text.append(truth ? "" : "not ").append(shape.labels().get(i));
            } else if (!texts && shape.free().get(i)) {
                text.append(shape.labels().get(i)).append(' ').append(CATALOGUE.label(FreeTexts.isBlank(value) ? "blank" : "given"));
            } else {
                value(text.append(shape.labels().get(i)).append(' '), value, zone);
            }
        }
        if (separator.isEmpty()) {
            text.append(CATALOGUE.label("nothingKnown"));
        }
    }

    /** Asks for classes before interfaces, which takes Java longer. */
    private void value(StringBuilder text, @Nullable Object value, ZoneId zone) {
        if (value == null) {
            text.append(CATALOGUE.label("unknown"));
        } else if (value instanceof String said) {
            shortened(text, said);
        } else if (value instanceof Boolean truth) {
            text.append(CATALOGUE.label(truth ? "yes" : "no"));
        } else if (value instanceof Instant instant) {
            Moments.append(text, instant, zone, false, INSTANT);
        } else if (Constants.is(value)) {
            text.append(value);
        } else if (value instanceof Step step) {
            STEPS.append(text, step, zone);
        } else if (value instanceof Record && !(value instanceof OpenSpan)) {
            components(text.append('('), value, zone);
            text.append(')');
        } else if (value instanceof Collection<?> many) {
            many(text, many, item -> value(text, item, zone));
        } else if (value instanceof Map<?, ?> map) {
            many(text, map.entrySet(), entry -> {
                value(text, entry.getKey(), zone);
                value(text.append(' '), entry.getValue(), zone);
            });
        } else {
            shortened(text, value.toString());
        }
    }

    private static void shortened(StringBuilder text, String said) {
        text.append(Quoted.piece(said, LONGEST_TEXT));
    }

    private static <T> void many(StringBuilder text, Collection<T> items, Consumer<T> say) {
        String separator = "[";
        int said = 0;
        for (T item : items) {
            text.append(separator);
            if (said++ == MOST_ITEMS) {
                text.append('…');
                break;
            }
            say.accept(item);
            separator = ", ";
        }
        text.append(items.isEmpty() ? "[]" : "]");
    }
}
