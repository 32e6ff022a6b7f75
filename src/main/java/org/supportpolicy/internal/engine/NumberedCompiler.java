package org.supportpolicy.internal.engine;

import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ACONST_NULL;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ARETURN;
import static org.objectweb.asm.Opcodes.ATHROW;
import static org.objectweb.asm.Opcodes.ICONST_0;
import static org.objectweb.asm.Opcodes.ICONST_1;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.IRETURN;
import static org.objectweb.asm.Opcodes.ISHR;
import static org.supportpolicy.internal.engine.CodeClass.OBJECT;
import static org.supportpolicy.internal.engine.CodeClass.OBJECTS;

import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.objectweb.asm.Label;

/** Writes tests and conclusions by themselves, each a method that is called by its number. Not thread-safe. */
final class NumberedCompiler {

    private static final String HOLDS = OBJECT + OBJECTS + ")Z";
    private static final String CONCLUDED = OBJECTS + ")" + OBJECT;
    /** How many cases a method decides between, as a power of two: the JVM compiles no method that is too long. */
    private static final int CASES = 7;

    private final CodeClass code;

    NumberedCompiler(CodeClass code) {
        this.code = code;
    }

    /** Writes what was planned. */
    void write(RulePlanner planned) {
        planned.tests().forEach(this::test);
        numbered("holds", HOLDS, 2, planned.tests().size(), IRETURN);
        planned.conclusions().forEach(this::conclusion);
        numbered("concluded", CONCLUDED, 1, planned.conclusions().size(), ARETURN);
    }

    private void test(PlannedTest test) {
        TestWriter in = code.method(ACC_STATIC, "holds" + test.number(), "(" + HOLDS, 2);
        if (CodeWriter.isWritable(test.test())) {
            in.keep(test.own(), 0, Object.class);
            in.matchedIn(1);
            Label fails = new Label();
            in.jump(test.test(), false, fails);
            in.to().visitInsn(ICONST_1);
            in.to().visitInsn(IRETURN);
            in.to().visitLabel(fails);
        }
        in.to().visitInsn(ICONST_0);
        in.end(IRETURN);
    }

    private void conclusion(PlannedConclusion conclusion) {
        TestWriter in = code.method(ACC_STATIC, "concluded" + conclusion.number(), "(" + CONCLUDED, 1);
        if (CodeWriter.isWritable(conclusion.value())) {
            in.matchedIn(0);
            in.push(conclusion.value());
        } else {
            in.to().visitInsn(ACONST_NULL);
        }
        in.end(ARETURN);
    }

    /** Writes a method that takes a number and calls the one with this number. */
    private void numbered(String name, String descriptor, int inputs, int count, int returns) {
        String some = "(I" + descriptor;
        TestWriter all = code.method(0, name, some, inputs + 2);
        all.to().visitVarInsn(ILOAD, 1);
        all.to().visitLdcInsn(CASES);
        all.to().visitInsn(ISHR);
        cases(all, 0, (count + (1 << CASES) - 1) >> CASES, block -> {
            all.to().visitVarInsn(ILOAD, 1);
            load(all, 2, inputs);
            CodeClass.call(all, name + "From" + block, some);
            all.to().visitInsn(returns);
            TestWriter within = code.method(ACC_STATIC, name + "From" + block, some, inputs + 1);
            within.to().visitVarInsn(ILOAD, 0);
            int first = block << CASES;
            cases(within, first, Math.min(1 << CASES, count - first), number -> {
                load(within, 1, inputs);
                CodeClass.call(within, name + number, "(" + descriptor);
                within.to().visitInsn(returns);
            });
            none(within);
        });
        none(all);
    }

    private static void load(CodeWriter in, int first, int count) {
        IntStream.range(first, first + count).forEach(at -> in.to().visitVarInsn(ALOAD, at));
    }

    /** Ends a method that was called with a number of which there is nothing. */
    private static void none(CodeWriter in) {
        in.to().visitInsn(ACONST_NULL);
        in.end(ATHROW);
    }

    /** Decides by the number that was pushed between so many from the first, and goes on behind them if it is none of these. */
    static void cases(CodeWriter in, int first, int count, IntConsumer write) {
        if (count == 0) {
            return;
        }
        Label end = new Label();
        Label[] labels = Stream.generate(Label::new).limit(count).toArray(Label[]::new);
        in.to().visitTableSwitchInsn(first, first + count - 1, end, labels);
        for (int i = 0; i < count; i++) {
            in.to().visitLabel(labels[i]);
            write.accept(first + i);
        }
        in.to().visitLabel(end);
    }
}
