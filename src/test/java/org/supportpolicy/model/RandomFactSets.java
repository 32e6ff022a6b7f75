package org.supportpolicy.model;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.supportpolicy.fact.AsOf;
import org.supportpolicy.fact.BadFactException;
import org.supportpolicy.fact.Cause;
import org.supportpolicy.fact.Fact;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.Hold;
import org.supportpolicy.fact.IntakeField;
import org.supportpolicy.fact.OpenSpan;
import org.supportpolicy.fact.ProductVersion;
import org.supportpolicy.fact.SampleMachine;

/** Random fact sets: every kind of fact, unknowns, and instants and dates that crowd around the limits of the policy. */
public final class RandomFactSets {

    private static final List<Class<?>> FACTS = Stream.of(Fact.class.getPermittedSubclasses())
            .filter(type -> type != AsOf.class && type != Cause.class).toList();
    private static final List<Class<?>> CAUSES = List.of(Cause.class.getPermittedSubclasses());
    private static final List<ZoneId> ZONES = Stream.of("Europe/Amsterdam", "America/Sao_Paulo", "Asia/Beirut",
            "Australia/Lord_Howe", "UTC").map(ZoneId::of).toList();

    /** Days on which or near which something odd happens: leap days, changes of the clocks. */
    private static final List<LocalDate> DAYS = Stream.of("2024-02-29", "2025-03-30", "2025-10-26", "2025-03-12", "2018-11-04", "2026-03-29")
            .map(LocalDate::parse).toList();

    private final Random random;
    private ZoneId zone;
    private LocalDate today;

    public RandomFactSets(long seed) {
        this.random = new Random(seed);
    }

    /** The next fact set. */
    public FactSet next() {
        zone = random.nextInt(3) == 0 ? pick(ZONES) : ZONES.get(0);
        today = pick(DAYS).plusDays(random.nextInt(5) - 2);
        Instant now = instant(0);
        FactSet.Builder facts = FactSet.builder(now);
        double dense = random.nextDouble();
        for (Class<?> kind : FACTS) {
            if (random.nextDouble() < dense) {
                facts.with((Fact) record(kind, random.nextDouble()));
            }
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            facts.with((Fact) record(pick(CAUSES), 0.95));
        }
        return facts.build();
    }

    private Object record(Class<?> type, double known) {
        while (true) {
            try {
                RecordComponent[] components = type.getRecordComponents();
                Object[] values = new Object[components.length];
                for (int i = 0; i < values.length; i++) {
                    values[i] = random.nextDouble() < Math.max(known, 0.3) ? value(components[i].getName(), components[i].getGenericType()) : null;
                }
                Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
                return type.getDeclaredConstructor(types).newInstance(values);
            } catch (java.lang.reflect.InvocationTargetException e) {
                if (!(e.getCause() instanceof BadFactException)) {
                    throw new IllegalStateException(e);
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private Object value(String name, Type type) {
        if (type instanceof ParameterizedType many) {
            return many(name, many);
        }
        Class<?> kind = (Class<?>) type;
        if (kind == Boolean.class) {
            return random.nextBoolean();
        }
        if (kind == Integer.class) {
            return name.equals("urgencySet") ? 1 + random.nextInt(4) : random.nextInt(4);
        }
        if (kind == String.class) {
            return name.equals("installedVersion") ? "v" + random.nextInt(4) : random.nextInt(12) == 0 ? " " : name;
        }
        if (kind.isEnum()) {
            return pick(List.of(kind.getEnumConstants()));
        }
        if (kind == Instant.class) {
            return instant(9);
        }
        if (kind == LocalDate.class) {
            return date();
        }
        if (kind == ZoneId.class) {
            return zone;
        }
        if (kind == Period.class) {
            return Period.ofDays(random.nextInt(20));
        }
        return record(kind, 0.9);
    }

    private Object many(String name, ParameterizedType type) {
        return switch (name) {
            case "hours" -> hours();
            case "holidays" -> Set.of(date(), date().plusDays(400));
            case "datesWithOwnHours" -> Map.of(date(), List.of(OpenSpan.of("10:00", "14:00")), date().plusDays(400), List.of());
            case "remindBefore" -> List.of(Duration.ofMinutes(1 + random.nextInt(300)));
            case "firstResponseTargets", "followUpTargets" -> Map.of(1 + random.nextInt(4), Duration.ofMinutes(1 + random.nextInt(1500)));
            case "versions" -> versions();
            case "holds" -> holds();
            case "sampleMachines" -> random.nextInt(5) == 0 ? List.of() : List.of(new SampleMachine("g", "m"));
            case "notApplicable" -> random.nextBoolean() ? Set.of(IntakeField.SERVER_URL, IntakeField.STEPS_TO_REPRODUCE) : Set.of();
            default -> some((Class<?>) type.getActualTypeArguments()[0]);
        };
    }

    /** Office hours, hours round the clock, or hours on a few days with a break; none within the hours that clocks skip or repeat. */
    private Map<DayOfWeek, List<OpenSpan>> hours() {
        Map<DayOfWeek, List<OpenSpan>> hours = new EnumMap<>(DayOfWeek.class);
        List<OpenSpan> spans = pick(List.of(List.of(OpenSpan.of("09:00", "17:00")), List.of(OpenSpan.of("00:00", "24:00")),
                List.of(OpenSpan.of("08:30", "12:00"), OpenSpan.of("13:00", "24:00"))));
        for (DayOfWeek day : DayOfWeek.values()) {
            if (random.nextInt(4) > 0 || day == DayOfWeek.WEDNESDAY) {
                hours.put(day, spans);
            }
        }
        return hours;
    }

    private Set<Object> some(Class<?> constants) {
        Set<Object> some = new HashSet<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            some.add(pick(List.of(constants.getEnumConstants())));
        }
        return some;
    }

    private List<ProductVersion> versions() {
        List<ProductVersion> versions = new ArrayList<>();
        LocalDate day = date();
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            versions.add(new ProductVersion("v" + i, random.nextInt(15) == 0 ? null : day));
            day = random.nextInt(3) == 0 ? day : date();
        }
        return versions;
    }

    private List<Hold> holds() {
        List<Hold> holds = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            Instant one = instant(2);
            Instant other = instant(2);
            holds.add(one.isAfter(other) ? new Hold(other, one) : new Hold(one, random.nextInt(4) == 0 ? null : other));
        }
        return holds;
    }

    /** A day near today, near a week before it, or near a year before or after. */
    private LocalDate date() {
        LocalDate near = today.plusDays(random.nextInt(5) - 2);
        return switch (random.nextInt(5)) {
            case 0 -> near.minusDays(8);
            case 1 -> near.minusYears(1);
            case 2 -> near.plusYears(1);
            case 3 -> near.minusYears(2);
            default -> near;
        };
    }

    /** An instant at, just before or just after a midnight, or some time within a day. */
    private Instant instant(int daysBack) {
        LocalDate day = today.minusDays(daysBack == 0 ? 0 : random.nextInt(daysBack + 1)).plusDays(random.nextInt(6) == 0 ? 1 : 0);
        LocalDateTime time = switch (random.nextInt(4)) {
            case 0 -> day.atStartOfDay();
            case 1 -> day.atStartOfDay().minusSeconds(1);
            case 2 -> day.atTime(2, 30);
            default -> day.atTime(random.nextInt(24), random.nextInt(60));
        };
        return time.atZone(zone).toInstant();
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
