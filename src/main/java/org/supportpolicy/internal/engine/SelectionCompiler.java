package org.supportpolicy.internal.engine;

import static org.objectweb.asm.Opcodes.AALOAD;
import static org.objectweb.asm.Opcodes.AASTORE;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ARETURN;
import static org.objectweb.asm.Opcodes.ARRAYLENGTH;
import static org.objectweb.asm.Opcodes.ASTORE;
import static org.objectweb.asm.Opcodes.DUP;
import static org.objectweb.asm.Opcodes.GETFIELD;
import static org.objectweb.asm.Opcodes.GETSTATIC;
import static org.objectweb.asm.Opcodes.GOTO;
import static org.objectweb.asm.Opcodes.ICONST_0;
import static org.objectweb.asm.Opcodes.ICONST_1;
import static org.objectweb.asm.Opcodes.IFNONNULL;
import static org.objectweb.asm.Opcodes.IF_ICMPNE;
import static org.objectweb.asm.Opcodes.POP;
import static org.supportpolicy.internal.engine.CodeClass.DEDUCTION;
import static org.supportpolicy.internal.engine.CodeClass.OBJECTS;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;
import org.supportpolicy.internal.engine.RulePlan.Ask;
import org.supportpolicy.internal.engine.RulePlan.Condition;
import org.supportpolicy.internal.engine.RulePlan.Selection;
import org.supportpolicy.internal.engine.RulePlan.Step;
import org.supportpolicy.internal.engine.RulePlan.Take;

/** Writes selections: a method for each, which is asked for its objects. Not thread-safe. */
final class SelectionCompiler {

    private static final String SELECTS = "(L" + DEDUCTION + ";)" + OBJECTS;

    private final CodeClass code;
    /** How often each selection is asked for; one that is asked for once need not be kept. */
    private final Map<Integer, Integer> asked = new HashMap<>();
    private final Set<Integer> written = new HashSet<>();

    SelectionCompiler(CodeClass code) {
        this.code = code;
    }

    /** Counts how often it will be asked for a selection by a step. */
    void count(Step step) {
        if (step instanceof Take take) {
            count(take.selection());
        } else {
            Stream.of(((Ask) step).ways()).flatMap(Stream::of).forEach(this::count);
        }
    }

    /** Counts that it will be asked for a selection. */
    void count(Selection selection) {
        asked.merge(selection.number(), 1, Integer::sum);
    }

    /** Pushes the objects of the selection that a step takes. */
    void select(Take take, TestWriter in) {
        Selection selection = take.selection();
        if (selection.conditions().length == 0) {
            objects(selection, in.to());
            return;
        }
        in.to().visitVarInsn(ALOAD, 0);
        CodeClass.call(in, "selection" + selection.number(), SELECTS);
        if (written.add(selection.number())) {
            selection(selection, take.look());
        }
    }

    private static void objects(Selection selection, MethodVisitor to) {
        to.visitVarInsn(ALOAD, 0);
        to.visitFieldInsn(GETFIELD, DEDUCTION, "objects", "[" + OBJECTS);
        to.visitLdcInsn(selection.type());
        to.visitInsn(AALOAD);
    }

    /** A single object is tried here, several or none as the plan has it. */
    private void selection(Selection selection, Class<?> type) {
        TestWriter in = code.method(ACC_STATIC, "selection" + selection.number(), SELECTS, 2);
        MethodVisitor to = in.to();
        boolean isWritable = CodeWriter.isKnown(type) && Stream.of(selection.conditions())
                .allMatch(condition -> CodeWriter.isWritable(((PlannedTest) condition.question()).test()));
        Label plainly = new Label();
        if (isWritable) {
            objects(selection, to);
            to.visitVarInsn(ASTORE, 1);
            to.visitVarInsn(ALOAD, 1);
            to.visitInsn(ARRAYLENGTH);
            to.visitInsn(ICONST_1);
            to.visitJumpInsn(IF_ICMPNE, plainly);
            if (asked.get(selection.number()) == 1) {
                one(selection, type, in);
            } else {
                Label found = new Label();
                selected(selection, to);
                to.visitInsn(AALOAD);
                to.visitInsn(DUP);
                to.visitJumpInsn(IFNONNULL, found);
                to.visitInsn(POP);
                one(selection, type, in);
                to.visitVarInsn(ASTORE, 1);
                selected(selection, to);
                to.visitVarInsn(ALOAD, 1);
                to.visitInsn(AASTORE);
                to.visitVarInsn(ALOAD, 1);
                to.visitLabel(found);
            }
            to.visitInsn(ARETURN);
        }
        to.visitLabel(plainly);
        to.visitVarInsn(ALOAD, 0);
        code.constants().push(selection, to);
        in.cast(Object.class, Selection.class);
        CodeClass.callDeduction(in, "select", "(" + Type.getDescriptor(Selection.class) + ")" + OBJECTS);
        in.end(ARETURN);
    }

    private static void selected(Selection selection, MethodVisitor to) {
        to.visitVarInsn(ALOAD, 0);
        to.visitFieldInsn(GETFIELD, DEDUCTION, "selected", "[" + OBJECTS);
        to.visitLdcInsn(selection.number());
    }

    /** Tries the only object, and pushes what comes of it. */
    private static void one(Selection selection, Class<?> type, TestWriter in) {
        MethodVisitor to = in.to();
        Label fails = new Label();
        Label end = new Label();
        to.visitVarInsn(ALOAD, 1);
        to.visitInsn(ICONST_0);
        to.visitInsn(AALOAD);
        in.cast(Object.class, type);
        to.visitVarInsn(ASTORE, in.keep(-1, type));
        for (Condition condition : selection.conditions()) {
            in.jump(((PlannedTest) condition.question()).test(), false, fails);
        }
        to.visitVarInsn(ALOAD, 1);
        to.visitJumpInsn(GOTO, end);
        to.visitLabel(fails);
        to.visitFieldInsn(GETSTATIC, DEDUCTION, "NOTHING", OBJECTS);
        to.visitLabel(end);
    }
}
