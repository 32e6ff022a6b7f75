package org.supportpolicy.author;

import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.internal.words.ReportWords;
import org.supportpolicy.internal.words.Speech;

/** Says the values of answers of a decision in words. Immutable and thread-safe. */
final class AnswerWords {

    private static final String REMINDERS = "remindAt";

    private final Effects effects;
    private final Speech speech;

    AnswerWords(ReportWords words, Speech speech) {
        this.effects = new Effects(words);
        this.speech = speech;
    }

    /** The value of an answer; null for none. */
    String value(String answer, @Nullable Object value, ZoneId zone) {
        if (value instanceof String written && Effects.isMoment(answer)) {
            return Moment.of(written).said(speech, zone);
        } else if (value instanceof List<?> many && answer.endsWith(REMINDERS)) {
            return many.stream().map(instant -> Moment.of((String) instant).said(speech, zone)).collect(Collectors.joining("; "));
        }
        return effects.value(answer, value);
    }
}
