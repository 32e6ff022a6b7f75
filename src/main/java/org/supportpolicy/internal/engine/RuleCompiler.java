package org.supportpolicy.internal.engine;

import static org.objectweb.asm.Opcodes.AALOAD;
import static org.objectweb.asm.Opcodes.AASTORE;
import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ACONST_NULL;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ANEWARRAY;
import static org.objectweb.asm.Opcodes.ARETURN;
import static org.objectweb.asm.Opcodes.ARRAYLENGTH;
import static org.objectweb.asm.Opcodes.ASTORE;
import static org.objectweb.asm.Opcodes.ATHROW;
import static org.objectweb.asm.Opcodes.DUP;
import static org.objectweb.asm.Opcodes.GETFIELD;
import static org.objectweb.asm.Opcodes.GETSTATIC;
import static org.objectweb.asm.Opcodes.GOTO;
import static org.objectweb.asm.Opcodes.ICONST_0;
import static org.objectweb.asm.Opcodes.ICONST_1;
import static org.objectweb.asm.Opcodes.IFEQ;
import static org.objectweb.asm.Opcodes.IFNE;
import static org.objectweb.asm.Opcodes.IFNONNULL;
import static org.objectweb.asm.Opcodes.IF_ICMPGE;
import static org.objectweb.asm.Opcodes.IF_ICMPNE;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.IRETURN;
import static org.objectweb.asm.Opcodes.ISHR;
import static org.objectweb.asm.Opcodes.ISTORE;
import static org.objectweb.asm.Opcodes.POP;
import static org.objectweb.asm.Opcodes.PUTFIELD;
import static org.objectweb.asm.Opcodes.RETURN;
import static org.objectweb.asm.Opcodes.V17;

import java.lang.invoke.MethodHandles;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.objectweb.asm.ClassTooLargeException;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;
import org.supportpolicy.internal.engine.RulePlan.Ask;
import org.supportpolicy.internal.engine.RulePlan.Condition;
import org.supportpolicy.internal.engine.RulePlan.Question;
import org.supportpolicy.internal.engine.RulePlan.Selection;
import org.supportpolicy.internal.engine.RulePlan.Step;
import org.supportpolicy.internal.engine.RulePlan.Take;
import org.supportpolicy.internal.engine.RulePlan.Way;
import org.supportpolicy.internal.engine.Strata.Group;
import org.supportpolicy.internal.engine.Strata.Stratum;
import org.supportpolicy.internal.engine.Strata.Try;

/**
 * Writes the rules of a policy out as a class: a method for each selection, for each way of a rule, and for each test and conclusion by
 * itself. What looks at classes that the loader of this library does not know, as those of declared facts, is left to the plan. Not
 * thread-safe.
 */
final class RuleCompiler {

    private static final String CODE = Type.getInternalName(RuleCode.class);
    private static final String NAME = CODE + "Made";
    private static final String DEDUCTION = Type.getInternalName(Deduction.class);
    private static final String OBJECT = Type.getDescriptor(Object.class);
    private static final String OBJECTS = "[" + OBJECT;
    private static final String[] ENDLESS = {Type.getInternalName(Deduction.Endless.class)};
    private static final String TRIES = "(L" + DEDUCTION + ";)V";
    private static final String GOES = "(L" + DEDUCTION + ";" + OBJECTS + ")V";
    private static final String SELECTS = "(L" + DEDUCTION + ";)" + OBJECTS;
    private static final String HOLDS = OBJECT + OBJECTS + ")Z";
    private static final String CONCLUDED = OBJECTS + ")" + OBJECT;
    /** How many cases a method decides between, as a power of two: the JVM compiles no method that is too long. */
    private static final int CASES = 7;

    private final RulePlanner planned;
    private final CodeConstants constants = new CodeConstants(NAME);
    private final ClassWriter code = new ClassWriter(ClassWriter.COMPUTE_FRAMES) {
        @Override
        protected String getCommonSuperClass(String one, String other) {
            return Type.getInternalName(Object.class); // nothing is asked of what could be either
        }
    };
    /** How often each selection is asked for; one that is asked for once need not be kept. */
    private final Map<Integer, Integer> asked = new HashMap<>();
    private final Set<Integer> selections = new HashSet<>();
    private int ways;
    private int groups;

    private RuleCompiler(RulePlanner planned) {
        this.planned = planned;
    }

