package org.supportpolicy.author;

/**
 * A word that may stand at a place.
 *
 * @param label the word
 * @param insert what is put in
 * @param kind what it stands for
 * @param subject the same
 * @param imports the name that must be imported for it; empty for none
 */
record Candidate(String label, String insert, Completion.Kind kind, Subject subject, String imports) {

    static Candidate of(String word, Completion.Kind kind, Subject subject) {
        return new Candidate(word, word, kind, subject, "");
    }

    static Candidate keyword(String word) {
        return of(word, Completion.Kind.KEYWORD, Subject.key("", word));
    }

    /** The same with something behind it. */
    Candidate with(String behind) {
        return new Candidate(label, insert + behind, kind, subject, imports);
    }

    /** The same where a name must be imported for it. */
    Candidate importing(String name) {
        return new Candidate(label, insert, kind, subject, name);
    }
}
