package org.supportpolicy.internal.words;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.fact.Cause;
import org.supportpolicy.fact.FreeTexts;
import org.supportpolicy.fact.IntakeField;
import org.supportpolicy.fact.OpenSpan;
import org.supportpolicy.fact.OpenValue;
import org.supportpolicy.hours.Step;
import org.supportpolicy.internal.record.Constants;
import org.supportpolicy.internal.record.Shape;

/** Says the components of records and their values for the ear, in one language. Thread-safe. */
final class SpokenValues {

    private static final int LONGEST_TEXT = 60;
    /** How many items of a list are said, many reasons resting on the same fact. */
    private static final int MOST_ITEMS = 100;

    private final Catalogue words;
    private final Times times;
    /** Whether it is said what free texts say, and not only that they were given. */
    private final boolean texts;

    SpokenValues(Catalogue words, Times times, boolean texts) {
        this.words = words;
        this.times = times;
        this.texts = texts;
    }

    /** What is known of a record, such as "maintenance active, on-premise". */
    String components(Object record, ZoneId zone) {
        List<String> said = new ArrayList<>();
        List<String> given = new ArrayList<>();
        List<String> blank = new ArrayList<>();
        Shape shape = Shape.of(record.getClass());
        for (int i = 0; i < shape.names().size(); i++) {
            Object value = shape.value(record, i);
            if (value != null && shape.free().get(i) && (!texts || FreeTexts.isBlank(value))) {
                (FreeTexts.isBlank(value) ? blank : given)
                        .add(words.of(record.getClass()).label(key(record.getClass(), shape.names().get(i))));
            } else if (value != null) {
                said.add(component(record.getClass(), i, value, zone));
            }
        }
        add(said, "blank", blank);
        add(said, "given", given);
        return said.isEmpty() ? words.label("nothingKnown") : Lists.plain(said);
    }

    /** What was written in comes before what else is known. */
    private void add(List<String> said, String how, List<String> components) {
        if (!components.isEmpty()) {
            said.add(0, words.label(how, Lists.and(components, words)));
        }
    }

    /** Says a component with its value, such as "maintenance active"; of a free text only that it was given, unless texts are said. */
    String component(Class<?> record, int place, @Nullable Object value, ZoneId zone) {
        Shape shape = Shape.of(record);
        Catalogue words = this.words.of(record);
        String key = key(record, shape.names().get(place));
        if (value == null) {
            return words.label(words.has(key + ".unknown") ? key + ".unknown" : "unknown");
        }
        if (value instanceof Boolean truth) {
            return words.label(key + "." + truth);
        }
        if (shape.free().get(place)) {
            return texts ? words.label("quoted", words.label(key), value(value, zone))
                    : words.label(FreeTexts.isBlank(value) ? "blank" : "given", words.label(key));
        }
        boolean none = isNone(value);
        String variant = none ? key + ".none" : value.equals(1) && words.has(key + ".one") ? key + ".one" : key;
        return none ? words.label(variant) : words.has(variant) ? words.label(variant, value(value, zone)) : value(value, zone);
    }

    private static boolean isNone(Object value) {
        return value.equals(0) || value instanceof Collection<?> many && many.isEmpty() || value instanceof Map<?, ?> map && map.isEmpty();
    }

    /** The key of a component; what all causes have goes by the key of a cause. */
    String key(Class<?> record, String component) {
        String own = record.getSimpleName() + "." + component;
        boolean shared = Cause.class.isAssignableFrom(record) && !words.has(own) && !words.has(own + ".true");
        return shared ? "Cause." + component : own;
    }

