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

/** One fact set being decided: what is known so far, and what was concluded from it. Not thread-safe. */
final class Deduction {

    private static final List<Object> NOTHING = List.of();
    /** Far more combinations than any rule looks at for each time that rules may fire. */
    private static final int LOOKS_PER_FIRING = 500;

    private final RuleEngine engine;
    private final @Nullable Predicate<String> which;
    private final int limit;
    private final @Nullable List<Object>[] objects;
    private final @Nullable List<Object>[] selected;
    private final @Nullable Object[] matched;
    private final List<Conclusion> conclusions = new ArrayList<>(32);
    private Try trying;
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
    @SuppressWarnings("unchecked")
    Deduction(RuleEngine engine, @Nullable Predicate<String> which, int limit, @Nullable Object onlooker) {
        this.engine = engine;
        this.which = which;
        this.limit = limit;
        this.objects = new List[engine.types()];
        this.selected = new List[engine.selections()];
        this.matched = new Object[engine.slots() + 1];
        this.matched[engine.slots()] = onlooker;
    }

    /** Takes a fact or finding for known. */
    void add(Object known) {
        for (int type : engine.numbers(known.getClass())) {
            if (objects[type] == null) {
                objects[type] = new ArrayList<>(4);
            }
            objects[type].add(known);
        }
    }

    /** The rule that was tried last. */
    CheckedRule rule() {
        return trying.rule();
    }

    /**
     * Concludes what can be concluded.
     *
     * @throws Endless if the rules fire more often than they may, or look at more combinations
     */
    List<Conclusion> conclude() throws Endless {
        for (Stratum stratum : engine.strata()) {
            attempt(stratum.once());
            if (stratum.again().length > 0) {
                settle(stratum);
            }
        }
        return conclusions;
    }

    /** Tries rules that feed each other until nothing new comes of them; what they conclude in the last round is all they conclude. */
    private void settle(Stratum stratum) throws Endless {
        int before = conclusions.size();
        do {
            conclusions.subList(before, conclusions.size()).clear();
            grown = false;
            Arrays.fill(selected, null);
            attempt(stratum.again());
        } while (grown);
    }

    private void attempt(Group[] groups) throws Endless {
        for (Group group : groups) {
            for (Try next : group.tries()) {
                if (which == null || which.test(next.rule().name())) {
                    trying = next; // whose condition it is, should the selection fail
                    if (group.first() != null && select(group.first()).isEmpty()) {
                        break;
                    }
                    follow(next.way(), 0);
                }
            }
        }
    }

    /** Goes on with a way from a step, and fires its rule for every way to its end. */
    private void follow(Way way, int at) throws Endless {
        if (at == way.steps().length) {
            fire(way);
        } else if (way.steps()[at] instanceof Take take) {
            List<Object> candidates = select(take.selection());
            for (int i = 0, end = candidates.size(); i < end; i++) {
                if (takes(take, candidates.get(i))) {
                    follow(way, at + 1);
                }
            }
        } else if (answers((Ask) way.steps()[at])) {
            follow(way, at + 1);
        }
    }

    private boolean takes(Take take, Object candidate) throws Endless {
        if (++looks > (long) limit * LOOKS_PER_FIRING) {
            throw new Endless(null);
        }
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
        List<Object> candidates = select(take.selection());
        for (int i = 0, end = candidates.size(); i < end; i++) {
            if (takes(take, candidates.get(i)) && reaches(steps, at + 1)) {
                return true;
            }
        }
        return false;
    }

    private List<Object> select(Selection selection) {
        List<Object> found = selected[selection.number()];
        if (found == null) {
            found = found(selection);
            selected[selection.number()] = found;
        }
        return found;
    }

    private List<Object> found(Selection selection) {
        List<Object> all = objects[selection.type()];
        if (all == null || selection.conditions().length == 0) {
            return all == null ? NOTHING : all;
        }
        List<Object> found = NOTHING;
        for (int i = 0, end = all.size(); i < end; i++) {
            if (holds(selection.conditions(), all.get(i))) {
                if (found == NOTHING) {
                    found = new ArrayList<>(2);
                }
                found.add(all.get(i));
            }
        }
        return found;
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
        if (++firings > limit) {
            throw new Endless(conclusions);
        }
        Finding finding = (Finding) Objects.requireNonNull(way.then().of(null, matched));
        int[] because = way.because();
        Object[] matches = new Object[because.length];
        for (int i = 0; i < because.length; i++) {
            matches[i] = matched[because[i]];
        }
        conclusions.add(new Conclusion(trying.rule().name(), known(finding), List.of(matches)));
    }

    /** The equal finding that is known already, or this one from now on. */
    private Finding known(Finding finding) {
        int[] types = engine.numbers(finding.getClass());
        List<Object> others = types.length > 0 && objects[types[0]] != null ? objects[types[0]] : NOTHING;
        for (int i = 0, end = others.size(); i < end; i++) {
            if (others.get(i).equals(finding)) {
                return (Finding) others.get(i);
            }
        }
        add(finding);
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
