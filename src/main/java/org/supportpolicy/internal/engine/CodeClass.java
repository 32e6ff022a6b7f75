package org.supportpolicy.internal.engine;

import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.RETURN;
import static org.objectweb.asm.Opcodes.V17;

import java.lang.invoke.MethodHandles;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/** The class that is made of rules, method by method. Not thread-safe. */
final class CodeClass {

    static final String DEDUCTION = Type.getInternalName(Deduction.class);
    static final String OBJECT = Type.getDescriptor(Object.class);
    static final String OBJECTS = "[" + OBJECT;
    private static final String CODE = Type.getInternalName(RuleCode.class);
    private static final String NAME = CODE + "Made";
    private static final String[] ENDLESS = {Type.getInternalName(Deduction.Endless.class)};

    private final CodeConstants constants = new CodeConstants(NAME);
    private final ClassWriter code = new ClassWriter(ClassWriter.COMPUTE_FRAMES) {
        @Override
        protected String getCommonSuperClass(String one, String other) {
            return Type.getInternalName(Object.class); // nothing is asked of what could be either
        }
    };

    /** Begins with nothing but a constructor. */
    CodeClass() {
        code.visit(V17, ACC_FINAL, NAME, null, CODE, null);
        TestWriter made = method(0, "<init>", "()V", 1);
        made.to().visitVarInsn(ALOAD, 0);
        made.to().visitMethodInsn(INVOKESPECIAL, CODE, "<init>", "()V", false);
        made.end(RETURN);
    }

    CodeConstants constants() {
        return constants;
    }

    /**
     * Begins a method.
     *
     * @param variables how many variables it is called with
     */
    TestWriter method(int access, String name, String descriptor, int variables) {
        MethodVisitor to = code.visitMethod(access, name, descriptor, null, ENDLESS);
        to.visitCode();
        return new TestWriter(to, constants, variables);
    }

    /** Calls one of its static methods. */
    static void call(CodeWriter from, String method, String descriptor) {
        from.to().visitMethodInsn(INVOKESTATIC, NAME, method, descriptor, false);
    }

    /** Calls a method of the deduction, which has been pushed. */
    static void callDeduction(CodeWriter from, String method, String descriptor) {
        from.to().visitMethodInsn(INVOKEVIRTUAL, DEDUCTION, method, descriptor, false);
    }

    /**
     * Ends and defines it.
     *
     * @throws org.objectweb.asm.ClassTooLargeException if it is more than a class can hold
     * @throws org.objectweb.asm.MethodTooLargeException if a method is more than one can hold
     */
    RuleCode made() {
        constants.write(code);
        code.visitEnd();
        try {
            return (RuleCode) MethodHandles.lookup().defineHiddenClassWithClassData(code.toByteArray(), constants.values(), true)
                    .lookupClass().getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