    String value(Object value, ZoneId zone) {
        if (value instanceof Instant instant) {
            return times.instant(instant, zone);
        } else if (value instanceof LocalDate day) {
            return times.day(day);
        } else if (value instanceof Duration amount) {
            return times.amount(amount);
        } else if (value instanceof Period period) {
            return times.period(period);
        } else if (Constants.is(value)) {
            return constant(value);
        } else if (value instanceof Step step) {
            return step(step, zone);
        } else if (value instanceof Record) {
            return record(value, zone);
        } else if (value instanceof Collection<?> many) {
            return many(many, item -> value(item, zone));
        } else if (value instanceof Map<?, ?> map) {
            return map.keySet().iterator().next() instanceof DayOfWeek ? week(map) : many(map.entrySet(), entry -> entry(entry, zone));
        }
        return text(value.toString());
    }

    String text(String text) {
        return text.isBlank() ? words.label("nothing") : Quoted.piece(text, LONGEST_TEXT);
    }

    /** The words of a constant, of one that a policy adds as it says. */
    String constant(Object constant) {
        if (constant instanceof OpenValue<?> member && !member.isKnown()) {
            return member.words(words.locale()).orElse(member.name());
        }
        return words.of(Constants.kind(constant)).label(key(constant));
    }

    /** The key of a constant; a field of the intake is called as the intake calls it. */
    static String key(Object constant) {
        return constant instanceof IntakeField ? "Intake." + constant
                : Constants.kind(constant).getSimpleName() + "." + Constants.name(constant);
    }

    /** A record by its phrase, or, when that is but its name, by its components. */
    private String record(Object record, ZoneId zone) {
        Phrase phrase = words.of(record.getClass()).phrase(record.getClass().getSimpleName());
        return phrase.places().isEmpty() ? "(" + components(record, zone) + ")" : filled(phrase, record, zone);
    }

    /** A phrase with its places filled by the components of a record. */
    String filled(Phrase phrase, Object record, ZoneId zone) {
        Shape shape = Shape.of(record.getClass());
        return phrase.fill((text, place) -> {
            Object value = shape.value(record, place);
            text.append(value != null && shape.free().get(place) ? value(value, zone) : component(record.getClass(), place, value, zone));
        });
    }

    private String entry(Map.Entry<?, ?> entry, ZoneId zone) {
        return entry.getKey() instanceof LocalDate day ? times.day(day) + " " + times.spans(spans(entry.getValue()))
                : words.label("atUrgency", entry.getKey(), value(entry.getValue(), zone));
    }

    /** The hours of a week, days that follow each other and are alike taken together: "Mon to Fri 09:00–17:00". */
    private String week(Map<?, ?> hours) {
        List<String> said = new ArrayList<>();
        DayOfWeek[] days = DayOfWeek.values();
        for (int first = 0, next; first < days.length; first = next) {
            List<OpenSpan> open = spans(hours.get(days[first]));
            for (next = first + 1; next < days.length && spans(hours.get(days[next])).equals(open);) {
                next++;
            }
            if (!open.isEmpty()) {
                String from = times.day(days[first]);
                said.add((next == first + 1 ? from : words.label("fromTo", from, times.day(days[next - 1]))) + " " + times.spans(open));
            }
        }
        return Lists.plain(said);
    }

    private static List<OpenSpan> spans(@Nullable Object spans) {
        return spans instanceof List<?> many ? many.stream().map(OpenSpan.class::cast).toList() : List.of();
    }

    private String step(Step step, ZoneId zone) {
        String day = times.day(step.first().getDayOfWeek());
        if (step.opening() != null) {
            String opening = times.opening(Moments.timeOf(step.opening().from(), zone), Moments.timeOf(step.opening().to(), zone));
            return words.label("step", day, opening, times.amount(step.open()));
        }
        return step.open().isZero() && step.first().equals(step.last()) ? words.label("step.holiday", day)
                : words.label("step.days", times.day(step.first()), times.day(step.last()), times.amount(step.open()));
    }

    private static <T> String many(Collection<T> items, Function<T, String> say) {
        List<String> said = new ArrayList<>();
        for (T item : items) {
            if (said.size() == MOST_ITEMS) {
                said.add("…");
                break;
            }
            said.add(say.apply(item));
        }
        return Lists.plain(said);
    }
}
