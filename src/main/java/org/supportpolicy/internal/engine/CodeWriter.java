package org.supportpolicy.internal.engine;

import static org.objectweb.asm.Opcodes.AALOAD;
import static org.objectweb.asm.Opcodes.AASTORE;
import static org.objectweb.asm.Opcodes.ACONST_NULL;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ANEWARRAY;
import static org.objectweb.asm.Opcodes.ASTORE;
import static org.objectweb.asm.Opcodes.CHECKCAST;
import static org.objectweb.asm.Opcodes.DUP;
import static org.objectweb.asm.Opcodes.GOTO;
import static org.objectweb.asm.Opcodes.IFNULL;
import static org.objectweb.asm.Opcodes.INVOKEINTERFACE;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.NEW;

import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;
import org.supportpolicy.internal.check.Test;
import org.supportpolicy.internal.check.Value;

/**
 * Writes the values of rules out as the code of a method, which asks for the same in the same order as {@link Evaluation}: what is unknown
 * goes through as null, and nothing is asked of it. Not thread-safe.
 */
class CodeWriter {

    private static final Evaluation PLAINLY = new Evaluation();

    /** Where an object is kept in the method, and of which class it is known to be. */
    record Local(int at, Class<?> type) {}

    private final MethodVisitor to;
    private final CodeConstants constants;
    private final Map<Integer, Local> slots = new HashMap<>();
    /** Where the array of what was matched is; -1 when all slots are known. */
    private int matched = -1;
    private int locals;

    /**
     * Begins.
     *
     * @param inputs how many variables the method is called with
     */
    CodeWriter(MethodVisitor to, CodeConstants constants, int inputs) {
        this.to = to;
        this.constants = constants;
        this.locals = inputs;
    }

    MethodVisitor to() {
        return to;
    }

    /** A variable for an object in a slot. */
    int keep(int slot, Class<?> type) {
        int at = variable();
        keep(slot, at, type);
        return at;
    }

    /** Has the object in a slot found in a variable. */
    void keep(int slot, int at, Class<?> type) {
        slots.put(slot, new Local(at, type));
    }

    /** Has the objects in all other slots found in an array. */
    void matchedIn(int at) {
        matched = at;
    }

    /** A new variable. */
    int variable() {
        return locals++;
    }

    /** How many variables there are. */
    int variables() {
        return locals;
    }

    /** Lets go of all variables but the first. */
    void keepVariables(int count) {
        locals = count;
    }

    /** Ends the method. */
    void end(int opcode) {
        to.visitInsn(opcode);
        to.visitMaxs(0, 0);
        to.visitEnd();
    }

    // ---- what can be written

