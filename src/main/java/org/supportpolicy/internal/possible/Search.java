package org.supportpolicy.internal.possible;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.Reason;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.finding.FollowUpOwed;
import org.supportpolicy.finding.ResponseOwed;
import org.supportpolicy.finding.SupportAnswer;
import org.supportpolicy.internal.possible.Answers.Answer;
import org.supportpolicy.internal.possible.Completions.Possible;

/** Which answers of one decision are open, and in which choices of what is unknown each of them comes. Not thread-safe. */
final class Search {

    /**
     * An answer that is open.
     *
     * @param section where it stands in a decision
     * @param isSingle whether it is one of what it may be; else each of these is for itself
     * @param isPromise whether it goes by what is excluded and suspended
     * @param choices what it may be, each with the choices in which it comes
     */
    record Open(String section, boolean isSingle, boolean isPromise, Map<Finding, Integer> choices) {}

    /**
     * An answer that is given, and what else it may be.
     *
     * @param section where it stands in a decision
     * @param given what it is
     * @param other what it may be
     * @param choices those in which it is that
     */
    record Early(String section, Finding given, Finding other, int choices) {}

    private static final BitSet NONE = new BitSet();

    private final Answers answers;
    private final Unknowns unknowns;
    private final List<Reason> reasons;
    private final Diagram diagram;
    private final List<Answer> open = new ArrayList<>();
    private final boolean isSupportOpen;
    private final Memory memory;
    private Completions all;

    private Search(Answers answers, Unknowns unknowns, List<Reason> reasons, Memory memory) {
        this.answers = answers;
        this.unknowns = unknowns;
        this.reasons = reasons;
        this.memory = memory;
        this.diagram = memory.diagram();
        this.isSupportOpen = given(answers.support) != SupportAnswer.NOT_OWED;
        addOpen();
    }

    /** Looks for what is needed. */
    static Search forNeeds(Answers answers, Unknowns unknowns, List<Reason> reasons, Memory memory) {
        Search search = new Search(answers, unknowns, reasons, memory);
        BitSet wanted = new BitSet(answers.map().rules());
        for (int i = 0; i < search.open.size(); i++) {
            wanted.or(search.open.get(i).under());
        }
        if (search.isSupportOpen) {
            wanted.or(answers.refusal.under());
            wanted.or(answers.gate.under());
        }
        return search.look(answers.kept(), wanted);
    }

    /** Looks for what would come of what. */
    static Search forOutcomes(Answers answers, Unknowns unknowns, List<Reason> reasons, Memory memory) {
        Search search = new Search(answers, unknowns, reasons, memory);
        BitSet wanted = new BitSet(answers.map().rules());
        search.open.forEach(answer -> wanted.or(answer.whole()));
        answers.members.forEach(answer -> wanted.or(answer.whole()));
        if (search.isSupportOpen) {
            wanted.or(answers.support.whole());
        }
        return search.look(NONE, wanted);
    }

    /** Looks for answers that are given too early. */
    static Search forEarly(Answers answers, Unknowns unknowns, List<Reason> reasons, Memory memory) {
        BitSet wanted = new BitSet(answers.map().rules());
        answers.single().forEach(answer -> wanted.or(answer.under()));
        return new Search(answers, unknowns, reasons, memory).look(answers.keptForPromises(), wanted);
    }

    private Search look(BitSet kept, BitSet wanted) {
        all = new Completions(answers.map(), memory, unknowns, reasons, kept, wanted, answers.underMembers);
        return this;
    }

    private void addOpen() {
        for (int i = 0; i < answers.alone.size(); i++) {
            addOpen(answers.alone.get(i));
        }
        addOpen(answers.responseOwed);
        if (!(given(answers.responseOwed) instanceof ResponseOwed response) || response.owed()) {
            addOpen(answers.responseStatus);
            addOpen(answers.clockStart);
        }
        addOpen(answers.followUpOwed);
        if (given(answers.followUpOwed) instanceof FollowUpOwed owed && owed.owed()) {
            addOpen(answers.followUpStatus);
        }
    }

    private void addOpen(Answer answer) {
        if (answer.kind() >= 0 && given(answer) == null) {
            open.add(answer);
        }
    }

    private @Nullable Finding given(Answer answer) {
        for (int i = 0; i < reasons.size(); i++) {
            if (answer.finding().isInstance(reasons.get(i).concludes())) {
                return answer.value().apply(reasons.get(i).concludes());
            }
        }
        return null;
    }

    Unknowns unknowns() {
        return unknowns;
    }

