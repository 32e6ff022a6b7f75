package org.supportpolicy.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.PolicyException;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.json.FactSetReader;

/**
 * Reads fact sets, and works on each.
 *
 * @param work what is done with a fact set; it may refuse it with a {@link PolicyException}
 */
record FactSetReading<T>(FactSetReader reader, Locale locale, Function<FactSet, T> work) implements LineFiles.Reading<T> {

    /** A text is JSON Lines when its first line that is not blank is closed, else one object. */
    @Override
    public LineFiles.@Nullable Answer<T> whole(String source, Lines.@Nullable Line first, Lines rest) throws IOException {
        if (first != null && (first.cut() || first.endsWith('}'))) {
            return null;
        }
        StringBuilder text = new StringBuilder().append("\n".repeat(first == null ? 0 : first.number() - 1));
        for (Lines.Line line = first; line != null; line = rest.next()) {
            text.append(line.text(source)).append('\n');
            if (text.length() > Lines.LONGEST) {
                throw Lines.tooLong(source, line.number());
            }
        }
        return answer(source, reader.read(source, text.toString()));
    }

    @Override
    public LineFiles.Answer<T> line(String source, Lines.Line line) {
        try {
            FactSetReader.Line read = reader.line(source, line.number(), line.text(source));
            if (read.failure() != null) {
                throw read.failure();
            }
            return answer(Screen.place(source, line.number()), Objects.requireNonNull(read.facts()));
        } catch (PolicyException e) {
            return new LineFiles.Answer<>(null, e.message(locale));
        }
    }

    private LineFiles.Answer<T> answer(String place, FactSet facts) {
        try {
            return new LineFiles.Answer<>(work.apply(facts), null);
        } catch (PolicyException e) {
            return new LineFiles.Answer<>(null, Undecided.said(place, facts, e, locale));
        }
    }
}
