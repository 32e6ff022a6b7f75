package org.supportpolicy.internal.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.internal.check.CheckedRule;
import org.supportpolicy.internal.check.Step;
import org.supportpolicy.internal.engine.RulePlan.Ask;
import org.supportpolicy.internal.engine.RulePlan.Condition;
import org.supportpolicy.internal.engine.RulePlan.Question;
import org.supportpolicy.internal.engine.RulePlan.Take;
import org.supportpolicy.internal.engine.RulePlan.Way;

/** Why a rule does not fire: which of its conditions fail for some facts and findings. */
public final class Failures {

    /**
     * A condition that fails.
     *
     * @param start where it begins in the rule's file
     * @param end where it ends
     * @param looked the facts and findings that it looked at; none when there is nothing of the kind
     */
    public record Failure(int start, int end, List<Object> looked) {}

    private final Way way;
    private final CheckedRule.Way said;
    private final List<?> known;

    private Failures(Way way, CheckedRule.Way said, List<?> known) {
        this.way = way;
        this.said = said;
        this.known = known;
    }

    /**
     * The conditions that fail, of the way with the fewest when there are several; none when the rule fires.
     *
     * @param known the facts and findings
     */
    public static List<Failure> of(CheckedRule rule, List<?> known) {
        RulePlanner planner = new RulePlanner(new Evaluation());
        List<Way> ways = planner.plan(rule).ways();
        List<List<Failure>> failures = new ArrayList<>();
        for (int i = 0; i < ways.size(); i++) {
            failures.add(new Failures(ways.get(i), rule.ways().get(i), known).find(new Object[planner.slots()]));
        }
        return failures.stream().min(Comparator.comparingInt(List::size)).orElseThrow();
    }

    /** What a rule concludes, for each of its ways; empty where that hangs on what it looks at. */
    public static List<Optional<Finding>> conclusions(CheckedRule rule) {
        List<Way> ways = new RulePlanner(new Evaluation()).plan(rule).ways();
        return IntStream.range(0, ways.size()).mapToObj(i -> rule.ways().get(i).then().slots().findAny().isPresent()
                ? Optional.<Finding>empty()
                : Optional.of((Finding) Objects.requireNonNull(ways.get(i).then().of(null, new Object[0])))).toList();
    }

    /** Follows all matches as far as they go; what comes after is only asked what stands for itself. */
    private List<Failure> find(Object[] none) {
        List<Failure> failures = new ArrayList<>();
        List<Object[]> matches = Collections.singletonList(none);
        for (int at = 0; at < way.steps().length; at++) {
            RulePlan.Step step = way.steps()[at];
            Step written = said.steps().get(at);
            boolean goesOn = failures.isEmpty();
            List<Object[]> next = new ArrayList<>();
            for (Object[] match : matches) {
                if (step instanceof Take take) {
                    candidates(take, goesOn ? match : null).forEach(candidate -> next.add(with(match, take.slot(), candidate)));
                } else if (!goesOn || answers((Ask) step, match)) {
                    next.add(match);
                }
            }
            if (next.isEmpty()) {
                failures.addAll(step instanceof Take take ? failed(take, (Step.Look) written, matches.get(0), goesOn)
                        : List.of(failed((Ask) step, written, matches.get(0))));
            } else if (goesOn) {
                matches = next;
            }
        }
        return failures;
    }

    private static Object[] with(Object[] match, int slot, Object candidate) {
        Object[] with = match.clone();
        with[slot] = candidate;
        return with;
    }

    /** What can be taken; without a match, as far as a candidate stands for itself. */
    private List<Object> candidates(Take take, Object[] match) {
        List<Object> candidates = new ArrayList<>();
        for (Object object : known) {
            if (take.look().isInstance(object)
                    && Arrays.stream(take.selection().conditions())
                            .allMatch(condition -> condition.question().holds(object, new Object[0]))
                    && (match == null || holds(take, with(match, take.slot(), object), object))) {
                candidates.add(object);
            }
        }
        return candidates;
    }

    private static boolean holds(Take take, Object[] match, Object candidate) {
        for (Question question : take.questions()) {
            if (!question.holds(candidate, match)) {
                return false;
            }
        }
        return true;
    }

    private boolean answers(Ask ask, Object[] match) {
        for (RulePlan.Step[] steps : ask.ways()) {
            if (reaches(steps, 0, match)) {
                return ask.wanted();
            }
        }
        return !ask.wanted();
    }

    private boolean reaches(RulePlan.Step[] steps, int at, Object[] match) {
        if (at == steps.length) {
            return true;
        } else if (steps[at] instanceof Ask ask) {
            return answers(ask, match) && reaches(steps, at + 1, match);
        }
        Take take = (Take) steps[at];
        return candidates(take, match).stream().anyMatch(candidate -> reaches(steps, at + 1, with(match, take.slot(), candidate)));
    }

    /** What fails of the candidate of which the least does. */
    private List<Failure> failed(Take take, Step.Look written, Object[] match, boolean goesOn) {
        List<Failure> fewest = null;
        for (Object candidate : known) {
            if (take.look().isInstance(candidate)) {
                List<Failure> failed = failed(take, written, match, goesOn, candidate);
                fewest = fewest == null || failed.size() < fewest.size() ? failed : fewest;
            }
        }
        return fewest == null ? List.of(new Failure(written.start(), written.said().end(), List.of())) : fewest;
    }

    private static List<Failure> failed(Take take, Step.Look written, Object[] match, boolean goesOn, Object candidate) {
        List<Failure> failed = new ArrayList<>();
        Condition[] alone = take.selection().conditions();
        int conditions = 0;
        int questions = 0;
        for (Step.Checked test : written.tests()) {
            Question question = Reads.isAlone(test.test(), written.slot()) ? alone[conditions++].question() : take.questions()[questions++];
            boolean isAsked = goesOn || Reads.isAlone(test.test(), written.slot());
            if (isAsked && !question.holds(candidate, with(match, take.slot(), candidate))) {
                failed.add(new Failure(test.said().start(), test.said().end(), List.of(candidate)));
            }
        }
        return failed;
    }

    /** What is there and must not be, or is not there and must be. */
    private Failure failed(Ask ask, Step written, Object[] match) {
        List<Object> looked = new ArrayList<>();
        for (RulePlan.Step[] steps : ask.ways()) {
            if (!ask.wanted() && steps[0] instanceof Take take && reaches(steps, 0, match)) {
                looked.addAll(candidates(take, match));
            }
        }
        return written instanceof Step.Ask asked ? new Failure(asked.said().start(), asked.said().end(), looked)
                : new Failure(((Step.AskExcept) written).exception().start(), ((Step.AskExcept) written).exception().said().end(), looked);
    }
}
