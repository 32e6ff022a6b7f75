package org.supportpolicy;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.fact.AsOf;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.finding.ResponseDue;
import org.supportpolicy.hours.Step;

/** Says findings and facts in English or Dutch. Immutable and thread-safe. */
public final class Words {

    private static final int LONGEST_TEXT = 60;
    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm[:ss]XXX", Locale.ROOT);
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    private static final ClassValue<List<Part>> PARTS = new ClassValue<>() {
        @Override
        protected List<Part> computeValue(Class<?> record) {
            return Stream.of(record.getRecordComponents()).map(component -> new Part(split(component.getName()), component.getAccessor())).toList();
        }
    };

    private static final ClassValue<String> NAMES = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> record) {
            String words = split(record.getSimpleName());
            return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        }
    };

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
        for (Part part : PARTS.get(finding.getClass())) {
            Object value = part.of(finding);
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
        return NAMES.get(fact.getClass());
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
        for (Part part : PARTS.get(record.getClass())) {
            Object value = part.of(record);
            String name = part.name;
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
            DateTimeFormatter time = step.opening().from().atZone(zone).getSecond() == 0 && step.opening().to().atZone(zone).getSecond() == 0
                    ? MINUTES : SECONDS;
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

    /**
     * A component of a record.
     *
     * @param name its name in words
     * @param accessor reads it
     */
    private record Part(String name, Method accessor) {

        @Nullable Object of(Object record) {
            try {
                return accessor.invoke(record);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** "functionalityLoss" as "functionality loss". */
    private static String split(String name) {
        return HUMP.matcher(name).replaceAll(" ").toLowerCase(Locale.ROOT);
    }
}
