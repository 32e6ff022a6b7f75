package org.supportpolicy.internal.record;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.supportpolicy.fact.AbsentMeansNone;

/** Where absence says that there is nothing, whatever else a fact set holds. */
public final class Nothing {

    private Nothing() {}

    /** Whether there is no such fact when it is not there. */
    public static boolean is(Class<?> fact) {
        AbsentMeansNone none = fact.getAnnotation(AbsentMeansNone.class);
        return none != null && !none.onceGiven() && none.of().length == 0;
    }

    /**
     * The same of a component. Of a fact whose absence means none, that of its instants, counts and lists does too; of a form, that of all
     * its texts.
     */
    public static boolean is(Class<?> record, RecordComponent component) {
        AbsentMeansNone fact = record.getAnnotation(AbsentMeansNone.class);
        Class<?> type = component.getType();
        return component.isAnnotationPresent(AbsentMeansNone.class) || fact != null && fact.of().length == 0
                && (List.of(Instant.class, Integer.class, List.class, Set.class).contains(type)
                        || fact.onceGiven() && type == String.class);
    }
}
