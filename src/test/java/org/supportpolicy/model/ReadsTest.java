package org.supportpolicy.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.supportpolicy.fact.BadFactException;
import org.supportpolicy.fact.Fact;
import org.supportpolicy.fact.InRules;
import org.supportpolicy.internal.record.Shape;

/** What a fact answers in rules rests on the components that it says it reads, and on no other. */
class ReadsTest {

    private static final int FACT_SETS = 2_000;

    @Test
    void noOtherComponentChangesTheAnswer() {
        RandomFactSets random = new RandomFactSets(20261126);
        int[] tried = {0};
        IntStream.range(0, FACT_SETS).mapToObj(i -> random.next()).flatMap(facts -> facts.facts().stream()).forEach(fact -> {
            for (Method asked : asked(fact)) {
                Set<String> reads = Set.of(asked.getAnnotation(InRules.class).reads());
                Object answer = answer(asked, fact);
                without(fact, reads).forEach(other -> {
                    assertThat(answer(asked, other)).as(asked + " of " + fact).isEqualTo(answer);
                    tried[0]++;
                });
            }
        });
        assertThat(tried[0]).isGreaterThan(FACT_SETS);
    }

    private static List<Method> asked(Fact fact) {
        return Stream.of(fact.getClass().getMethods()).filter(method -> method.isAnnotationPresent(InRules.class))
                .filter(method -> method.getAnnotation(InRules.class).reads().length > 0 && method.getParameterCount() == 0).toList();
    }

    private static Object answer(Method asked, Fact fact) {
        try {
            return asked.invoke(fact);
        } catch (ReflectiveOperationException e) {
            return Objects.toString(e.getCause());
        }
    }

    /** The fact without each of the components that are not read, where it can be without. */
    private static Stream<Fact> without(Fact fact, Set<String> reads) {
        Shape shape = Shape.of(fact.getClass());
        return IntStream.range(0, shape.names().size()).filter(place -> !reads.contains(shape.names().get(place))).boxed().flatMap(place -> {
            Object[] values = shape.values(fact).toArray();
            values[place] = null;
            try {
                return Stream.of((Fact) shape.make(values));
            } catch (BadFactException e) {
                return Stream.of();
            }
        });
    }
}
