package org.supportpolicy.author;

import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.fact.Fact;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.internal.record.FactPath;
import org.supportpolicy.internal.words.ReportWords;
import org.supportpolicy.internal.words.Speech;

/** Says the values of answers of a decision in words. Immutable and thread-safe. */
final class AnswerWords {

    private static final String REMINDERS = "remindAt";
    private static final String NEEDS = "needs";

    private final Effects effects;
    private final Speech speech;

    AnswerWords(ReportWords words, Speech speech) {
        this.effects = new Effects(words);
        this.speech = speech;
    }

    /** The value of an answer of the decision on a ticket; null for none. */
    String value(String answer, @Nullable Object value, FactSet ticket) {
        ZoneId zone = ticket.now().zone();
        if (value instanceof String written && Effects.isMoment(answer)) {
            return Moment.of(written).said(speech, zone);
        } else if (value instanceof List<?> many && answer.endsWith(REMINDERS)) {
            return many.stream().map(instant -> Moment.of((String) instant).said(speech, zone)).collect(Collectors.joining("; "));
        } else if (value instanceof List<?> many && answer.equals(NEEDS) && !many.isEmpty()) {
            return many.stream().map(path -> asked((String) path, ticket)).collect(Collectors.joining(" "));
        }
        return effects.value(answer, value);
    }

    /** The question for a fact; its path where only the policy that declares it knows more. */
    private String asked(String path, FactSet ticket) {
        try {
            return speech.ask(FactPath.of(path, ticket.causes(), ticket.facts().stream().map(Fact::getClass).toList()));
        } catch (IllegalArgumentException e) {
            return path;
        }
    }
}
