package org.supportpolicy.internal.words;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.fact.AsOf;
import org.supportpolicy.fact.FreeTexts;
import org.supportpolicy.fact.OpenSpan;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.finding.FollowUpDue;
import org.supportpolicy.finding.ResponseDue;
import org.supportpolicy.hours.Step;
import org.supportpolicy.internal.record.Shape;

/** Says findings and facts in English or Dutch. Immutable and thread-safe. */
public final class Words {

    private static final int LONGEST_TEXT = 60;
    /** How many items of a list are said, many reasons resting on the same fact. */
    private static final int MOST_ITEMS = 100;
    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm[:ss]XXX", Locale.ROOT);
    private static final Words ENGLISH = new Words("en");
    private static final Words DUTCH = new Words("nl");
    private static final Words ENGLISH_WITH_TEXTS = new Words(ENGLISH);
    private static final Words DUTCH_WITH_TEXTS = new Words(DUTCH);

    private final Map<String, Phrase> phrases;
    /** The words of constants that have any, and the names of those that have none; each is looked up once. */
    private final Map<Enum<?>, String> constants = new ConcurrentHashMap<>();
    private final String not;
    private final StepWords steps;
    /** Whether it is said what free texts say, and not only that they were given. */
    private final boolean texts;

    private Words(String language) {
        Properties properties = new Properties();
        try (Reader in = new InputStreamReader(Words.class.getResourceAsStream("/org/supportpolicy/words_" + language + ".properties"),
                StandardCharsets.UTF_8)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.phrases = properties.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(key -> key, key -> Phrase.of(properties.getProperty(key))));
        this.not = label("not") + " ";
        this.steps = new StepWords(Locale.forLanguageTag(label("language")), label("holiday"));
        this.texts = false;
    }

    private Words(Words without) {
        this.phrases = without.phrases;
        this.not = without.not;
        this.steps = without.steps;
        this.texts = true;
    }

    /** The words of a language: Dutch for a Dutch locale, English for any other. */
    public static Words of(Locale locale) {
        Objects.requireNonNull(locale, "The locale must be given.");
        return locale.getLanguage().equals("nl") ? DUTCH : ENGLISH;
    }

    /**
     * The words of a language.
     *
     * @param texts whether they say what free texts say; else only that they were given
     */
    public static Words of(Locale locale, boolean texts) {
        Words words = of(locale);
        return !texts ? words : words == DUTCH ? DUTCH_WITH_TEXTS : ENGLISH_WITH_TEXTS;
    }

    /**
     * Says a finding, such as {@code urgency 2}.
     *
     * @param zone the zone in which instants are said
     */
    public String finding(Finding finding, ZoneId zone) {
        if (finding instanceof Enum<?> constant) {
            return constant(constant);
        }
        String name = finding.getClass().getSimpleName();
        Phrase phrase = phrase(isCounted(finding) ? name + ".counted" : name);
        Shape shape = Shape.of(finding.getClass());
        return phrase.fill((text, place) -> {
            Object value = shape.value(finding, place);
            if (value instanceof Enum<?> constant) {
                text.append(constant(constant));
            } else {
                value(text, value, zone);
            }
        });
    }

    /** Whether a due time was counted in steps. */
    private static boolean isCounted(Finding finding) {
        return finding instanceof ResponseDue due && !due.steps().isEmpty() || finding instanceof FollowUpDue next && !next.steps().isEmpty();
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
            return label("asOf", text, now.zone().getId());
        }
        components(text.append(name(fact)).append(": "), fact, zone);
        return text.toString();
    }

    /** Writes an instant in a zone to its last digit, such as {@code 2026-03-10T16:30:00+01:00}. */
    public static String instant(Instant instant, ZoneId zone) {
        StringBuilder text = new StringBuilder();
        Moments.append(text, instant, zone, true, DateTimeFormatter.ISO_OFFSET_DATE_TIME);
        return text.toString();
    }

    /** The name of a fact. */
    public String name(Object fact) {
        return Shape.of(fact.getClass()).name();
    }

    /** A ticket by its number, as far as anyone would read it. */
    public String ticket(Optional<String> number) {
        return number.map(known -> {
            StringBuilder text = new StringBuilder();
            shortened(text, known);
            return label("ticket", text);
        }).orElseGet(() -> label("noTicket"));
    }

    /** A phrase with its places filled. */
    public String label(String key, Object... values) {
        return phrase(key).fill((text, place) -> text.append(values[place]));
    }

    /** The words of a constant; the name of one that is a plain value and has no words. */
    private String constant(Enum<?> constant) {
        return constants.computeIfAbsent(constant, it -> {
            String key = it.getDeclaringClass().getSimpleName() + "." + it.name();
            return phrases.containsKey(key) || it instanceof Finding ? label(key) : it.toString();
        });
    }

    private Phrase phrase(String key) {
        Phrase phrase = phrases.get(key);
        if (phrase == null) {
            throw new IllegalStateException("There are no words for (" + key + ").");
        }
        return phrase;
    }

    private void components(StringBuilder text, Object record, ZoneId zone) {
        String separator = "";
        Shape shape = Shape.of(record.getClass());
        for (int i = 0; i < shape.names().size(); i++) {
            Object value = shape.value(record, i);
            if (value == null) {
                continue;
            }
            text.append(separator);
            separator = ", ";
            if (value instanceof Boolean truth) {
                text.append(truth ? "" : not).append(shape.labels().get(i));
            } else if (!texts && shape.free().get(i)) {
                text.append(shape.labels().get(i)).append(' ').append(label(FreeTexts.isBlank(value) ? "blank" : "given"));
            } else {
                value(text.append(shape.labels().get(i)).append(' '), value, zone);
            }
        }
        if (separator.isEmpty()) {
            text.append(label("nothingKnown"));
        }
    }

    /** Asks for classes before interfaces, which takes Java longer. */
    private void value(StringBuilder text, @Nullable Object value, ZoneId zone) {
        if (value == null) {
            text.append(label("unknown"));
        } else if (value instanceof String said) {
            shortened(text, said);
        } else if (value instanceof Boolean truth) {
            text.append(label(truth ? "yes" : "no"));
        } else if (value instanceof Instant instant) {
            Moments.append(text, instant, zone, false, INSTANT);
        } else if (value instanceof Enum<?> constant) {
            text.append(constant);
        } else if (value instanceof Step step) {
            steps.append(text, step, zone);
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
