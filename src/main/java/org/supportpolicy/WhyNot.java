package org.supportpolicy;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Why a decision does not conclude something, and what would make it. Immutable and thread-safe.
 *
 * @param asked what was asked for: a clause, or an answer
 * @param holds whether the decision concludes it after all
 * @param attempts the rules that could conclude it, each with the conditions that fail; none when it holds
 * @param changes the smallest changes of facts by which it would be concluded, a few of them, each checked by deciding again; all have
 *     equally many components, and no smaller change does it, of the values that are tried. None when no such change of {@code most}
 *     components does
 * @param most how many components were changed together at most
 * @param zone the zone in which instants are said
 */
public record WhyNot(String asked, boolean holds, List<Attempt> attempts, List<List<FactChange>> changes, int most, ZoneId zone) {

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
            Objects.requireNonNull(failed, "The failed must be given.");
            failed.forEach(each -> Objects.requireNonNull(each, "The condition must be given."));
            failed = List.copyOf(failed);
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
            Objects.requireNonNull(looked, "The looked must be given.");
            looked.forEach(each -> Objects.requireNonNull(each, "The match must be given."));
            looked = List.copyOf(looked);
        }
    }

    /** Copies. */
    public WhyNot {
        Objects.requireNonNull(asked, "The asked must be given.");
        Objects.requireNonNull(attempts, "The attempts must be given.");
        Objects.requireNonNull(changes, "The changes must be given.");
        Objects.requireNonNull(zone, "The zone must be given.");
        attempts.forEach(each -> Objects.requireNonNull(each, "The attempt must be given."));
        attempts = List.copyOf(attempts);
        changes.forEach(together -> Objects.requireNonNull(together, "The change must be given.")
                .forEach(change -> Objects.requireNonNull(change, "The change must be given.")));
        changes = changes.stream().map(List::copyOf).toList();
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
