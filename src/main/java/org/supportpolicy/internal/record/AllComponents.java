package org.supportpolicy.internal.record;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads all components of a record: the first few times one after the other, then by a single method handle. Thread-safe. */
public final class AllComponents {

    private static final int FEW = 15;

    private final List<Call> accessors;
    /** How often they were read one after the other; threads may miss one another's. */
    private int reads;
    /** Made when it is worth its while; whole whenever a thread sees it. */
    private @Nullable MethodHandle handle;

    /** @param accessors what reads each component */
    AllComponents(List<Call> accessors) {
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
        MethodHandle array = MethodHandles.identity(Object[].class).asCollector(Object[].class, accessors.size());
        MethodHandle read = MethodHandles.filterArguments(array, 0, accessors.stream().map(Call::made).toArray(MethodHandle[]::new));
        return MethodHandles.permuteArguments(read, MethodType.methodType(Object[].class, Object.class), new int[accessors.size()]);
    }
}
