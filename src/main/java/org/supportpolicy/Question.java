package org.supportpolicy;

import java.util.List;
import java.util.Objects;

/**
 * A question whose answer could settle what a decision leaves open.
 *
 * @param path the fact, or its component, that is not known, such as {@code impact.productionImpact}
 * @param ask the question in words
 * @param answerer who can answer it
 * @param answers which answers it can have
 */
public record Question(String path, String ask, Answerer answerer, Answers answers) {

    /** Checks that all is given. */
    public Question {
        Objects.requireNonNull(path, "The path must be given.");
        Objects.requireNonNull(ask, "The ask must be given.");
        Objects.requireNonNull(answerer, "The answerer must be given.");
        Objects.requireNonNull(answers, "The answers must be given.");
    }

    /** Who can answer a question. */
    public enum Answerer {
        /** The customer, or who created the ticket. */
        CUSTOMER,
        /** The people of the desk, who handle the ticket. */
        DESK,
        /** What is recorded: the register of customers and contacts, the ticket system, the catalogue of versions. */
        SYSTEM
    }

    /** What kind of answer a question can have. */
    public enum Kind {
        /** Yes or no. */
        YES_NO,
        /** One of the choices. */
        ONE_OF,
        /** Any number of the choices. */
        SOME_OF,
        /** A whole number. */
        COUNT,
        /** A day. */
        DATE,
        /** A day and a time. */
        INSTANT,
        /** An amount of time. */
        PERIOD,
        /** A text. */
        TEXT,
        /** Several entries. */
        LIST,
        /** A fact with its components. */
        DETAILS
    }

    /**
     * Which answers a question can have.
     *
     * @param kind their kind
     * @param words all of them in words, such as "yes or no", or what is wanted, such as "a date"
     * @param choices the answers to choose from; none for a kind without choices
     */
    public record Answers(Kind kind, String words, List<Choice> choices) {

        /** Checks that all is given. */
        public Answers {
            Objects.requireNonNull(kind, "The kind must be given.");
            Objects.requireNonNull(words, "The words must be given.");
            Objects.requireNonNull(choices, "The choices must be given.");
        }
    }

    /**
     * An answer to choose.
     *
     * @param value as JSON has it, such as {@code true} or {@code MAJOR}
     * @param words in words
     */
    public record Choice(String value, String words) {

        /** Checks that all is given. */
        public Choice {
            Objects.requireNonNull(value, "The value must be given.");
            Objects.requireNonNull(words, "The words must be given.");
        }
    }
}
