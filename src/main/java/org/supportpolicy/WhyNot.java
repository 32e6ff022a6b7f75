package org.supportpolicy;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.supportpolicy.internal.record.Given;

/**
 * Why a decision does not conclude something, and what would make it. Immutable and thread-safe.
 *
 * @param asked what was asked for: a clause, or an answer with the section that gives it, such as {@code support=NOT_OWED}
 * @param others the other sections in which the word that was asked for is an answer, with it, such as {@code followUp=NOT_OWED}; none
 *     when the section was asked for
 * @param holds whether the decision concludes it after all
 * @param attempts the rules that could conclude it, each with the conditions that fail; none when it holds
 * @param changes the smallest changes of facts by which it would be concluded, a few of them, each checked by deciding again; all have
 *     equally many components, and no smaller change does it, of the values that are tried. None when no such change of {@code most}
 *     components does
 * @param most how many components were changed together at most, in all ways
 * @param isStopped whether changes of more components were left out because they are too many, so that one of them may do it
 * @param untried the components that the rules look at and of which no other value was tried, such as {@code desk.holidays}
 * @param zone the zone in which instants are said
 */
public record WhyNot(String asked, List<String> others, boolean holds, List<Attempt> attempts, List<List<FactChange>> changes, int most,
        boolean isStopped, List<String> untried, ZoneId zone) {

    /**
     * A rule that could conclude it.
     *
     * @param rule the rule
     * @param failed its conditions that fail; none when it concludes something else
     */
    public record Attempt(Rule rule, List<Failed> failed) {

        /** Copies. */
        public Attempt {
            Objects.requireNonNull(rule, "The rule must be given.");
            failed = Given.list(failed, "failed", "condition");
        }
    }

    /**
     * A condition that fails.
     *
     * @param condition as it is written in the rule
     * @param line the line of the rule file on which it begins, from 1
     * @param looked the facts and findings that it looked at; none when there is nothing of the kind
     */
    public record Failed(String condition, int line, List<Object> looked) {

        /** Copies. */
        public Failed {
            Objects.requireNonNull(condition, "The condition must be given.");
            looked = Given.list(looked, "looked", "match");
        }
    }

    /** Copies. */
    public WhyNot {
        Objects.requireNonNull(asked, "The asked must be given.");
        Objects.requireNonNull(zone, "The zone must be given.");
        others = Given.list(others, "others", "other");
        attempts = Given.list(attempts, "attempts", "attempt");
        untried = Given.list(untried, "untried", "component");
        changes = Given.list(changes, "changes", "change").stream().map(together -> Given.list(together, "change", "change")).toList();
    }

    /**
     * The same as text; of a free text only that it was given. Do not parse it: its wording may change without warning.
     *
     * @param locale Dutch for Dutch, any other for English
     */
    public String explain(Locale locale) {
        return new WhyNotText(this, locale).text();
    }
}
