package org.supportpolicy.internal.engine;

import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.GETSTATIC;
import static org.objectweb.asm.Opcodes.GOTO;
import static org.objectweb.asm.Opcodes.IFEQ;
import static org.objectweb.asm.Opcodes.IFGE;
import static org.objectweb.asm.Opcodes.IFGT;
import static org.objectweb.asm.Opcodes.IFLE;
import static org.objectweb.asm.Opcodes.IFLT;
import static org.objectweb.asm.Opcodes.IFNE;
import static org.objectweb.asm.Opcodes.IFNONNULL;
import static org.objectweb.asm.Opcodes.IFNULL;
import static org.objectweb.asm.Opcodes.IF_ACMPEQ;
import static org.objectweb.asm.Opcodes.IF_ACMPNE;
import static org.objectweb.asm.Opcodes.INSTANCEOF;
import static org.objectweb.asm.Opcodes.INVOKEINTERFACE;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;
import org.supportpolicy.internal.check.Test;
import org.supportpolicy.internal.check.Test.Operator;
import org.supportpolicy.internal.check.Value;

/**
 * Writes tests too, as {@link Evaluation} asks them: of what is unknown none holds, unless it asks just that. Not thread-safe.
 */
final class TestWriter extends CodeWriter {

    private static final String BOOLEAN = Type.getInternalName(Boolean.class);
    private static final String COMPARABLE = Type.getInternalName(Comparable.class);
    private static final String COLLECTION = Type.getInternalName(Collection.class);
    private static final String ASKS = "(Ljava/lang/Object;)Z";

    /**
     * Begins.
     *
     * @param inputs how many variables the method is called with
     */
    TestWriter(MethodVisitor to, CodeConstants constants, int inputs) {
        super(to, constants, inputs);
    }

    /** Goes on somewhere else if a test holds, or does not. */
    void jump(Test test, boolean when, Label elsewhere) {
        int before = variables();
        if (test instanceof Test.All all) {
            joined(all.parts(), false, when, elsewhere);
        } else if (test instanceof Test.Any any) {
            joined(any.parts(), true, when, elsewhere);
        } else if (test instanceof Test.Compare compare) {
            compare(compare, when, elsewhere);
        } else if (test instanceof Test.Among among) {
            among(among, when, elsewhere);
        } else if (test instanceof Test.Holds holds) {
            holds(holds, when, elsewhere);
        } else {
            Test.Truth truth = (Test.Truth) test;
            to().visitFieldInsn(GETSTATIC, BOOLEAN, truth.wanted() ? "TRUE" : "FALSE", Type.getDescriptor(Boolean.class));
            push(truth.value());
            isEqual(Boolean.class);
            to().visitJumpInsn(when ? IFNE : IFEQ, elsewhere);
        }
        keepVariables(before);
    }

    /** The parts are asked up to the first that decides: one that holds where one must, one that does not where all must. */
    private void joined(List<Test> parts, boolean decides, boolean when, Label elsewhere) {
        Label end = new Label();
        parts.forEach(part -> jump(part, decides, when == decides ? elsewhere : end));
        if (when != decides) {
            to().visitJumpInsn(GOTO, elsewhere);
        }
        to().visitLabel(end);
    }

    private void isEqual(Class<?> receiver) {
        to().visitMethodInsn(INVOKEVIRTUAL, Type.getInternalName(receiver), "equals", ASKS, false);
    }

    private void compare(Test.Compare compare, boolean when, Label elsewhere) {
        if (compare.operator().isOrder()) {
            ordered(compare, when, elsewhere);
            return;
        }
        boolean jumpsIfSame = (compare.operator() == Operator.SAME) == when;
        if (compare.right() instanceof Value.Constant constant) {
            Object wanted = constant.value();
            if (wanted == null) {
                push(compare.left());
                to().visitJumpInsn(jumpsIfSame ? IFNULL : IFNONNULL, elsewhere);
                return;
            } else if (wanted instanceof Enum) {
                push(compare.left());
                pushConstant(wanted);
                to().visitJumpInsn(jumpsIfSame ? IF_ACMPEQ : IF_ACMPNE, elsewhere);
                return;
            }
            isEqualAfter(pushConstant(wanted), compare.left());
        } else {
            push(compare.left());
            push(compare.right());
            to().visitMethodInsn(INVOKESTATIC, Type.getInternalName(Objects.class), "equals",
                    "(Ljava/lang/Object;Ljava/lang/Object;)Z", false);
        }
        to().visitJumpInsn(jumpsIfSame ? IFNE : IFEQ, elsewhere);
    }

    private void isEqualAfter(Class<?> receiver, Value other) {
        push(other);
        isEqual(receiver.isInterface() ? Object.class : receiver);
    }

    private void ordered(Test.Compare compare, boolean when, Label elsewhere) {
        Local left = store(push(compare.left()));
        Local right = store(push(compare.right()));
        Label end = new Label();
        Label unknown = when ? end : elsewhere;
        to().visitVarInsn(ALOAD, left.at());
        to().visitJumpInsn(IFNULL, unknown);
        to().visitVarInsn(ALOAD, right.at());
        to().visitJumpInsn(IFNULL, unknown);
        to().visitVarInsn(ALOAD, left.at());
        cast(left.type(), Comparable.class);
        to().visitVarInsn(ALOAD, right.at());
        to().visitMethodInsn(INVOKEINTERFACE, COMPARABLE, "compareTo", "(Ljava/lang/Object;)I", true);
        to().visitJumpInsn(switch (compare.operator()) {
            case BEFORE -> when ? IFLT : IFGE;
            case NOT_AFTER -> when ? IFLE : IFGT;
            case AFTER -> when ? IFGT : IFLE;
            case NOT_BEFORE -> when ? IFGE : IFLT;
            default -> throw new IllegalArgumentException(compare.operator().name());
        }, elsewhere);
        to().visitLabel(end);
    }

    private void among(Test.Among among, boolean when, Label elsewhere) {
        Local one = store(push(among.one()));
        Label end = new Label();
        to().visitVarInsn(ALOAD, one.at());
        to().visitJumpInsn(IFNULL, when ? end : elsewhere);
        for (Value each : among.many()) {
            to().visitVarInsn(ALOAD, one.at());
            isEqualAfter(Object.class, each);
            to().visitJumpInsn(IFNE, among.wanted() == when ? elsewhere : end);
        }
        if (among.wanted() != when) {
            to().visitJumpInsn(GOTO, elsewhere);
        }
        to().visitLabel(end);
    }

    private void holds(Test.Holds holds, boolean when, Label elsewhere) {
        Local one = store(push(holds.one()));
        Label end = new Label();
        Label no = when ? end : elsewhere;
        to().visitVarInsn(ALOAD, one.at());
        to().visitJumpInsn(IFNULL, no);
        Local many = store(push(holds.many()));
        to().visitVarInsn(ALOAD, many.at());
        to().visitTypeInsn(INSTANCEOF, COLLECTION);
        to().visitJumpInsn(IFEQ, no);
        to().visitVarInsn(ALOAD, many.at());
        cast(many.type(), Collection.class);
        to().visitVarInsn(ALOAD, one.at());
        to().visitMethodInsn(INVOKEINTERFACE, COLLECTION, "contains", ASKS, true);
        to().visitJumpInsn(holds.wanted() == when ? IFNE : IFEQ, elsewhere);
        to().visitLabel(end);
    }
}
