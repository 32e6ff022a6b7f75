package org.supportpolicy.internal.engine;

import static org.objectweb.asm.Opcodes.AALOAD;
import static org.objectweb.asm.Opcodes.AASTORE;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ANEWARRAY;
import static org.objectweb.asm.Opcodes.ARRAYLENGTH;
import static org.objectweb.asm.Opcodes.ASTORE;
import static org.objectweb.asm.Opcodes.DUP;
import static org.objectweb.asm.Opcodes.GOTO;
import static org.objectweb.asm.Opcodes.ICONST_0;
import static org.objectweb.asm.Opcodes.IFEQ;
import static org.objectweb.asm.Opcodes.IF_ICMPGE;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.ISTORE;
import static org.objectweb.asm.Opcodes.PUTFIELD;
import static org.objectweb.asm.Opcodes.RETURN;
import static org.supportpolicy.internal.engine.CodeClass.DEDUCTION;
import static org.supportpolicy.internal.engine.CodeClass.OBJECT;
import static org.supportpolicy.internal.engine.CodeClass.OBJECTS;

import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.objectweb.asm.ClassTooLargeException;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;
import org.supportpolicy.internal.engine.RulePlan.Ask;
import org.supportpolicy.internal.engine.RulePlan.Question;
import org.supportpolicy.internal.engine.RulePlan.Step;
import org.supportpolicy.internal.engine.RulePlan.Take;
import org.supportpolicy.internal.engine.RulePlan.Way;
import org.supportpolicy.internal.engine.Strata.Group;
import org.supportpolicy.internal.engine.Strata.Stratum;
import org.supportpolicy.internal.engine.Strata.Try;

/**
 * Writes the rules of a policy out as a class: a method for each way of a rule, beside those of {@link SelectionCompiler} for selections
 * and of {@link NumberedCompiler} for tests and conclusions by themselves. What looks at classes that the loader of this library does not
 * know, as those of declared facts, is left to the plan. Not thread-safe.
 */
final class RuleCompiler {

    private static final String TRIES = "(L" + DEDUCTION + ";)V";
    private static final String GOES = "(L" + DEDUCTION + ";" + OBJECTS + ")V";
    /** How many groups a method calls: the JVM compiles no method that is too long. */
    private static final int TOGETHER = 128;

    private final CodeClass code = new CodeClass();
    private final SelectionCompiler selections = new SelectionCompiler(code);
    private int ways;
    private int groups;

    private RuleCompiler() {}

    /**
     * Compiles rules, and has their tests and conclusions worked out by what comes of it.
     *
     * @param planned what was planned of them
     * @return nothing if it is more than a class can hold
     */
    static Optional<RuleCode> compile(Stratum[] strata, RulePlanner planned) {
        RuleCode made;
        try {
            made = new RuleCompiler().made(strata, planned);
        } catch (MethodTooLargeException | ClassTooLargeException e) {
            return Optional.empty();
        }
        planned.tests().stream().filter(test -> CodeWriter.isWritable(test.test())).forEach(test -> test.by(made));
        planned.conclusions().stream().filter(then -> CodeWriter.isWritable(then.value())).forEach(then -> then.by(made));
        return Optional.of(made);
    }

    private RuleCode made(Stratum[] strata, RulePlanner planned) {
        Stream.of(strata).forEach(stratum -> {
            Stream.of(stratum.once()).forEach(group -> count(group, true));
            Stream.of(stratum.again()).forEach(group -> count(group, false));
        });
        strata(strata);
        new NumberedCompiler(code).write(planned);
        return code.made();
    }

    /**
     * Whether the rules of a group are each handed what they look at first: so if they look at something, and nothing of it comes while
     * they are tried.
     */
    private static boolean handsOn(Group group, boolean once) {
        return once && group.first() != null;
    }

    private void count(Group group, boolean once) {
        if (group.first() != null) {
            selections.count(group.first());
        }
        Stream.of(group.tries()).forEach(one -> Stream.of(one.way().steps()).skip(handsOn(group, once) ? 1 : 0).forEach(selections::count));
    }

    // ---- strata

    private void strata(Stratum[] strata) {
        TestWriter all = code.method(0, "attempt", "(IL" + DEDUCTION + ";)V", 3);
        all.to().visitVarInsn(ILOAD, 1);
        NumberedCompiler.cases(all, 0, 2 * strata.length, stratum -> {
            boolean once = stratum % 2 == 0;
            Group[] groups = once ? strata[stratum / 2].once() : strata[stratum / 2].again();
            for (int from = 0; from < groups.length; from += TOGETHER) {
                all.to().visitVarInsn(ALOAD, 2);
                CodeClass.call(all, "groups" + this.groups, TRIES);
                groups(groups, from, Math.min(from + TOGETHER, groups.length), once);
            }
            all.to().visitInsn(RETURN);
        });
        all.end(RETURN);
    }

    private void groups(Group[] all, int from, int end, boolean once) {
        TestWriter some = code.method(ACC_STATIC, "groups" + groups++, TRIES, 1);
        for (int i = from; i < end; i++) {
            group(all[i], once, some);
        }
        some.end(RETURN);
    }

