package org.supportpolicy;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.internal.words.Speech;

/** Says in a line what would come of each answer to a question, such as "critical → urgency 1; major → urgency 2; else urgency 3". */
final class OutcomeWords {

    /** What is promised follows from the rest, and is said when there is nothing else to say. */
    private static final List<String> PROMISES = List.of("firstResponse", "followUp");

    private OutcomeWords() {}

    /** The line; empty when no answer settles anything, or the values are but a few of many. */
    static Optional<String> of(List<Outcome> outcomes, Speech speech, ZoneId zone) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            Outcome outcome = outcomes.get(i);
            if (!outcome.values().stream().allMatch(value -> value instanceof Enum<?> || value instanceof Boolean)) {
                return Optional.empty();
            }
            String answers = answers(outcome, outcomes, speech, zone);
            if (!answers.isEmpty()) {
                boolean isRest = i == outcomes.size() - 1 && outcome.values().size() > 1 && parts.size() == i && i > 0;
                parts.add(speech.label("outcome", isRest ? speech.label("else") : values(outcome, speech), answers));
            }
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", parts));
    }

    private static String values(Outcome outcome, Speech speech) {
        return speech.or(outcome.values().stream().map(value -> value instanceof Enum<?> constant ? speech.constant(constant)
                : speech.label(value.equals(true) ? "yes" : "no")).toList());
    }

    private static String answers(Outcome outcome, List<Outcome> all, Speech speech, ZoneId zone) {
        List<String> answers = new ArrayList<>();
        List<String> promises = new ArrayList<>();
        outcome.answers().forEach((section, findings) -> {
            if (!findings.isEmpty() && tells(section, findings, all)) {
                boolean isPromise = PROMISES.stream().anyMatch(section::startsWith);
                (isPromise ? promises : answers).add(speech.or(findings.stream().map(finding -> speech.finding(finding, zone)).toList()));
            }
        });
        return String.join(", ", answers.isEmpty() ? promises : answers);
    }

    /** Whether something that might come does not come any more. */
    private static boolean tells(String section, List<Finding> findings, List<Outcome> all) {
        return all.stream().anyMatch(other -> !findings.containsAll(other.answers().get(section))) || findings.size() == 1;
    }
}