    /**
     * The answers that are open, each with what it may be. Support is open in its gates: whether a clause refuses it, and which gates are
     * open while none does.
     */
    List<Open> open() {
        List<Open> all = new ArrayList<>();
        for (int i = 0; i < open.size(); i++) {
            if (!this.all.isCertain(open.get(i).kind())) {
                all.add(new Open(open.get(i).section(), true, open.get(i).isPromise(), choices(open.get(i))));
            }
        }
        if (isSupportOpen) {
            all.add(new Open(answers.support.section(), true, false, gates()));
        }
        members(all);
        return all;
    }

    /**
     * The answers that are open or, being that of support, not final, each with what it may be; without the start of a clock, which is
     * counted from whatever instant is tried.
     */
    List<Open> answers() {
        List<Open> all = new ArrayList<>();
        open.stream().filter(answer -> answer != answers.clockStart)
                .forEach(answer -> all.add(new Open(answer.section(), true, answer.isPromise(), choices(answer))));
        if (isSupportOpen) {
            Map<Finding, Integer> support = choices(answers.support);
            support.remove(SupportAnswer.UNDETERMINED);
            all.add(new Open(answers.support.section(), true, false, support));
        }
        members(all);
        return all;
    }

    /** The answers that are given, with what else they may be: each in the choices in which it is, as long as nothing is assumed. */
    List<Early> early() {
        List<Early> early = new ArrayList<>();
        BitSet assumed = unknowns.assumed();
        for (Answer answer : answers.single()) {
            Finding given = given(answer);
            if (given != null && given != SupportAnswer.UNDETERMINED && !all.isCertain(answer.kind())) {
                choices(answer).forEach((other, choices) -> {
                    int narrowed = diagram.first(choices, assumed);
                    if (!other.equals(given) && other != SupportAnswer.UNDETERMINED && narrowed != Diagram.NEVER) {
                        early.add(new Early(answer.section(), given, other, narrowed));
                    }
                });
            }
        }
        return early;
    }

    /**
     * The choices in which what others take as it is, is as it was decided.
     *
     * @param which the kinds of it that matter
     */
    static int asDecided(Answers answers, Unknowns unknowns, List<Reason> reasons, Memory memory, Predicate<Answer> which) {
        Search search = new Search(answers, unknowns, reasons, memory).look(answers.kept(), answers.underKept);
        int all = Diagram.ALWAYS;
        for (Answer kept : answers.keptAnswers.stream().filter(which).toList()) {
            for (Possible possible : search.possible(kept)) {
                boolean isDecided = search.isConcluded((Finding) possible.object());
                all = search.diagram.and(all, isDecided ? possible.choices() : search.diagram.not(possible.choices()));
            }
        }
        return all;
    }

    private Map<Finding, Integer> gates() {
        Map<Finding, Integer> gates = new HashMap<>();
        int refused = Diagram.NEVER;
        for (Possible refusal : possible(answers.refusal)) {
            gates.clear();
            refused = diagram.or(refused, refusal.choices());
            gates.put((Finding) refusal.object(), refused);
        }
        for (Possible gate : possible(answers.gate)) {
            gates.put((Finding) gate.object(), diagram.and(gate.choices(), diagram.not(refused)));
        }
        return gates;
    }

    private Map<Finding, Integer> choices(Answer answer) {
        Map<Finding, Integer> choices = new HashMap<>();
        for (Possible possible : possible(answer)) {
            Finding value = answer.value().apply((Finding) possible.object());
            if (value != null) {
                choices.merge(value, possible.choices(), diagram::or);
            }
        }
        return choices;
    }

    /** What is not concluded of those of which each is for itself. Nothing is asked about facts that are not there. */
    private void members(List<Open> open) {
        BitSet absent = absent();
        for (Answer member : answers.members) {
            if (!all.isCertain(member.kind())) {
                Map<Finding, Integer> choices = new HashMap<>();
                for (Possible possible : possible(member)) {
                    if (!isConcluded((Finding) possible.object())) {
                        choices.put((Finding) possible.object(), diagram.first(possible.choices(), absent));
                    }
                }
                open.add(new Open(member.section(), false, false, choices));
            }
        }
    }

    private boolean isConcluded(Finding finding) {
        for (int i = 0; i < reasons.size(); i++) {
            if (reasons.get(i).concludes().equals(finding)) {
                return true;
            }
        }
        return false;
    }

    private BitSet absent() {
        BitSet absent = new BitSet();
        for (OpenFact fact : unknowns.facts()) {
            if (!fact.there()) {
                fact.variables().forEach(variable -> absent.set(variable.number()));
            }
        }
        return absent;
    }

    private List<Possible> possible(Answer answer) {
        return answer.kind() < 0 ? List.of() : all.possible(answer.kind());
    }
}
