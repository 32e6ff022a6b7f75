package org.supportpolicy.internal.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.internal.engine.RulePlan.Ask;
import org.supportpolicy.internal.engine.RulePlan.Condition;
import org.supportpolicy.internal.check.CheckedRule;
import org.supportpolicy.internal.engine.RulePlan.Question;
import org.supportpolicy.internal.engine.RulePlan.Selection;
import org.supportpolicy.internal.engine.RulePlan.Step;
import org.supportpolicy.internal.engine.RulePlan.Take;
import org.supportpolicy.internal.engine.RulePlan.Way;
import org.supportpolicy.internal.engine.Strata.Group;
import org.supportpolicy.internal.engine.Strata.Stratum;
import org.supportpolicy.internal.engine.Strata.Try;

/**
 * One fact set being decided: what is known so far, and what was concluded from it. The rules are tried here by their plan, or by their
 * {@link RuleCode}, which looks things up here and fires rules. Not thread-safe.
 */
final class Deduction {

    static final Object[] NOTHING = {};
    /** Far more combinations than any rule looks at for each time that rules may fire. */
    private static final int LOOKS_PER_FIRING = 500;

    private final RuleEngine engine;
    private final @Nullable Predicate<String> which;
    private final @Nullable RuleCode code;
    private final int limit;
    private final long mostLooks;
    /** What is known, by the numbers of classes; an array that is made anew when something is added. */
    final Object[][] objects;
    /** What was selected, by the numbers of selections; null for what was not asked for yet. */
    final Object @Nullable [][] selected;
    private final @Nullable Object[] matched;
    private final List<Conclusion> conclusions = new ArrayList<>(32);
    /** The number of the rule that is tried. */
    int trying;
    private int firings;
    private long looks;
    private boolean grown;

    /**
     * Begins.
     *
     * @param which the names of the rules that may fire; null for all
     * @param limit how often rules may fire
     * @param onlooker what comes behind the slots of what is matched, for an evaluation that looks on; null for none
     */
    Deduction(RuleEngine engine, @Nullable Predicate<String> which, int limit, @Nullable Object onlooker) {
        this.engine = engine;
        this.which = which;
        this.code = which == null ? engine.code() : null;
        this.limit = limit;
        this.mostLooks = (long) limit * LOOKS_PER_FIRING;
        this.objects = engine.nothing();
        this.selected = new Object[engine.selections()][];
        this.matched = new Object[engine.slots() + 1];
        this.matched[engine.slots()] = onlooker;
    }

    /** Takes a fact or finding for known. */
    void add(Object known) {
        add(known, engine.numbers(known.getClass()));
    }

    private void add(Object known, int[] types) {
        for (int type : types) {
            Object[] before = objects[type];
            if (before.length == 0) { // as for most
                objects[type] = new Object[] {known};
            } else {
                objects[type] = Arrays.copyOf(before, before.length + 1);
                objects[type][before.length] = known;
            }
        }
    }

    /** The rule that was tried last. */
    CheckedRule rule() {
        return engine.rules().get(trying);
    }

    /**
     * Concludes what can be concluded.
     *
     * @throws Endless if the rules fire more often than they may, or look at more combinations
     */
    List<Conclusion> conclude() throws Endless {
        Stratum[] strata = engine.strata();
        for (int i = 0; i < strata.length; i++) {
            attempt(strata[i].once(), 2 * i);
            if (strata[i].again().length > 0) {
                settle(strata[i].again(), 2 * i + 1);
            }
        }
        return conclusions;
    }

    /** Tries rules that feed each other until nothing new comes of them; what they conclude in the last round is all they conclude. */
    private void settle(Group[] groups, int number) throws Endless {
        int before = conclusions.size();
        do {
            conclusions.subList(before, conclusions.size()).clear();
            grown = false;
            Arrays.fill(selected, null);
            attempt(groups, number);
        } while (grown);
    }

    private void attempt(Group[] groups, int number) throws Endless {
        if (code != null) {
            code.attempt(number, this);
            return;
        }
        for (Group group : groups) {
            for (Try next : group.tries()) {
                if (which == null || which.test(next.rule().name())) {
                    trying = next.number(); // whose condition it is, should the selection fail
                    if (group.first() != null && select(group.first()).length == 0) {
                        break;
                    }
                    follow(next.way());
                }
            }
        }
    }

    /** Goes a way, and fires its rule for every way to its end. */
    void follow(Way way) throws Endless {
        follow(way, 0);
    }

