package org.supportpolicy;

import java.util.Objects;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.finding.Finding;

/**
 * An answer that rules give although something is unknown that changes it: they do not wait for it.
 *
 * @param section the place of the answer in a decision, such as {@code urgency.level}
 * @param given what is answered
 * @param other what would be answered
 * @param completion the facts with some of what is unknown made known, of which the other answer comes
 */
public record EarlyAnswer(String section, Finding given, Finding other, FactSet completion) {

    /** Checks that all is given. */
    public EarlyAnswer {
        Objects.requireNonNull(section, "The section must be given.");
        Objects.requireNonNull(given, "The given must be given.");
        Objects.requireNonNull(other, "The other must be given.");
        Objects.requireNonNull(completion, "The completion must be given.");
    }
}
