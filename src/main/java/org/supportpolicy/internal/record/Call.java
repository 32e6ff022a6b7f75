package org.supportpolicy.internal.record;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A method, a function or a constructor to be called with so many inputs, of which the object is the first that has a method. The first few
 * calls go by reflection, for most of what a policy may call is never called, or seldom, and a method handle takes a hundred times as long
 * to make as such a call. Thread-safe.
 */
public final class Call {

    private static final int FEW = 15;
    private static final int MOST_PLAIN = 3;

    private final Executable code;
    private final int inputs;
    /** How often it was called by reflection; threads may miss one another's. */
    private int calls;
    /** Made when it is worth its while; whole whenever a thread sees it. */
    private @Nullable MethodHandle handle;

    private Call(Executable code, int inputs) {
        this.code = code;
        this.inputs = inputs;
    }

    /**
     * How something public is called.
     *
     * @param code what is called
     * @param inputs with how many inputs; those of one that takes any number have each their own place
     */
    public static Call of(Executable code, int inputs) {
        return new Call(code, inputs);
    }

    /** Calls with one input; what is called throws what it throws. */
    public @Nullable Object on(Object input) {
        MethodHandle ready = handle;
        try {
            return ready == null ? reflected(new Object[] {input}) : (Object) ready.invokeExact(input);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** Calls with all inputs; what is called throws what it throws. */
    public @Nullable Object with(@Nullable Object[] values) {
        MethodHandle ready = handle;
        try {
            return ready == null ? reflected(values) : switch (values.length) {
                case 0 -> (Object) ready.invokeExact();
                case 1 -> (Object) ready.invokeExact(values[0]);
                case 2 -> (Object) ready.invokeExact(values[0], values[1]);
                case MOST_PLAIN -> (Object) ready.invokeExact(values[0], values[1], values[2]);
                default -> (Object) ready.invokeExact(values);
            };
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private @Nullable Object reflected(@Nullable Object[] values) throws Throwable {
        if (++calls >= FEW) {
            handle = made();
        }
        Object[] given = code.isVarArgs() ? new Object[] {array(values)} : values;
        try {
            if (code instanceof Constructor<?> constructor) {
                return constructor.newInstance(given);
            }
            Method method = (Method) code;
            return Modifier.isStatic(method.getModifiers()) ? method.invoke(null, given)
                    : method.invoke(given[0], Arrays.copyOfRange(given, 1, given.length));
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private Object array(@Nullable Object[] values) {
        Object array = Array.newInstance(code.getParameterTypes()[0].getComponentType(), values.length);
        for (int i = 0; i < values.length; i++) {
            Array.set(array, i, values[i]);
        }
        return array;
    }

    /** A handle of it that takes and gives plain objects. */
    MethodHandle made() {
        MethodHandle found;
        try {
            found = code instanceof Method method ? MethodHandles.publicLookup().unreflect(method)
                    : MethodHandles.publicLookup().unreflectConstructor((Constructor<?>) code);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
        MethodHandle fixed = code.isVarArgs() ? found.asFixedArity().asCollector(code.getParameterTypes()[0], inputs) : found;
        return inputs > MOST_PLAIN ? fixed.asSpreader(Object[].class, inputs).asType(MethodType.methodType(Object.class, Object[].class))
                : fixed.asType(MethodType.genericMethodType(inputs));
    }
}