    /** Goes on with a way from a step, and fires its rule for every way to its end. */
    private void follow(Way way, int at) throws Endless {
        if (at == way.steps().length) {
            fire(way);
        } else if (way.steps()[at] instanceof Take take) {
            for (Object candidate : select(take.selection())) {
                if (takes(take, candidate)) {
                    follow(way, at + 1);
                }
            }
        } else if (answers((Ask) way.steps()[at])) {
            follow(way, at + 1);
        }
    }

    /** Counts that something is looked at. */
    void look() throws Endless {
        if (++looks > mostLooks) {
            throw new Endless(null);
        }
    }

    private boolean takes(Take take, Object candidate) throws Endless {
        look();
        matched[take.slot()] = candidate;
        for (Question question : take.questions()) {
            if (!question.holds(candidate, matched)) {
                return false;
            }
        }
        return true;
    }

    private boolean answers(Ask ask) throws Endless {
        for (Step[] way : ask.ways()) {
            if (reaches(way, 0)) {
                return ask.wanted();
            }
        }
        return !ask.wanted();
    }

    /** Whether there is a way to the end. */
    private boolean reaches(Step[] steps, int at) throws Endless {
        if (at == steps.length) {
            return true;
        }
        if (steps[at] instanceof Ask ask) {
            return answers(ask) && reaches(steps, at + 1);
        }
        Take take = (Take) steps[at];
        for (Object candidate : select(take.selection())) {
            if (takes(take, candidate) && reaches(steps, at + 1)) {
                return true;
            }
        }
        return false;
    }

    /** The objects of a selection. */
    Object[] select(Selection selection) {
        Object[] all = objects[selection.type()];
        if (all.length == 0 || selection.conditions().length == 0) {
            return all;
        }
        Object[] found = selected[selection.number()];
        if (found == null) {
            found = found(selection.conditions(), all);
            selected[selection.number()] = found;
        }
        return found;
    }

    private Object[] found(Condition[] conditions, Object[] all) {
        if (all.length == 1) {
            return holds(conditions, all[0]) ? all : NOTHING;
        }
        Object[] found = new Object[all.length];
        int count = 0;
        for (Object one : all) {
            if (holds(conditions, one)) {
                found[count++] = one;
            }
        }
        return count == 0 ? NOTHING : Arrays.copyOf(found, count);
    }

    private boolean holds(Condition[] conditions, Object object) {
        for (Condition condition : conditions) {
            if (!condition.question().holds(object, matched)) {
                return false;
            }
        }
        return true;
    }

    private void fire(Way way) throws Endless {
        int[] slots = way.because();
        Object concluded = way.then().of(null, matched);
        if (slots.length == 1) {
            fire(way.kind(), concluded, matched[slots[0]]);
        } else if (slots.length == 2) {
            fire(way.kind(), concluded, matched[slots[0]], matched[slots[1]]);
        } else {
            Object[] matches = new Object[slots.length];
            for (int i = 0; i < matches.length; i++) {
                matches[i] = matched[slots[i]];
            }
            fireFor(way.kind(), concluded, matches);
        }
    }

    // most rules look at one thing or two, of which a list is small

    /** Fires the rule that is tried, because of one thing. */
    void fire(int kind, @Nullable Object concluded, @Nullable Object because) throws Endless {
        fired(kind, concluded, List.of(because));
    }

    /** Fires the rule that is tried, because of two things. */
    void fire(int kind, @Nullable Object concluded, @Nullable Object because, @Nullable Object and) throws Endless {
        fired(kind, concluded, List.of(because, and));
    }

    /** Fires the rule that is tried, because of any number of things. */
    void fireFor(int kind, @Nullable Object concluded, @Nullable Object[] because) throws Endless {
        fired(kind, concluded, List.of(because));
    }

    private void fired(int kind, @Nullable Object concluded, List<Object> because) throws Endless {
        if (++firings > limit) {
            throw new Endless(conclusions);
        }
        Finding finding = known((Finding) Objects.requireNonNull(concluded), kind);
        conclusions.add(new Conclusion(trying, finding, because));
    }

    /** The equal finding that is known already, or this one from now on. */
    private Finding known(Finding finding, int kind) {
        for (Object other : objects[kind]) {
            if (other.equals(finding)) {
                return (Finding) other;
            }
        }
        add(finding, engine.numbers(kind));
        grown = true;
        return finding;
    }

    /** Thrown when rules feed themselves without end, or one of them looks without end. */
    static final class Endless extends Exception {

        private static final long serialVersionUID = 1L;

        /** What was concluded in the round that was broken off; null when a rule was still looking. */
        final transient @Nullable List<Conclusion> round;

        Endless(@Nullable List<Conclusion> round) {
            super(null, null, false, false);
            this.round = round;
        }
    }
}
