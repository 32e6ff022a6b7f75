package org.supportpolicy.internal.record;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads all components of a record: the first few times one after the other, then by a single method handle. Thread-safe. */
public final class AllComponents {

    private static final int FEW = 15;

    private final List<Method> methods;
    private final List<Call> accessors;
    /** How often they were read one after the other; threads may miss one another's. */
    private int reads;
    /** Made when it is worth its while; whole whenever a thread sees it. */
    private @Nullable MethodHandle handle;

    /**
     * Begins.
     *
     * @param methods what reads each component
     * @param accessors the same as calls
     */
    AllComponents(List<Method> methods, List<Call> accessors) {
        this.methods = methods;
        this.accessors = accessors;
    }

    /** The values of a record, in an array of its own. */
    @Nullable Object[] of(Object record) {
        MethodHandle ready = handle;
        if (ready == null) {
            if (++reads >= FEW) {
                handle = made();
            }
            return accessors.stream().map(accessor -> accessor.on(record)).toArray();
        }
        try {
            return (Object[]) ready.invokeExact(record);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private MethodHandle made() {
        MethodHandle array = MethodHandles.identity(Object[].class).asCollector(Object[].class, methods.size());
        MethodHandle[] each = methods.stream().map(AllComponents::reading).toArray(MethodHandle[]::new);
        MethodHandle read = MethodHandles.filterArguments(array, 0, each);
        return MethodHandles.permuteArguments(read, MethodType.methodType(Object[].class, Object.class), new int[methods.size()]);
    }

    private static MethodHandle reading(Method accessor) {
        try {
            return MethodHandles.publicLookup().unreflect(accessor).asType(MethodType.genericMethodType(1));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