    private void group(Group group, boolean once, TestWriter in) {
        MethodVisitor to = in.to();
        Label next = new Label();
        int first = in.variable();
        for (int i = 0; i < group.tries().length; i++) {
            Try one = group.tries()[i];
            to.visitVarInsn(ALOAD, 0);
            to.visitLdcInsn(one.number()); // whose condition it is, should the selection fail
            to.visitFieldInsn(PUTFIELD, DEDUCTION, "trying", "I");
            if (i == 0 && group.first() != null) {
                selections.select((Take) one.way().steps()[0], in);
                to.visitInsn(DUP);
                to.visitVarInsn(ASTORE, first);
                to.visitInsn(ARRAYLENGTH);
                to.visitJumpInsn(IFEQ, next);
            }
            to.visitVarInsn(ALOAD, 0);
            if (!isWritable(one.way().steps()) || !CodeWriter.isWritable(conclusion(one.way()).value())) {
                code.constants().push(one.way(), to);
                in.cast(Object.class, Way.class);
                CodeClass.callDeduction(in, "follow", "(" + Type.getDescriptor(Way.class) + ")V");
            } else if (handsOn(group, once)) {
                to.visitVarInsn(ALOAD, first);
                CodeClass.call(in, way(one.way(), true), GOES);
            } else {
                CodeClass.call(in, way(one.way(), false), TRIES);
            }
        }
        to.visitLabel(next);
    }

    /**
     * Writes a way as a method of its own.
     *
     * @param handedOn whether it is called with the objects that it looks at first
     * @return the name of the method
     */
    private String way(Way way, boolean handedOn) {
        String name = "way" + ways++;
        TestWriter in = code.method(ACC_STATIC, name, handedOn ? GOES : TRIES, handedOn ? 2 : 1);
        Label end = new Label();
        if (handedOn) {
            take(in, (Take) way.steps()[0], 1, next -> steps(in, way.steps(), 1, next, () -> fire(way, in)));
        } else {
            steps(in, way.steps(), 0, end, () -> fire(way, in));
        }
        in.to().visitLabel(end);
        in.end(RETURN);
        return name;
    }

    private static PlannedConclusion conclusion(Way way) {
        return (PlannedConclusion) way.then();
    }

    private static boolean isWritable(Step[] steps) {
        return Stream.of(steps).allMatch(step -> step instanceof Ask ask ? Stream.of(ask.ways()).allMatch(RuleCompiler::isWritable)
                : Stream.of(((Take) step).questions()).allMatch(question -> CodeWriter.isWritable(((PlannedTest) question).test())));
    }

    /** Writes steps and what comes when all were gone; runs on behind it when they were gone in every way. */
    private void steps(TestWriter in, Step[] steps, int at, Label fails, Runnable then) {
        if (at == steps.length) {
            then.run();
        } else if (steps[at] instanceof Take take) {
            int candidates = in.variable();
            selections.select(take, in);
            in.to().visitVarInsn(ASTORE, candidates);
            take(in, take, candidates, next -> steps(in, steps, at + 1, next, then));
        } else {
            ask(in, (Ask) steps[at], fails);
            steps(in, steps, at + 1, fails, then);
        }
    }

    /** Something that can fail, and goes on elsewhere then. */
    private interface Rest {
        void write(Label fails);
    }

    /** Takes each of the objects in a variable for which the questions hold. */
    private static void take(TestWriter in, Take take, int candidates, Rest rest) {
        MethodVisitor to = in.to();
        int at = in.variable();
        Class<?> type = CodeWriter.isKnown(take.look()) ? take.look() : Object.class;
        int object = in.keep(take.slot(), type);
        Label next = new Label();
        Label end = new Label();
        to.visitInsn(ICONST_0);
        to.visitVarInsn(ISTORE, at);
        to.visitLabel(next);
        to.visitVarInsn(ILOAD, at);
        to.visitVarInsn(ALOAD, candidates);
        to.visitInsn(ARRAYLENGTH);
        to.visitJumpInsn(IF_ICMPGE, end);
        to.visitVarInsn(ALOAD, 0);
        CodeClass.callDeduction(in, "look", "()V");
        to.visitVarInsn(ALOAD, candidates);
        to.visitVarInsn(ILOAD, at);
        to.visitInsn(AALOAD);
        in.cast(Object.class, type);
        to.visitVarInsn(ASTORE, object);
        to.visitIincInsn(at, 1);
        for (Question question : take.questions()) {
            PlannedTest test = (PlannedTest) question;
            in.jump(test.test(), !test.wanted(), next);
        }
        rest.write(next);
        to.visitJumpInsn(GOTO, next);
        to.visitLabel(end);
    }

    private void ask(TestWriter in, Ask ask, Label fails) {
        Label reached = new Label();
        Label goesOn = new Label();
        for (Step[] way : ask.ways()) {
            Label end = new Label();
            steps(in, way, 0, end, () -> in.to().visitJumpInsn(GOTO, reached));
            in.to().visitLabel(end);
        }
        in.to().visitJumpInsn(GOTO, ask.wanted() ? fails : goesOn);
        in.to().visitLabel(reached);
        if (!ask.wanted()) {
            in.to().visitJumpInsn(GOTO, fails);
        }
        in.to().visitLabel(goesOn);
    }

    private void fire(Way way, TestWriter in) {
        in.to().visitVarInsn(ALOAD, 0);
        in.to().visitLdcInsn(way.kind());
        in.push(conclusion(way).value());
        int[] because = way.because();
        boolean isFew = because.length == 1 || because.length == 2;
        if (isFew) {
            IntStream.of(because).forEach(in::pushSlot);
        } else {
            in.to().visitLdcInsn(because.length);
            in.to().visitTypeInsn(ANEWARRAY, Type.getInternalName(Object.class));
            for (int i = 0; i < because.length; i++) {
                in.to().visitInsn(DUP);
                in.to().visitLdcInsn(i);
                in.pushSlot(because[i]);
                in.to().visitInsn(AASTORE);
            }
        }
        CodeClass.callDeduction(in, isFew ? "fire" : "fireFor", "(I" + OBJECT + (isFew ? OBJECT.repeat(because.length) : OBJECTS) + ")V");
    }
}
