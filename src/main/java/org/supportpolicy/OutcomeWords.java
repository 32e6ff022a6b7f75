package org.supportpolicy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.internal.record.Constants;
import org.supportpolicy.internal.words.Speech;

/** Says in a line what would come of each answer to a question, such as "critical → urgency 1; major → urgency 2; else urgency 3". */
final class OutcomeWords {

    /** What is promised follows from the rest, and is said when there is nothing else to say. */
    private static final List<String> PROMISES = List.of("firstResponse", "followUp");

    private final Speech speech;
    private final ZoneId zone;

    OutcomeWords(Speech speech, ZoneId zone) {
        this.speech = speech;
        this.zone = zone;
    }

    /** The line; empty when no answer settles anything, or the values are but a few of many. */
    Optional<String> of(List<Outcome> outcomes) {
        if (all(outcomes, LocalDate.class::isInstance) || all(outcomes, Instant.class::isInstance)) {
            return joined(stretches(outcomes));
        }
        return all(outcomes, Constants::is) || all(outcomes, Boolean.class::isInstance) ? joined(choices(outcomes)) : Optional.empty();
    }

    private static boolean all(List<Outcome> outcomes, Predicate<Object> are) {
        return outcomes.stream().flatMap(outcome -> outcome.values().stream()).allMatch(are);
    }

    private static Optional<String> joined(List<String> parts) {
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", parts));
    }

    // ---- choices

    private List<String> choices(List<Outcome> outcomes) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            Outcome outcome = outcomes.get(i);
            String answers = answers(outcome, outcomes);
            if (!answers.isEmpty()) {
                boolean isRest = i == outcomes.size() - 1 && outcome.values().size() > 1 && parts.size() == i && i > 0;
                parts.add(speech.label("outcome", isRest ? speech.label("else") : values(outcome), answers));
            }
        }
        return parts;
    }

    private String values(Outcome outcome) {
        return speech.or(outcome.values().stream().map(value -> Constants.is(value) ? speech.constant(value)
                : speech.label(value.equals(true) ? "yes" : "no")).toList());
    }

    // ---- days and instants

    /** What comes from one instant or day to the next; nothing where it is not known exactly at which of them something else comes. */
    private List<String> stretches(List<Outcome> outcomes) {
        TreeMap<Object, Outcome> byTime = new TreeMap<>();
        outcomes.forEach(outcome -> outcome.values().forEach(value -> byTime.put(value, outcome)));
        List<Object> begins = new ArrayList<>();
        Object before = null;
        for (Object value : byTime.keySet()) {
            if (before != null && byTime.get(before) != byTime.get(value)) {
                if (!next(before).equals(value)) {
                    return List.of();
                }
                begins.add(value);
            }
            before = value;
        }
        List<String> parts = new ArrayList<>();
        for (int i = 0; i <= begins.size() && !begins.isEmpty(); i++) {
            Outcome outcome = byTime.get(i == 0 ? byTime.firstKey() : begins.get(i - 1));
            String answers = answers(outcome, outcomes);
            if (!answers.isEmpty()) {
                parts.add(speech.label("outcome", stretch(begins, i), answers));
            }
        }
        return parts;
    }

    private static Object next(Object value) {
        return value instanceof LocalDate day ? day.plusDays(1) : ((Instant) value).plusNanos(1);
    }

    private String stretch(List<Object> begins, int number) {
        if (number == 0) {
            return speech.label("outcome.before", said(begins.get(0)));
        }
        String begin = said(begins.get(number - 1));
        return number == begins.size() ? speech.label("outcome.from", begin)
                : speech.label("outcome.between", begin, said(begins.get(number)));
    }

    private String said(Object value) {
        return value instanceof LocalDate day ? speech.day(day) : speech.instant((Instant) value, zone);
    }

    // ---- what comes

    private String answers(Outcome outcome, List<Outcome> all) {
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
