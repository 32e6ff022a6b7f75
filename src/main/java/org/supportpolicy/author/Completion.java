package org.supportpolicy.author;

import java.util.List;
import java.util.Objects;
import org.supportpolicy.internal.record.Given;

/**
 * A word that may stand at a place.
 *
 * @param label the word
 * @param insert what is put in, such as the word with a parenthesis behind it
 * @param kind what the word stands for
 * @param detail what it is, on one line; may be empty
 * @param documentation what it means, as Markdown; may be empty
 * @param place what is replaced: what was typed of the word so far
 * @param also what is to be put in elsewhere with it, such as an import
 */
public record Completion(String label, String insert, Kind kind, String detail, String documentation, Place place, List<TextEdit> also) {

    /** What a word stands for. */
    public enum Kind { FACT, FINDING, PART, CHOICE, COMPONENT, CONSTANT, FUNCTION, VARIABLE, CLAUSE, READING, KEY, KEYWORD }

    /** Checks that all is given, and copies. */
    public Completion {
        Objects.requireNonNull(label, "The label must be given.");
        Objects.requireNonNull(insert, "The insert must be given.");
        Objects.requireNonNull(kind, "The kind must be given.");
        Objects.requireNonNull(detail, "The detail must be given.");
        Objects.requireNonNull(documentation, "The documentation must be given.");
        Objects.requireNonNull(place, "The place must be given.");
        also = Given.list(also, "also", "edit");
    }
}
