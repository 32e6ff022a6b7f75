package org.supportpolicy;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.supportpolicy.fact.AsOf;
import org.supportpolicy.fact.Fact;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.finding.OpenGate;
import org.supportpolicy.finding.OutOfScope;
import org.supportpolicy.finding.Refusal;
import org.supportpolicy.finding.Suspension;
import org.supportpolicy.internal.words.Speech;

/**
 * Writes a decision as text: each answer, under it the sentence of its rule with the clause, and under that the facts it
 * rests on. A finding that rests on others carries them nested. Not thread-safe.
 */
final class Explanation {

    private final Decision decision;
    private final Locale locale;
    private final Speech speech;
    private final Map<Finding, List<Reason>> reasons;
    /** What was said in full already; it is only named when it comes again. */
    private final Set<Object> said = new HashSet<>();
    private final TextLines text = new TextLines();

    Explanation(Decision decision, Locale locale, boolean texts) {
        this.decision = decision;
        this.locale = locale;
        this.speech = texts ? Speech.withTexts(locale) : Speech.of(locale);
        this.reasons = decision.reasons().stream().collect(Collectors.groupingBy(Reason::concludes));
    }

    String text() {
        text.line(0, speech.ticket(decision.ticket()) + ", "
                + speech.label("moment", speech.instant(decision.asOf(), decision.zone()), decision.zone().getId()));
        Section.ALL.forEach(this::section);
        List<Question> questions = decision.questions(locale);
        if (!questions.isEmpty()) {
            text.gap();
            text.line(0, speech.label("needs"));
            questions.forEach(this::question);
        }
        List<Note> notes = decision.notes();
        if (!notes.isEmpty() || !decision.ignored().isEmpty()) {
            text.gap();
            text.line(0, speech.label("notes"));
            notes.forEach(note -> text.line(1, note.sentence(locale, decision.zone())));
            decision.ignored().forEach(path -> text.line(1, speech.label("note.ignored", path)));
        }
        text.gap();
        text.line(0, speech.label("receipt", decision.policy().edition(), decision.policy().fingerprint()));
        return text.toString();
    }

    private void question(Question question) {
        text.line(1, speech.label("need", question.ask(), speech.constant(question.answerer())));
        new OutcomeWords(speech, decision.zone()).of(decision.outcomes(question.path())).ifPresent(outcomes -> text.line(2, outcomes));
    }

    private void section(Section section) {
        List<? extends Finding> answers = section.answers().stream()
                .map(decision::findings)
                .flatMap(found -> found.stream().sorted(Comparator.comparing(this::phrase)))
                .filter(finding -> Section.isShown(finding, decision))
                .toList();
        if (answers.isEmpty() && !section.always()) {
            return;
        }
        text.gap();
        String label = speech.label(section.name());
        if (answers.isEmpty()) {
            boolean never = section.name().equals("urgency") && !decision.findings(OutOfScope.class).isEmpty();
            text.line(0, label + ": " + speech.label(never ? "noUrgency" : "undetermined"));
        } else if (answers.size() == 1 && !isSaidByItsRule(answers.get(0))) {
            answer(0, label + ": ", answers.get(0));
        } else {
            text.line(0, label);
            answers.forEach(answer -> answer(1, "", answer));
        }
    }

    private void answer(int depth, String label, Finding answer) {
        if (isSaidByItsRule(answer)) {
            because(answer, depth);
        } else if (said.contains(answer)) {
            text.line(depth, label + speech.label("above", brief(answer)));
        } else {
            text.line(depth, label + phrase(answer));
            because(answer, depth + 1);
        }
    }

    private void because(Finding finding, int depth) {
        if (!said.add(finding)) {
            text.line(depth, speech.label("above", brief(finding)));
            return;
        }
        if (!reasons.containsKey(finding)) {
            text.line(depth, phrase(finding));
        }
        String former = "";
        for (Reason reason : reasons.getOrDefault(finding, List.of())) {
            if (!reason.rule().name().equals(former)) {
                former = reason.rule().name();
                text.line(depth, reason.rule().sentence(locale) + "  [" + reason.clause() + readings(reason) + "]");
            }
            reason.because().forEach(matched -> basis(matched, depth + 1));
        }
    }

    /** How the clause was read, where its text leaves something open. */
    private String readings(Reason reason) {
        return reason.readings().isEmpty() ? "" : reason.readings().stream()
                .map(reading -> speech.label(reading.contested() ? "readAs.contested" : "readAs.adopted", reading.id()))
                .collect(Collectors.joining(", ", ", " + speech.label("readAs") + " ", ""));
    }

    private void basis(Object matched, int depth) {
        if (matched instanceof Finding finding) {
            because(finding, depth);
        } else if (matched instanceof Fact fact && !(fact instanceof AsOf && said.contains(fact))) {
            text.line(depth, said.add(fact) ? speech.fact(fact, decision.zone()) : speech.label("above", speech.name(fact.getClass())));
        }
    }

    /** Whether a finding only names a clause, so that the sentence of its rule says more. */
    private boolean isSaidByItsRule(Finding finding) {
        return (finding instanceof Suspension || finding instanceof Refusal || finding instanceof OpenGate) && reasons.containsKey(finding);
    }

    private String phrase(Finding finding) {
        return speech.finding(finding, decision.zone());
    }

    /** A finding that was said in full before. */
    private String brief(Finding finding) {
        return isSaidByItsRule(finding) ? reasons.get(finding).get(0).rule().sentence(locale) : speech.brief(finding, decision.zone());
    }
}
