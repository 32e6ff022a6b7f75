package org.supportpolicy.json;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;
import org.supportpolicy.fact.Limits;
import org.supportpolicy.internal.source.PlainFile;

/** The texts of documents in UTF-8, which are read no further than a document may go. */
final class Utf8 {

    /** The most bytes of a character in UTF-8, counted as Java does. */
    private static final int MOST_BYTES = 3;
    private static final int LARGEST = MOST_BYTES * Limits.JSON_CHARACTERS;

    private Utf8() {}

    /** The text of a plain file. */
    static String text(Path file) {
        try {
            return PlainFile.text(file, LARGEST);
        } catch (PlainFile.Unread e) {
            throw refused(file.toString(), e);
        }
    }

    /** The text of a stream, which stays open. */
    static String text(String source, InputStream in) {
        try {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            return text(source, bytes);
        } catch (IOException e) {
            throw new PolicyException("The fact set", List.of(Problem.of("SP-I008.stream").in(source)), e);
        }
    }

    /** The text of bytes. */
    static String text(String source, byte[] bytes) {
        try {
            return PlainFile.text(bytes, LARGEST);
        } catch (PlainFile.Unread e) {
            throw refused(source, e);
        }
    }

    private static PolicyException refused(String source, PlainFile.Unread e) {
        Problem problem = switch (e.fault()) {
            case MISSING -> Problem.of("SP-I008.missing");
            case UNREADABLE -> Problem.of("SP-I008");
            case NOT_PLAIN -> Problem.of("SP-I008.regular");
            case TOO_LARGE -> Problem.of("SP-I008.large", e.bytes(), Limits.JSON_CHARACTERS);
            case NOT_UTF8 -> e.at(Problem.of("SP-I008.utf-8"));
        };
        return new PolicyException("The fact set", List.of(problem.in(source)), e);
    }
}
