package org.supportpolicy.json;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.OwnFacts;
import org.supportpolicy.fact.Range;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.internal.record.Constants;
import org.supportpolicy.internal.words.SchemaWords;

/** Makes the schema of decisions from the records of {@link DecisionDocument} and of findings. Not thread-safe. */
final class DecisionSchema {

    private final OwnFacts own;
    private final SchemaWords words;
    private final boolean open;
    private final Definitions definitions = new Definitions();

    /** @param open whether keys are allowed that are not among the components */
    DecisionSchema(Locale locale, OwnFacts own, boolean open) {
        this.own = own;
        this.words = SchemaWords.of(locale);
        this.open = open;
    }

    Map<String, Object> decision() {
        definitions.refer("Finding", this::finding);
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = components(DecisionDocument.Whole.class, "decision.", properties);
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("title", words.said("decision"));
        schema.put("description", words.said("decision.description"));
        schema.putAll(SchemaParts.object(properties, required, open));
        schema.put("$defs", definitions.all());
        return schema;
    }

    /**
     * Adds the components of a record to the properties, and says which are always there.
     *
     * @param described what stands before a component in the key of its description; null when it has none
     */
    private List<String> components(Class<?> record, @Nullable String described, Map<String, Object> properties) {
        List<String> required = new ArrayList<>();
        for (RecordComponent component : record.getRecordComponents()) {
            if (!(component.getGenericType() instanceof ParameterizedType)
                    && !component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                required.add(component.getName());
            }
            Map<String, Object> value = value(component.getGenericType(), component.getAnnotation(Range.class));
            properties.put(component.getName(),
                    described == null ? value : SchemaParts.described(words.said(described + component.getName()), value));
        }
        return required;
    }

    private Map<String, Object> value(Type type, @Nullable Range range) {
        if (type instanceof ParameterizedType many) {
            Type[] of = many.getActualTypeArguments();
            if (many.getRawType() == Map.class) {
                Map<String, Object> map = SchemaParts.type("object");
                map.put("additionalProperties", value(of[1], range));
                return map;
            }
            return many.getRawType() == Optional.class ? value(of[0], range) : SchemaParts.array(value(of[0], range));
        }
        Class<?> kind = (Class<?>) type;
        if (kind == Integer.class || kind == int.class) {
            return range == null ? SchemaParts.type("integer") : SchemaParts.integer(range.from(), range.to());
        } else if (kind == Boolean.class || kind == boolean.class) {
            return SchemaParts.type("boolean");
        } else if (kind == Object.class) {
            return SchemaParts.type(List.of("string", "integer", "boolean"));
        } else if (kind == Finding.class) {
            return definitions.refer("Finding", Map::of);
        } else if (Constants.isKind(kind)) {
            return definitions.refer(kind, () -> SchemaParts.oneOf(Scalars.texts(kind, own)));
        } else if (kind.isRecord()) {
            return kind == DecisionDocument.Urgency.class ? definitions.refer("UrgencyLevel", () -> record(kind))
                    : definitions.refer(kind, () -> record(kind));
        }
        return kind == Instant.class ? definitions.refer("Instant", Patterns::written)
                : kind == LocalDate.class ? definitions.refer("LocalDate", Patterns::writtenDate) : SchemaParts.type("string");
    }

    private Map<String, Object> record(Class<?> record) {
        Map<String, Object> properties = new LinkedHashMap<>();
        boolean described = record.getEnclosingClass() != null;
        List<String> required = components(record, described ? record.getSimpleName() + "." : null, properties);
        return SchemaParts.object(properties, required, open);
    }

    /** A finding of the library, or one that the policy declares; where that declares none, whatever another policy may declare. */
    private Map<String, Object> finding() {
        List<Class<?>> library = Stream.<Class<?>>of(Finding.class.getPermittedSubclasses()).filter(kind -> !kind.isInterface()).toList();
        List<Object> kinds = new ArrayList<>();
        Stream.concat(library.stream(), own.findings().values().stream()).forEach(kind -> kinds.add(finding(kind)));
        if (open && own.findings().isEmpty()) {
            Map<String, Object> kind = SchemaParts.type("string");
            kind.put("not", SchemaParts.oneOf(library.stream().map(Class::getSimpleName).toList()));
            kinds.add(SchemaParts.described(words.said("finding.declared"),
                    SchemaParts.object(Map.of(FindingText.KIND, kind), List.of(FindingText.KIND), true)));
        }
        Map<String, Object> finding = new LinkedHashMap<>();
        finding.put("oneOf", kinds);
        return finding;
    }

    private Map<String, Object> finding(Class<?> kind) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put(FindingText.KIND, SchemaParts.constant(kind.getSimpleName()));
        List<String> required = new ArrayList<>(List.of(FindingText.KIND));
        if (Constants.isKind(kind)) {
            properties.put(FindingText.VALUE, value(kind, null));
            required.add(FindingText.VALUE);
        } else {
            required.addAll(components(kind, null, properties));
        }
        return SchemaParts.described(words.finding(kind), SchemaParts.object(properties, required, open));
    }
}
