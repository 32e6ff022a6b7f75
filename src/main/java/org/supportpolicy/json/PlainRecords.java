package org.supportpolicy.json;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.OwnFacts;
import org.supportpolicy.fact.Limits;
import org.supportpolicy.fact.OpenSpan;
import org.supportpolicy.internal.record.Constants;
import org.supportpolicy.internal.record.Shape;

/**
 * Plans of how records are read from a plain text, made of the types of their components: each says what stands in the text, so that
 * nothing of it is kept on the way. What {@link Binder} would refuse is a doubt. Immutable and thread-safe.
 *
 * @param own what the policy declares
 */
record PlainRecords(OwnFacts own) {

    /** How a value is read at which a text has arrived. */
    @FunctionalInterface
    interface Read {
        Object value(PlainText text);
    }

    /**
     * How a record is read.
     *
     * @param shape the record
     * @param names the names of its components
     * @param reads how each of them is read
     */
    record OfRecord(Shape shape, Terms names, List<Read> reads) implements Read {

        @Override
        public Object value(PlainText text) {
            return members(text, text.opens('{', '}'));
        }

        /** Makes the record of what is left of an object. */
        Object members(PlainText text, boolean some) {
            @Nullable Object[] values = new Object[reads.size()];
            long seen = 0;
            for (boolean more = some; more; more = text.goesOn('}')) {
                int place = text.key(names);
                seen = once(seen, place);
                if (!text.isNothing()) {
                    values[place] = reads.get(place).value(text);
                }
            }
            return shape.make(values);
        }
    }

    /** The keys that came, as bits, with one more; there is a doubt when it came before, or there are more keys than bits. */
    static long once(long seen, int key) {
        long more = seen | 1L << key;
        if (more == seen || key >= Long.SIZE) {
            throw PlainText.doubt();
        }
        return more;
    }

    OfRecord of(Shape shape) {
        return new OfRecord(shape, Terms.of(shape.names()), shape.types().stream().map(this::value).toList());
    }

    private Read value(Type type) {
        if (type instanceof ParameterizedType many) {
            Type[] of = many.getActualTypeArguments();
            Class<?> kind = (Class<?>) many.getRawType();
            return kind == Map.class ? map(key((Class<?>) of[0]), value(of[1]))
                    : kind == List.class || kind == Set.class ? items(value(of[0]), kind == Set.class, most(of[0])) : doubt();
        }
        Class<?> kind = (Class<?>) type;
        return kind == OpenSpan.class ? PlainRecords::span : kind.isRecord() ? of(Shape.of(kind)) : scalar(kind);
    }

    private static int most(Type item) {
        return item == OpenSpan.class ? Limits.SPANS : Limits.ITEMS;
    }

    private Read scalar(Class<?> kind) {
        if (Constants.isKind(kind)) {
            return constant(kind);
        } else if (kind == String.class) {
            return PlainText::text;
        } else if (kind == Boolean.class) {
            return PlainText::truth;
        } else if (kind == Integer.class) {
            return PlainText::number;
        } else if (kind == Instant.class) {
            return PlainText::instant;
        } else if (kind == LocalDate.class) {
            return PlainText::date;
        } else if (kind == Duration.class) {
            return text -> PlainTimes.duration(text.text());
        } else if (kind == Period.class) {
            return text -> PlainTimes.period(text.text());
        }
        return kind == ZoneId.class ? text -> ZoneId.of(text.text()) : doubt();
    }

    private Read key(Class<?> kind) {
        return kind == Integer.class ? PlainText::quotedNumber : scalar(kind);
    }

    private Read constant(Class<?> kind) {
        Map<String, Object> members = new LinkedHashMap<>(Scalars.constants(kind));
        members.putAll(Scalars.further(kind, own));
        Terms names = Terms.of(members.keySet());
        List<Object> constants = List.copyOf(members.values());
        return text -> constants.get(text.word(names));
    }

    private static Read items(Read item, boolean distinct, int most) {
        return text -> {
            Collection<Object> items = distinct ? new HashSet<>() : new ArrayList<>();
            int count = 0;
            for (boolean more = text.opens('[', ']'); more; more = text.goesOn(']')) {
                Object value = item.value(text);
                if (++count > most || value instanceof LocalDate day && !Limits.hold(day)) {
                    throw PlainText.doubt();
                }
                items.add(value);
            }
            return items;
        };
    }

    private static Read map(Read key, Read value) {
        return text -> {
            Map<Object, Object> values = new LinkedHashMap<>();
            for (boolean more = text.opens('{', '}'); more; more = text.goesOn('}')) {
                Object name = key.value(text);
                text.colon();
                if (values.put(name, value.value(text)) != null || values.size() > Limits.ITEMS) {
                    throw PlainText.doubt();
                }
            }
            return values;
        };
    }

    private static Object span(PlainText text) {
        boolean two = text.opens('[', ']');
        String from = text.text();
        two &= text.goesOn(']');
        String to = text.text();
        if (!two || text.goesOn(']')) {
            throw PlainText.doubt();
        }
        return OpenSpan.of(from, to);
    }

    /** How nothing can be read that is not read closely. */
    private static Read doubt() {
        return text -> {
            throw PlainText.doubt();
        };
    }
}
