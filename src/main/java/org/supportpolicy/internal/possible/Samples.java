package org.supportpolicy.internal.possible;

import java.lang.reflect.ParameterizedType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.fact.AsOf;
import org.supportpolicy.fact.BadFactException;
import org.supportpolicy.fact.Limits;
import org.supportpolicy.internal.record.MadeUp;
import org.supportpolicy.internal.record.Shape;

/**
 * Records that stand within facts, such as the withdrawal of a product or a hold of a ticket, made of a few days, instants and truths.
 */
final class Samples {

    private static final int MANY = 100;
    private static final List<Duration> BEFORE = List.of(Duration.ofHours(1), Duration.ofDays(1));
    private static final List<Period> DAYS_BEFORE = List.of(Period.ZERO, Period.ofDays(400), Period.ofYears(10));

    private Samples() {}

    /**
     * What a component that is a record could be, or one that is a list of records: with one more, and without any.
     *
     * @param kind the type of the component; of other kinds there are no samples
     * @param now what it is; null for unknown
     */
    static List<Object> of(Object kind, @Nullable Object now, AsOf asOf) {
        if (kind instanceof Class<?> record && record.isRecord()) {
            return records(record, asOf);
        } else if (kind instanceof ParameterizedType many && many.getRawType() == List.class
                && many.getActualTypeArguments()[0] instanceof Class<?> item && item.isRecord()) {
            return lists(item, now == null ? List.of() : (List<?>) now, asOf);
        }
        return List.of();
    }

    private static List<Object> lists(Class<?> item, List<?> now, AsOf asOf) {
        List<Object> lists = new ArrayList<>();
        if (now.size() < MANY) {
            records(item, asOf).forEach(one -> lists.add(Stream.concat(now.stream(), Stream.of(one)).toList()));
        }
        if (!now.isEmpty()) {
            lists.add(List.of());
        }
        return lists;
    }

    /** Every record that the values of its components make. */
    private static List<Object> records(Class<?> record, AsOf asOf) {
        List<Object> records = new ArrayList<>();
        add(Shape.of(record), new Object[Shape.of(record).names().size()], 0, asOf, records);
        return records;
    }

    private static void add(Shape shape, @Nullable Object[] values, int place, AsOf asOf, List<Object> to) {
        if (place < values.length) {
            for (Object value : values(shape.types().get(place), asOf)) {
                values[place] = value;
                add(shape, values, place + 1, asOf, to);
            }
            values[place] = null;
            return;
        }
        try {
            to.add(Objects.requireNonNull(shape.make(values)));
        } catch (BadFactException e) {
            return; // no record can have these values
        }
    }

    private static List<@Nullable Object> values(Object kind, AsOf asOf) {
        List<@Nullable Object> values = new ArrayList<>();
        if (kind == Boolean.class) {
            values.addAll(List.of(true, false));
        } else if (kind == LocalDate.class) {
            DAYS_BEFORE.stream().map(asOf.date()::minus).filter(Limits::hold).forEach(values::add);
        } else if (kind == Instant.class) {
            BEFORE.stream().map(asOf.instant()::minus).filter(Limits::hold).forEach(values::add);
            values.add(null); // has not happened
        } else if (kind == String.class) {
            values.add(MadeUp.NEXT_VERSION);
        }
        return values;
    }
}
