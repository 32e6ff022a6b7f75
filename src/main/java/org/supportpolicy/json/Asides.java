package org.supportpolicy.json;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.supportpolicy.Note;
import org.supportpolicy.Outcome;
import org.supportpolicy.Question;

/** Writes what stands beside the answers of a decision: its questions and its notes. */
final class Asides {

    private Asides() {}

    static void questions(DecisionText text, Locale locale) {
        text.array("questions");
        for (Question question : text.decision().questions(locale)) {
            text.json().open('{');
            text.text("path", question.path());
            text.text("ask", question.ask());
            text.array("outcomes");
            text.decision().outcomes(question.path()).stream()
                    .filter(outcome -> outcome.values().stream()
                            .allMatch(value -> !(value instanceof Record || value instanceof Collection || value instanceof Map)))
                    .forEach(outcome -> outcome(text, outcome));
            text.json().close(']');
            text.json().close('}');
        }
        text.json().close(']');
    }

    private static void outcome(DecisionText text, Outcome outcome) {
        text.json().open('{');
        text.array("values");
        outcome.values().forEach(text::value);
        text.json().close(']');
        text.object("answers");
        outcome.answers().forEach((section, findings) -> text.array(section,
                findings.stream().map(finding -> text.voice().finding(finding, text.decision().zone())).toList()));
        text.json().close('}');
        text.json().close('}');
    }

    static void notes(DecisionText text) {
        text.array("notes");
        for (Note note : text.decision().notes()) {
            text.json().open('{');
            text.text("path", note.path());
            text.field("value", Optional.of(note.value()));
            text.text("kind", note.kind().name());
            text.text("other", note.other());
            text.field("limit", Optional.of(note.limit()));
            text.json().close('}');
        }
        text.json().close(']');
    }
}
