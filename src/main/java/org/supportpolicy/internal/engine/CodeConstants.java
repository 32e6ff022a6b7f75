package org.supportpolicy.internal.engine;

import static org.objectweb.asm.Opcodes.AALOAD;
import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ASTORE;
import static org.objectweb.asm.Opcodes.CHECKCAST;
import static org.objectweb.asm.Opcodes.GETSTATIC;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.PUTSTATIC;
import static org.objectweb.asm.Opcodes.RETURN;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * The constants of a class that is being made, which is handed them when it is defined. Each has a field of its own: the compiler of JDK 17
 * leaves methods alone that load constants otherwise. Not thread-safe.
 */
final class CodeConstants {

    private static final String HANDLES = Type.getInternalName(MethodHandles.class);
    private static final Type ALL = Type.getType(Object[].class);

    private final String owner;
    private final Map<List<Object>, Integer> numbers = new HashMap<>();
    private final List<Object> values = new ArrayList<>();

    /**
     * Begins with none.
     *
     * @param owner the internal name of the class
     */
    CodeConstants(String owner) {
        this.owner = owner;
    }

    /** What the class is to be handed. */
    Object[] values() {
        return values.toArray();
    }

    /** Pushes a constant, and says of which class it is known to be. */
    Class<?> push(Object value, MethodVisitor to) {
        int number = numbers.computeIfAbsent(List.of(value.getClass(), value), added -> {
            values.add(value);
            return values.size() - 1;
        });
        to.visitFieldInsn(GETSTATIC, owner, field(number), Type.getDescriptor(type(value)));
        return type(value);
    }

    private static String field(int number) {
        return "constant" + number;
    }

    private static Class<?> type(Object value) {
        Class<?> type = value instanceof Enum<?> one ? one.getDeclaringClass() : value.getClass();
        return CodeWriter.isKnown(type) ? type : Object.class;
    }

    /** Writes the fields, and what fills them. */
    void write(ClassWriter code) {
        MethodVisitor begins = code.visitMethod(ACC_STATIC, "<clinit>", "()V", null, null);
        begins.visitCode();
        begins.visitMethodInsn(INVOKESTATIC, HANDLES, "lookup",
                MethodType.methodType(MethodHandles.Lookup.class).descriptorString(), false);
        begins.visitLdcInsn("_"); // the name that what it was handed goes by
        begins.visitLdcInsn(ALL);
        begins.visitMethodInsn(INVOKESTATIC, HANDLES, "classData",
                MethodType.methodType(Object.class, MethodHandles.Lookup.class, String.class, Class.class).descriptorString(), false);
        begins.visitTypeInsn(CHECKCAST, ALL.getInternalName());
        begins.visitVarInsn(ASTORE, 0);
        for (int i = 0; i < values.size(); i++) {
            Type type = Type.getType(type(values.get(i)));
            code.visitField(ACC_PRIVATE | ACC_STATIC | ACC_FINAL, field(i), type.getDescriptor(), null, null).visitEnd();
            begins.visitVarInsn(ALOAD, 0);
            begins.visitLdcInsn(i);
            begins.visitInsn(AALOAD);
            begins.visitTypeInsn(CHECKCAST, type.getInternalName());
            begins.visitFieldInsn(PUTSTATIC, owner, field(i), type.getDescriptor());
        }
        begins.visitInsn(RETURN);
        begins.visitMaxs(0, 0);
        begins.visitEnd();
    }
}
