package org.supportpolicy.internal.possible;

import java.time.Instant;
import java.util.stream.IntStream;
import org.supportpolicy.internal.record.Shape;

/** Which facts and findings speak of an instant, so that the like of them will hardly be met again and is not worth remembering. */
final class Passing {

    private static final ClassValue<int[]> INSTANTS = new ClassValue<>() {
        @Override
        protected int[] computeValue(Class<?> kind) {
            return !kind.isRecord() ? new int[0] : IntStream.range(0, Shape.of(kind).types().size())
                    .filter(place -> Shape.of(kind).types().get(place) == Instant.class).toArray();
        }
    };

    private Passing() {}

    static boolean is(Object factOrFinding) {
        for (int place : INSTANTS.get(factOrFinding.getClass())) {
            if (Shape.of(factOrFinding.getClass()).value(factOrFinding, place) != null) {
                return true;
            }
        }
        return false;
    }
}
