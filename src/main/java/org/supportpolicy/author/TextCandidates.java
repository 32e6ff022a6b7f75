package org.supportpolicy.author;

import java.util.List;
import java.util.stream.Stream;
import org.supportpolicy.author.Completion.Kind;
import org.supportpolicy.internal.source.ClauseBook;

/** The words that may stand next in clause texts. */
final class TextCandidates {

    private static final String DOT = " · ";

    private TextCandidates() {}

    /**
     * Those that may stand at a place.
     *
     * @param before the line up to there
     */
    static List<Candidate> of(EditedCopy copy, String before) {
        if (before.startsWith("### ") && before.contains(DOT)) {
            boolean isParty = before.indexOf(DOT) != before.lastIndexOf(DOT);
            return (isParty ? ClauseBook.PARTIES : ClauseBook.MODALITIES).stream().sorted().map(Candidate::keyword).toList();
        }
        Stream<Candidate> readings = copy.draft().readings().readings().stream()
                .map(reading -> Candidate.of(reading.id(), Kind.READING, Subject.reading(reading.id())));
        return before.endsWith("(") || before.endsWith(", ") ? readings.toList() : List.of();
    }
}
