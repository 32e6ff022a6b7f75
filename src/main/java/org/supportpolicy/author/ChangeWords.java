package org.supportpolicy.author;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.supportpolicy.fact.Fact;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.Ticket;
import org.supportpolicy.internal.words.ReportWords;
import org.supportpolicy.internal.words.Speech;

/**
 * A change of decisions said in words.
 *
 * @param ticket the smallest ticket that shows it, fact by fact, with the instant at which it is decided
 * @param effects what changes for it, each in a sentence or less
 * @param answers the answers that change, with their values before and after
 */
public record ChangeWords(List<String> ticket, List<String> effects, List<Answer> answers) {

    /** Checks that all is given. */
    public ChangeWords {
        Objects.requireNonNull(ticket, "The ticket must be given.");
        Objects.requireNonNull(effects, "The effects must be given.");
        Objects.requireNonNull(answers, "The answers must be given.");
    }

    /**
     * An answer.
     *
     * @param answer its key, such as {@code lifecycle.state}
     * @param label what it is called
     * @param before what it was
     * @param after what it is
     */
    public record Answer(String answer, String label, String before, String after) {

        /** Checks that all is given. */
        public Answer {
            Objects.requireNonNull(answer, "The answer must be given.");
            Objects.requireNonNull(label, "The label must be given.");
            Objects.requireNonNull(before, "The before must be given.");
            Objects.requireNonNull(after, "The after must be given.");
        }
    }

    /** Says a change in Dutch for a Dutch locale, in English for any other. */
    public static ChangeWords of(PolicyDiff.Change change, Locale locale) {
        Objects.requireNonNull(change, "The change must be given.");
        Objects.requireNonNull(locale, "The locale must be given.");
        ReportWords words = ReportWords.of(locale);
        Speech speech = Speech.of(locale);
        FactSet witness = change.witness();
        ZoneId zone = witness.now().zone();
        Stream<String> head = Stream.of(speech.ticket(witness.get(Ticket.class).map(Ticket::number)) + ", "
                + speech.instant(witness.asOf(), zone));
        List<String> ticket = Stream.concat(head, witness.facts().stream().map((Fact fact) -> speech.fact(fact, zone))).toList();
        AnswerWords values = new AnswerWords(words, speech);
        return new ChangeWords(ticket,
                new Effects(words).of(change.differences()).stream().map(Effects.Effect::said).distinct().toList(),
                change.differences().stream().map(each -> new Answer(each.answer(), words.answer(each.answer()),
                        values.value(each.answer(), each.before(), witness), values.value(each.answer(), each.after(), witness))).toList());
    }
}
