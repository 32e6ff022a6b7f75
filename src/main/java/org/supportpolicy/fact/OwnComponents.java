package org.supportpolicy.fact;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checks and reads the components of records that a policy declares. What is declared has no code of its own: it calls this. Not for
 * hosts.
 */
public final class OwnComponents {

    /** Whether a record holds instants, in the items of its lists too; most do not. */
    private static final ClassValue<Boolean> TIMED = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> record) {
            return Stream.of(record.getRecordComponents())
                    .anyMatch(component -> component.getType() == Instant.class || component.getType() == List.class);
        }
    };

    /** What must hold of a component, looked up once. */
    private record Component(String name, @Nullable Range range, boolean isRequired) {

        Component(RecordComponent component) {
            this(component.getName(), component.getAnnotation(Range.class),
                    !component.getAnnotatedType().isAnnotationPresent(Nullable.class));
        }
    }

    private static final ClassValue<List<Component>> COMPONENTS = new ClassValue<>() {
        @Override
        protected List<Component> computeValue(Class<?> record) {
            return Stream.of(record.getRecordComponents()).map(Component::new).toList();
        }
    };

    private OwnComponents() {}

    /**
     * Checks the values of a record and copies its lists.
     *
     * @param record its class
     * @param values its values, in the order of its components
     * @return the values it holds
     * @throws BadFactException if one is missing that must be given, or lies where none may
     */
    public static @Nullable Object[] checked(Class<?> record, @Nullable Object... values) {
        String name = Objects.requireNonNull(record, "The record must be given.").getSimpleName();
        Check check = Check.of(name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1));
        @Nullable Object[] held = Objects.requireNonNull(values, "The values must be given.").clone();
        List<Component> components = COMPONENTS.get(record);
        for (int i = 0; i < held.length; i++) {
            held[i] = checked(check, components.get(i), held[i]);
        }
        check.done();
        return held;
    }

    private static @Nullable Object checked(Check check, Component component, @Nullable Object value) {
        String name = component.name;
        Range range = component.range;
        if (value == null) {
            check.holds(name, null, !component.isRequired, Requirement.GIVEN);
        } else if (value instanceof List<?> items) {
            return check.copy(name, items, Limits.ITEMS);
        } else if (value instanceof Integer number && range != null) {
            check.between(name, number, range.from(), range.to());
        } else if (value instanceof String text) {
            check.text(name, text);
        } else if (value instanceof Instant instant) {
            check.instant(name, instant);
        } else if (value instanceof LocalDate day) {
            check.day(name, day);
        } else if (value instanceof Duration amount) {
            check.holds(name, amount, !amount.isNegative(), Requirement.NOT_NEGATIVE)
                    .holds(name, amount, Limits.hold(amount), Requirement.YEARS_AT_MOST, Limits.TARGET_YEARS);
        } else if (value instanceof Period period) {
            check.holds(name, period, !period.isNegative(), Requirement.NOT_NEGATIVE)
                    .holds(name, period, Limits.hold(period), Requirement.YEARS_AT_MOST, Limits.PERIOD_YEARS);
        }
        return value;
    }

    /** A record as Java prints it, but of texts only whether they were given. */
    public static String said(Record record) {
        return FreeTexts.hidden(Objects.requireNonNull(record, "The record must be given."));
    }

    /** The value of a component; null when it is unknown. */
    static @Nullable Object value(Record record, String name) {
        List<String> names = COMPONENTS.get(record.getClass()).stream().map(Component::name).toList();
        int place = names.indexOf(name);
        if (place < 0) {
            throw new IllegalArgumentException("There is no component (" + name + ") among " + names + ".");
        }
        return Records.values(record)[place];
    }

    /** A record without the instants that lie later; the same when none does. */
    static Record known(Record record, AsOf now) {
        if (!TIMED.get(record.getClass())) {
            return record;
        }
        @Nullable Object[] values = Records.values(record);
        boolean same = true;
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value instanceof Instant instant) {
                values[i] = now.past(instant);
            } else if (value instanceof List<?> items) {
                List<?> known = items.stream().map(item -> known((Record) item, now)).toList();
                values[i] = known.equals(items) ? items : known;
            }
            same &= values[i] == value;
        }
        return same ? record : Records.like(record, values);
    }
}