    /** Whether code of this library can name a class. */
    static boolean isKnown(Class<?> type) {
        Class<?> plain = type;
        while (plain.isArray()) {
            plain = plain.getComponentType();
        }
        for (Class<?> around = plain; around != null; around = around.getEnclosingClass()) {
            if (!Modifier.isPublic(around.getModifiers())) {
                return plain.isPrimitive();
            }
        }
        try {
            return plain.isPrimitive()
                    || !plain.isHidden() && Class.forName(plain.getName(), false, CodeWriter.class.getClassLoader()) == plain;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** Whether a test can be written. */
    static boolean isWritable(Test test) {
        return test.values().allMatch(CodeWriter::isWritable);
    }

    /** Whether a value can be written. */
    static boolean isWritable(Value value) {
        if (!(value instanceof Value.Call call)) {
            return true;
        }
        Executable code = call.member().code();
        Class<?>[] parameters = code.getParameterTypes();
        boolean isPlain = !code.isVarArgs() || parameters.length == 1 && !parameters[0].getComponentType().isPrimitive();
        return isPlain && isKnown(code.getDeclaringClass()) && isKnown(result(code)) && Stream.of(parameters).allMatch(CodeWriter::isKnown)
                && call.parts().stream().allMatch(CodeWriter::isWritable);
    }

    private static Class<?> result(Executable code) {
        return code instanceof Method method ? method.getReturnType() : code.getDeclaringClass();
    }

    // ---- values

    /** Pushes a value, and says of which class it is known to be where it is not null. */
    Class<?> push(Value value) {
        if (value instanceof Value.Slot slot) {
            return pushSlot(slot.number());
        }
        List<Value> parts = value.parts();
        boolean isAsked = value instanceof Value.Call call && call.target() != null && parts.size() == 1;
        if (!isAsked && parts.stream().allMatch(Value.Constant.class::isInstance)) {
            return pushConstant(PLAINLY.operand(value, -1).of(null, new Object[0]));
        }
        return pushCall((Value.Call) value);
    }

    /** Pushes the object in a slot, and says of which class it is known to be. */
    Class<?> pushSlot(int slot) {
        Local local = slots.get(slot);
        if (local != null) {
            to.visitVarInsn(ALOAD, local.at);
            return local.type;
        }
        to.visitVarInsn(ALOAD, matched);
        to.visitLdcInsn(slot);
        to.visitInsn(AALOAD);
        return Object.class;
    }

    /** Pushes a constant, and says of which class it is known to be. */
    Class<?> pushConstant(@Nullable Object value) {
        if (value == null) {
            to.visitInsn(ACONST_NULL);
            return Object.class;
        }
        return constants.push(value, to);
    }

    private Class<?> pushCall(Value.Call call) {
        Executable code = call.member().code();
        List<Value> parts = call.parts();
        int before = locals;
        Local[] inputs = new Local[parts.size()];
        Label unknown = new Label();
        boolean mayBeUnknown = false;
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = store(push(parts.get(i)));
            if (!mayBeNull(call, i) && !isThere(parts.get(i))) {
                to.visitVarInsn(ALOAD, inputs[i].at);
                to.visitJumpInsn(IFNULL, unknown);
                mayBeUnknown = true;
            }
        }
        locals = before;
        Class<?> result = invoke(code, inputs);
        if (mayBeUnknown) {
            Label end = new Label();
            to.visitJumpInsn(GOTO, end);
            to.visitLabel(unknown);
            to.visitInsn(ACONST_NULL);
            to.visitLabel(end);
        }
        return result;
    }

    private static boolean mayBeNull(Value.Call call, int input) {
        int parameter = call.target() == null ? input : input - 1;
        return parameter >= 0 && call.member().parameter(parameter).nullable();
    }

    private static boolean isThere(Value value) {
        return value instanceof Value.Slot || value instanceof Value.Constant constant && constant.value() != null;
    }

    /** Keeps what was pushed in a new variable. */
    Local store(Class<?> type) {
        Local local = new Local(variable(), type);
        to.visitVarInsn(ASTORE, local.at);
        return local;
    }

    private Class<?> invoke(Executable code, Local[] inputs) {
        Class<?> owner = code.getDeclaringClass();
        String name = Type.getInternalName(owner);
        int next = 0;
        if (code instanceof Constructor<?>) {
            to.visitTypeInsn(NEW, name);
            to.visitInsn(DUP);
        } else if (!Modifier.isStatic(code.getModifiers())) {
            load(inputs[next++], owner);
        }
        if (code.isVarArgs()) {
            array(code.getParameterTypes()[0].getComponentType(), inputs, next);
        } else {
            for (Class<?> parameter : code.getParameterTypes()) {
                load(inputs[next++], parameter);
            }
        }
        if (!(code instanceof Method method)) {
            to.visitMethodInsn(INVOKESPECIAL, name, "<init>", Type.getConstructorDescriptor((Constructor<?>) code), false);
            return owner;
        }
        int how = Modifier.isStatic(code.getModifiers()) ? INVOKESTATIC : owner.isInterface() ? INVOKEINTERFACE : INVOKEVIRTUAL;
        to.visitMethodInsn(how, name, code.getName(), Type.getMethodDescriptor(method), owner.isInterface());
        return boxed(method.getReturnType());
    }

    private void array(Class<?> of, Local[] inputs, int from) {
        to.visitLdcInsn(inputs.length - from);
        to.visitTypeInsn(ANEWARRAY, Type.getInternalName(of));
        for (int i = from; i < inputs.length; i++) {
            to.visitInsn(DUP);
            to.visitLdcInsn(i - from);
            load(inputs[i], of);
            to.visitInsn(AASTORE);
        }
    }

    /** Pushes an input as what a parameter takes. */
    private void load(Local input, Class<?> parameter) {
        to.visitVarInsn(ALOAD, input.at);
        if (!parameter.isPrimitive()) {
            cast(input.type, parameter);
            return;
        }
        Class<?> wrapper = MethodType.methodType(parameter).wrap().returnType();
        Class<?> holder = Number.class.isAssignableFrom(wrapper) ? Number.class : wrapper; // of a narrower number too
        cast(input.type, holder);
        String descriptor = "()" + Type.getDescriptor(parameter);
        to.visitMethodInsn(INVOKEVIRTUAL, Type.getInternalName(holder), parameter.getName() + "Value", descriptor, false);
    }

    /** Has what was pushed known to be of a class. */
    void cast(Class<?> from, Class<?> type) {
        if (!type.isAssignableFrom(from)) {
            to.visitTypeInsn(CHECKCAST, Type.getInternalName(type));
        }
    }

    private Class<?> boxed(Class<?> type) {
        if (!type.isPrimitive()) {
            return type;
        }
        Class<?> wrapper = MethodType.methodType(type).wrap().returnType();
        String descriptor = MethodType.methodType(wrapper, type).descriptorString();
        to.visitMethodInsn(INVOKESTATIC, Type.getInternalName(wrapper), "valueOf", descriptor, false);
        return wrapper;
    }
}
