package org.supportpolicy.model;

import java.lang.reflect.ParameterizedType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.supportpolicy.OwnFacts;
import org.supportpolicy.fact.BadFactException;
import org.supportpolicy.fact.Fact;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.OwnFact;
import org.supportpolicy.internal.record.Components;
import org.supportpolicy.internal.record.Shape;

/** Random fact sets with facts that a policy declares, whose values crowd around those of the other facts and of {@link OwnPolicy}. */
public final class OwnFactSets {

    private static final List<String> TEXTS = List.of("goodwill", "other", "otherwise", "name", " ");
    private static final List<Integer> NUMBERS = List.of(0, 1, 2, 3, 7, 8, 12, 13, 99, 100, 101);

    private final RandomFactSets others;
    private final Random random;
    private final OwnFacts own;
    private FactSet facts;

    /** Begins; the same seed gives the same. */
    public OwnFactSets(long seed, OwnFacts own) {
        this.others = new RandomFactSets(seed);
        this.random = new Random(~seed);
        this.own = own;
    }

    /** The next fact set. */
    public FactSet next() {
        facts = others.next();
        FactSet.Builder all = FactSet.builder(facts.asOf()).with(facts.facts().toArray(Fact[]::new));
        double dense = random.nextDouble();
        for (Class<? extends OwnFact> kind : own.kinds().values()) {
            if (random.nextDouble() < dense) {
                all.with((Fact) record(kind, Math.max(0.3, random.nextDouble())));
            }
        }
        return all.build();
    }

    private Object record(Class<?> kind, double known) {
        Map<String, Object> values = new LinkedHashMap<>();
        Shape shape = Shape.of(kind);
        for (int place = 0; place < shape.names().size(); place++) {
            if (random.nextDouble() < known) {
                values.put(shape.names().get(place), shape.types().get(place) instanceof ParameterizedType many
                        ? many((Class<?>) many.getActualTypeArguments()[0]) : value((Class<?>) shape.types().get(place)));
            }
        }
        try {
            return Components.make(kind, values);
        } catch (BadFactException e) {
            return record(kind, known); // a number lies where none may
        }
    }

    private List<Object> many(Class<?> part) {
        return IntStream.range(0, random.nextInt(3)).mapToObj(i -> record(part, 0.8)).toList();
    }

    private Object value(Class<?> kind) {
        if (kind == Boolean.class) {
            return random.nextInt(3) > 0;
        } else if (kind == Integer.class) {
            return NUMBERS.get(random.nextInt(random.nextBoolean() ? 4 : NUMBERS.size()));
        } else if (kind == String.class) {
            return TEXTS.get(random.nextInt(TEXTS.size()));
        } else if (kind == Instant.class) {
            return instant();
        } else if (kind == LocalDate.class) {
            return date();
        } else if (kind == Duration.class) {
            return Duration.ofHours(random.nextInt(4));
        } else if (kind == Period.class) {
            return Period.ofDays(random.nextInt(20));
        }
        return kind.getEnumConstants()[random.nextInt(kind.getEnumConstants().length)];
    }

    /** Another instant of the facts, or one of the last days, or tomorrow, mostly right at midnight. */
    private Instant instant() {
        List<Instant> known = known(Instant.class);
        if (!known.isEmpty() && random.nextInt(3) == 0) {
            return known.get(random.nextInt(known.size())).plusNanos(random.nextInt(3) - 1L);
        }
        ZoneId zone = facts.now().zone();
        Instant midnight = facts.now().date().minusDays(random.nextInt(6) - 1L).atStartOfDay(zone).toInstant();
        return random.nextBoolean() ? midnight.plusNanos(random.nextInt(3) - 1L) : midnight.plusSeconds(random.nextInt(86_400));
    }

    /** Another day of the facts, or one near today or a year ago. */
    private LocalDate date() {
        List<LocalDate> known = known(LocalDate.class);
        return (!known.isEmpty() && random.nextInt(3) == 0 ? known.get(random.nextInt(known.size()))
                : facts.now().date().minusYears(random.nextInt(2))).plusDays(random.nextInt(5) - 2L);
    }

    private <T> List<T> known(Class<T> kind) {
        return facts.facts().stream().flatMap(fact -> Shape.of(fact.getClass()).values(fact)).filter(Objects::nonNull)
                .filter(kind::isInstance).map(kind::cast).toList();
    }

    /** So many fact sets, each of a seed of its own. */
    public static Stream<FactSet> some(int count, OwnFacts own) {
        return IntStream.range(0, count).mapToObj(seed -> new OwnFactSets(seed, own).next());
    }
}
