package org.supportpolicy.json;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.OwnFacts;
import org.supportpolicy.fact.AbsentMeansNone;
import org.supportpolicy.fact.AsOf;
import org.supportpolicy.fact.Limits;
import org.supportpolicy.fact.OpenSpan;
import org.supportpolicy.fact.Range;
import org.supportpolicy.fact.Requirement;
import org.supportpolicy.internal.record.Constants;
import org.supportpolicy.internal.record.Nothing;
import org.supportpolicy.internal.record.Shape;
import org.supportpolicy.internal.words.SchemaWords;

/** Makes the schema of fact sets from the records of facts, as {@link Binder} reads them. Not thread-safe. */
final class FactSchema {

    private static final LocalDate IN_WINDOWS_ONLY = LocalDate.of(Limits.LAST_YEAR + 1, 7, 1);

    private final OwnFacts own;
    private final SchemaWords words;
    private final Definitions definitions = new Definitions();

    FactSchema(Locale locale, OwnFacts own) {
        this.own = own;
        this.words = SchemaWords.of(locale);
    }

    Map<String, Object> factSet() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("asOf", SchemaParts.described(words.ask(AsOf.class, null), scalar(Instant.class, false)));
        FactSetBinder.facts().forEach((key, shape) -> properties.put(key, fact(shape)));
        own.kinds().forEach((key, kind) -> properties.put(key, fact(Shape.of(kind))));
        List<Object> causes = new ArrayList<>();
        FactSetBinder.causes().forEach((type, shape) -> causes.add(
                definitions.refer(shape.record().getSimpleName(), () -> cause(type, shape))));
        properties.put("causes", SchemaParts.described(words.said("causes") + absent(true),
                SchemaParts.orNull(SchemaParts.array(Map.of("oneOf", causes), Limits.CAUSES))));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("title", words.said("fact-set"));
        schema.put("description", words.said("fact-set.description"));
        schema.putAll(SchemaParts.object(properties, List.of("asOf"), false));
        schema.put("$defs", definitions.all());
        return schema;
    }

    private Map<String, Object> fact(Shape shape) {
        return SchemaParts.described(words.ask(shape.record(), null) + absent(Nothing.is(shape.record())),
                SchemaParts.orNull(record(shape)));
    }

    private Map<String, Object> cause(String type, Shape shape) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("type", SchemaParts.constant(type));
        List<String> required = components(shape, properties);
        required.add(0, "type");
        return titled(shape, SchemaParts.described(words.ask(shape.record(), null), SchemaParts.object(properties, required, false)));
    }

    private Map<String, Object> record(Shape shape) {
        return definitions.refer(shape.record().getSimpleName(), () -> {
            Map<String, Object> properties = new LinkedHashMap<>();
            List<String> required = components(shape, properties);
            return titled(shape, SchemaParts.object(properties, required, false));
        });
    }

    private Map<String, Object> titled(Shape shape, Map<String, Object> schema) {
        Map<String, Object> titled = new LinkedHashMap<>();
        titled.put("title", words.name(shape.record()));
        titled.putAll(schema);
        return titled;
    }

    /** Adds the components of a record to the properties, and says which must be given. */
    private List<String> components(Shape shape, Map<String, Object> properties) {
        List<String> required = new ArrayList<>();
        for (RecordComponent component : shape.record().getRecordComponents()) {
            Requirement of = Probe.says(shape.record(), component.getName(), null);
            String ask = words.ask(shape.record(), component.getName());
            if (of != null && of.isPresence()) {
                required.add(component.getName());
                properties.put(component.getName(), SchemaParts.described(ask, value(shape, component, of)));
            } else {
                properties.put(component.getName(), SchemaParts.described(ask + absent(Nothing.is(shape.record(), component)),
                        SchemaParts.orNull(value(shape, component, of))));
            }
        }
        return required;
    }

    private Map<String, Object> value(Shape shape, RecordComponent component, @Nullable Requirement ifAbsent) {
        Type type = component.getGenericType();
        Range range = component.getAnnotation(Range.class);
        if (range != null) {
            return SchemaParts.integer(range.from(), range.to());
        } else if (type == String.class) {
            Map<String, Object> text = ifAbsent == Requirement.NOT_BLANK ? Patterns.said() : SchemaParts.type("string");
            text.put("maxLength", Limits.TEXT);
            return text;
        } else if (type instanceof ParameterizedType many) {
            Type[] of = many.getActualTypeArguments();
            return many.getRawType() == Map.class ? map(shape, component, (Class<?>) of[0]) : items(shape, component, (Class<?>) of[0]);
        }
        return scalar((Class<?>) type, isWindow(shape, component));
    }

    private static boolean isWindow(Shape shape, RecordComponent component) {
        Class<?> type = component.getType();
        return type == LocalDate.class && Probe.takes(shape.record(), component.getName(), IN_WINDOWS_ONLY)
                || type == Instant.class && Probe.takes(shape.record(), component.getName(), Instant.parse(IN_WINDOWS_ONLY + "T00:00:00Z"));
    }

    private Map<String, Object> scalar(Class<?> type, boolean window) {
        if (type == Boolean.class) {
            return SchemaParts.type("boolean");
        } else if (type == Integer.class) {
            return SchemaParts.integer(Integer.MIN_VALUE, Integer.MAX_VALUE);
        } else if (Constants.isKind(type)) {
            return definitions.refer(type.getSimpleName(), () -> SchemaParts.oneOf(Scalars.texts(type, own)));
        } else if (type.isRecord()) {
            return record(Shape.of(type));
        }
        String name = (window ? "Window" : "") + type.getSimpleName();
        return definitions.refer(name, () -> SchemaParts.described(words.said(name), Patterns.of(type, window)));
    }

    private Map<String, Object> items(Shape shape, RecordComponent component, Class<?> of) {
        if (Constants.isKind(of)) {
            List<String> taken = Scalars.constants(of).keySet().stream()
                    .filter(text -> Probe.takes(shape.record(), component.getName(), Set.of(Scalars.constant(of, text)))).toList();
            boolean all = taken.size() == Constants.of(of).size();
            return SchemaParts.array(all ? scalar(of, false) : SchemaParts.oneOf(taken), Limits.ITEMS);
        }
        int most = of == Duration.class ? Limits.REMINDERS : Limits.ITEMS;
        return SchemaParts.array(scalar(of, false), most);
    }

    private Map<String, Object> map(Shape shape, RecordComponent component, Class<?> keys) {
        Map<String, Object> spans = SchemaParts.orNull(SchemaParts.array(span(), Limits.SPANS));
        Map<String, Object> properties = new LinkedHashMap<>();
        if (keys == LocalDate.class) {
            Map<String, Object> days = SchemaParts.type("object");
            days.put("propertyNames", scalar(LocalDate.class, false));
            days.put("additionalProperties", spans);
            days.put("maxProperties", Limits.ITEMS);
            return days;
        } else if (keys == DayOfWeek.class) {
            Scalars.constants(keys).keySet().forEach(day -> properties.put(day, spans));
            Map<String, Object> week = SchemaParts.object(properties, List.of(), false);
            week.put("not", Map.of("additionalProperties", Map.of("maxItems", 0))); // it opens at least once
            return week;
        }
        IntStream.rangeClosed(0, 9).filter(key -> Probe.takes(shape.record(), component.getName(), Map.of(key, Duration.ofHours(1))))
                .forEach(key -> properties.put(String.valueOf(key), SchemaParts.orNull(scalar(Duration.class, false))));
        return SchemaParts.object(properties, List.of(), false);
    }

    private Map<String, Object> span() {
        return definitions.refer(OpenSpan.class.getSimpleName(), () -> {
            Map<String, Object> span = SchemaParts.described(words.said("OpenSpan"), SchemaParts.type("array"));
            span.put("prefixItems", List.of(Patterns.opens(), Patterns.closes()));
            span.put("minItems", 2);
            span.put("maxItems", 2);
            return span;
        });
    }

    /** That absence says something; mostly it does not, as the description of the whole has it. */
    private String absent(boolean none) {
        return none ? " " + words.said("absent.none") : "";
    }
}
