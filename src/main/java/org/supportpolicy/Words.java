package org.supportpolicy;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.fact.AsOf;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.finding.ResponseDue;
import org.supportpolicy.hours.Step;

/** Says findings and facts in English or Dutch. Immutable and thread-safe. */
public final class Words {

    private static final int LONGEST_TEXT = 60;
    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm[:ss]XXX", Locale.ROOT);
    private static final Words ENGLISH = new Words("en");
    private static final Words DUTCH = new Words("nl");

    private final Map<String, String> phrases;

    private Words(String language) {
        Properties properties = new Properties();
        try (Reader in = new InputStreamReader(Words.class.getResourceAsStream("words_" + language + ".properties"), StandardCharsets.UTF_8)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.phrases = properties.stringPropertyNames().stream().collect(Collectors.toUnmodifiableMap(key -> key, properties::getProperty));
    }

    /** The words of a language: Dutch for a Dutch locale, English for any other. */
    public static Words of(Locale locale) {
        return locale.getLanguage().equals("nl") ? DUTCH : ENGLISH;
    }

    /**
     * Says a finding, such as {@code urgency 2}.
     *
     * @param zone the zone in which instants are said
     */
    public String finding(Finding finding, ZoneId zone) {
        String name = finding.getClass().getSimpleName();
        if (finding instanceof Enum<?> constant) {
            return phrase(key(constant));
        }
        List<String> values = new ArrayList<>();
        for (RecordComponent component : finding.getClass().getRecordComponents()) {
            Object value = read(component, finding);
            values.add(value instanceof Enum<?> constant ? phrases.getOrDefault(key(constant), constant.toString()) : value(value, zone));
        }
        boolean counted = finding instanceof ResponseDue due && !due.steps().isEmpty();
        return label(counted ? name + ".counted" : name, values.toArray());
    }

    /**
     * Says a fact and what is known of it, such as {@code Impact: functionality loss SIGNIFICANT}.
     *
     * @param zone the zone in which instants are said
     */
    public String fact(Object fact, ZoneId zone) {
        return fact instanceof AsOf now ? label("asOf", INSTANT.format(now.instant().atZone(zone)), now.zone().getId())
                : name(fact) + ": " + components(fact, zone);
    }

    /** The name of a fact. */
    String name(Object fact) {
        return split(fact.getClass().getSimpleName(), true);
    }

    /** A phrase with its places filled. */
    String label(String key, Object... values) {
        String phrase = phrase(key);
        for (int i = 0; i < values.length; i++) {
            phrase = phrase.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return phrase;
    }

    private static String key(Enum<?> constant) {
        return constant.getDeclaringClass().getSimpleName() + "." + constant.name();
    }

    private String phrase(String key) {
        String phrase = phrases.get(key);
        if (phrase == null) {
            throw new IllegalStateException("There are no words for (" + key + ").");
        }
        return phrase;
    }

    private String components(Object record, ZoneId zone) {
        List<String> said = new ArrayList<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = read(component, record);
            String name = split(component.getName(), false);
            if (value instanceof Boolean truth) {
                said.add(truth ? name : phrase("not") + " " + name);
            } else if (value != null) {
                said.add(name + " " + value(value, zone));
            }
        }
        return said.isEmpty() ? phrase("nothingKnown") : String.join(", ", said);
    }

    private String value(@Nullable Object value, ZoneId zone) {
        if (value == null) {
            return phrase("unknown");
        }
        if (value instanceof Boolean truth) {
            return phrase(truth ? "yes" : "no");
        }
        if (value instanceof Instant instant) {
            return INSTANT.format(instant.atZone(zone));
        }
        if (value instanceof Enum<?> constant) {
            return constant.toString();
        }
        if (value instanceof Step step) {
            return step(step, zone);
        }
        if (value instanceof Collection<?> many) {
            return many.stream().map(item -> value(item, zone)).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream().map(entry -> value(entry.getKey(), zone) + " " + value(entry.getValue(), zone))
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Record record && !record.getClass().getSimpleName().equals("OpenSpan")) {
            return "(" + components(record, zone) + ")";
        }
        String text = value.toString();
        return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT - 1) + "…" : text;
    }

    /** A step such as "Fri 16:00–17:00 1 h", "Mon holiday" or "2026-03-10–2026-03-20 72 h". */
    private String step(Step step, ZoneId zone) {
        Locale locale = Locale.forLanguageTag(phrase("language"));
        String day = step.first().getDayOfWeek().getDisplayName(TextStyle.SHORT, locale);
        if (step.opening() != null) {
            DateTimeFormatter time = DateTimeFormatter.ofPattern(step.opening().from().atZone(zone).getSecond() == 0
                    && step.opening().to().atZone(zone).getSecond() == 0 ? "HH:mm" : "HH:mm:ss", Locale.ROOT);
            return day + " " + time.format(step.opening().from().atZone(zone)) + "–" + time.format(step.opening().to().atZone(zone))
                    + " " + amount(step.open());
        }
        return step.open().isZero() && step.first().equals(step.last()) ? day + " " + phrase("holiday")
                : step.first() + "–" + step.last() + " " + amount(step.open());
    }

    private static String amount(Duration time) {
        StringBuilder amount = new StringBuilder();
        amount.append(time.toHours() > 0 ? time.toHours() + " h " : "").append(time.toMinutesPart() > 0 ? time.toMinutesPart() + " min " : "")
                .append(time.toSecondsPart() > 0 ? time.toSecondsPart() + " s " : "");
        return amount.isEmpty() ? "0 min" : amount.toString().strip();
    }

    private static @Nullable Object read(RecordComponent component, Object record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** "functionalityLoss" as "functionality loss". */
    private static String split(String name, boolean capital) {
        String words = name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return capital ? words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) : words;
    }
}