    /**
     * Compiles rules, and has their tests and conclusions worked out by what comes of it.
     *
     * @param planned what was planned of them
     * @return nothing if it is more than a class can hold
     */
    static Optional<RuleCode> compile(Stratum[] strata, RulePlanner planned) {
        RuleCompiler compiler = new RuleCompiler(planned);
        RuleCode made;
        try {
            byte[] bytes = compiler.code(strata);
            made = (RuleCode) MethodHandles.lookup().defineHiddenClassWithClassData(bytes, compiler.constants.values(), true)
                    .lookupClass().getDeclaredConstructor().newInstance();
        } catch (MethodTooLargeException | ClassTooLargeException e) {
            return Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        planned.tests().stream().filter(test -> CodeWriter.isWritable(test.test())).forEach(test -> test.by(made));
        planned.conclusions().stream().filter(then -> CodeWriter.isWritable(then.value())).forEach(then -> then.by(made));
        return Optional.of(made);
    }

    private byte[] code(Stratum[] strata) {
        Stream.of(strata).forEach(stratum -> {
            Stream.of(stratum.once()).forEach(group -> count(group, true));
            Stream.of(stratum.again()).forEach(group -> count(group, false));
        });
        code.visit(V17, ACC_FINAL, NAME, null, CODE, null);
        CodeWriter made = method(0, "<init>", "()V", 1);
        made.to().visitVarInsn(ALOAD, 0);
        made.to().visitMethodInsn(INVOKESPECIAL, CODE, "<init>", "()V", false);
        made.end(RETURN);
        strata(strata);
        planned.tests().forEach(this::test);
        numbered("holds", HOLDS, 2, planned.tests().size(), IRETURN);
        planned.conclusions().forEach(this::conclusion);
        numbered("concluded", CONCLUDED, 1, planned.conclusions().size(), ARETURN);
        constants.write(code);
        code.visitEnd();
        return code.toByteArray();
    }

    private void count(Group group, boolean once) {
        boolean handsOn = once && group.first() != null;
        if (group.first() != null) {
            count(group.first());
        }
        Stream.of(group.tries()).forEach(one -> Stream.of(one.way().steps()).skip(handsOn ? 1 : 0).forEach(this::count));
    }

    private void count(Step step) {
        if (step instanceof Take take) {
            count(take.selection());
        } else {
            Stream.of(((Ask) step).ways()).flatMap(Stream::of).forEach(this::count);
        }
    }

    private void count(Selection selection) {
        asked.merge(selection.number(), 1, Integer::sum);
    }

    private CodeWriter method(int access, String name, String descriptor, int variables) {
        MethodVisitor to = code.visitMethod(access, name, descriptor, null, ENDLESS);
        to.visitCode();
        return new CodeWriter(to, constants, variables);
    }

    private static void call(CodeWriter from, String method, String descriptor) {
        from.to().visitMethodInsn(INVOKESTATIC, NAME, method, descriptor, false);
    }

    private static void callDeduction(CodeWriter from, String method, String descriptor) {
        from.to().visitMethodInsn(INVOKEVIRTUAL, DEDUCTION, method, descriptor, false);
    }

    // ---- strata

    private void strata(Stratum[] strata) {
        CodeWriter all = method(0, "attempt", "(IL" + DEDUCTION + ";)V", 3);
        all.to().visitVarInsn(ILOAD, 1);
        cases(all, 0, 2 * strata.length, stratum -> {
            boolean once = stratum % 2 == 0;
            Group[] groups = once ? strata[stratum / 2].once() : strata[stratum / 2].again();
            for (int from = 0; from < groups.length; from += 1 << CASES) {
                all.to().visitVarInsn(ALOAD, 2);
                call(all, "groups" + this.groups, TRIES);
                groups(groups, from, Math.min(from + (1 << CASES), groups.length), once);
            }
            all.to().visitInsn(RETURN);
        });
        all.end(RETURN);
    }

    /** Decides by the number that was pushed between so many from the first, and goes on behind them if it is none of these. */
    private static void cases(CodeWriter in, int first, int count, IntConsumer write) {
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

    private void groups(Group[] all, int from, int end, boolean once) {
        CodeWriter some = method(ACC_STATIC, "groups" + groups++, TRIES, 1);
        for (int i = from; i < end; i++) {
            group(all[i], once, some);
        }
        some.end(RETURN);
    }

    /**
     * Writes a group.
     *
     * @param once whether nothing that its rules look at comes while they are tried, so that each can be handed what they look at first
     */
    private void group(Group group, boolean once, CodeWriter in) {
        MethodVisitor to = in.to();
        Label next = new Label();
        int first = in.variable();
        for (int i = 0; i < group.tries().length; i++) {
            Try one = group.tries()[i];
            to.visitVarInsn(ALOAD, 0);
            to.visitLdcInsn(one.number()); // whose condition it is, should the selection fail
            to.visitFieldInsn(PUTFIELD, DEDUCTION, "trying", "I");
            if (i == 0 && group.first() != null) {
                select(group.first(), (Take) one.way().steps()[0], in);
                to.visitInsn(DUP);
                to.visitVarInsn(ASTORE, first);
                to.visitInsn(ARRAYLENGTH);
                to.visitJumpInsn(IFEQ, next);
            }
            to.visitVarInsn(ALOAD, 0);
            if (!isWritable(one.way().steps()) || !CodeWriter.isWritable(conclusion(one.way()).value())) {
                constants.push(one.way(), to);
                in.cast(Object.class, Way.class);
                callDeduction(in, "follow", "(" + Type.getDescriptor(Way.class) + ")V");
            } else if (group.first() == null || !once) {
                call(in, way(one.way(), TRIES), TRIES);
            } else {
                to.visitVarInsn(ALOAD, first);
                call(in, way(one.way(), GOES), GOES);
            }
        }
        to.visitLabel(next);
    }

    /** Writes a way as a method of its own, which may be called with the objects that it looks at first. */
    private String way(Way way, String descriptor) {
        String name = "way" + ways++;
        boolean goes = descriptor.equals(GOES);
        CodeWriter in = method(ACC_STATIC, name, descriptor, goes ? 2 : 1);
        Label end = new Label();
        if (goes) {
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
    private void steps(CodeWriter in, Step[] steps, int at, Label fails, Runnable then) {
        if (at == steps.length) {
            then.run();
        } else if (steps[at] instanceof Take take) {
            int candidates = in.variable();
            select(take.selection(), take, in);
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
    private static void take(CodeWriter in, Take take, int candidates, Rest rest) {
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
        callDeduction(in, "look", "()V");
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

    private void ask(CodeWriter in, Ask ask, Label fails) {
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

    private void fire(Way way, CodeWriter in) {
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
        callDeduction(in, isFew ? "fire" : "fireFor", "(I" + OBJECT + (isFew ? OBJECT.repeat(because.length) : OBJECTS) + ")V");
    }

    // ---- selections

    /** Pushes the objects of a selection. */
    private void select(Selection selection, Take take, CodeWriter in) {
        if (selection.conditions().length == 0) {
            objects(selection, in.to());
            return;
        }
        in.to().visitVarInsn(ALOAD, 0);
        call(in, "selection" + selection.number(), SELECTS);
        if (selections.add(selection.number())) {
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
        CodeWriter in = method(ACC_STATIC, "selection" + selection.number(), SELECTS, 2);
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
        constants.push(selection, to);
        in.cast(Object.class, Selection.class);
        callDeduction(in, "select", "(" + Type.getDescriptor(Selection.class) + ")" + OBJECTS);
        in.end(ARETURN);
    }

    private static void selected(Selection selection, MethodVisitor to) {
        to.visitVarInsn(ALOAD, 0);
        to.visitFieldInsn(GETFIELD, DEDUCTION, "selected", "[" + OBJECTS);
        to.visitLdcInsn(selection.number());
    }

    /** Tries the only object, and pushes what comes of it. */
    private static void one(Selection selection, Class<?> type, CodeWriter in) {
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

    // ---- by number

    private void test(PlannedTest test) {
        CodeWriter in = method(ACC_STATIC, "holds" + test.number(), "(" + HOLDS, 2);
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
        CodeWriter in = method(ACC_STATIC, "concluded" + conclusion.number(), "(" + CONCLUDED, 1);
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
        CodeWriter all = method(0, name, some, inputs + 2);
        all.to().visitVarInsn(ILOAD, 1);
        all.to().visitLdcInsn(CASES);
        all.to().visitInsn(ISHR);
        cases(all, 0, (count + (1 << CASES) - 1) >> CASES, block -> {
            all.to().visitVarInsn(ILOAD, 1);
            load(all, 2, inputs);
            call(all, name + "From" + block, some);
            all.to().visitInsn(returns);
            CodeWriter within = method(ACC_STATIC, name + "From" + block, some, inputs + 1);
            within.to().visitVarInsn(ILOAD, 0);
            int first = block << CASES;
            cases(within, first, Math.min(1 << CASES, count - first), number -> {
                load(within, 1, inputs);
                call(within, name + number, "(" + descriptor);
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
}
