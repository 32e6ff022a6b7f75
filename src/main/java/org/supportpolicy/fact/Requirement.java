package org.supportpolicy.fact;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** What must hold of a component. */
public enum Requirement {
    /** It is known. */
    GIVEN("must be given"),
    /** It is known and says something. */
    NOT_BLANK("must be given and not blank"),
    /** A number from zero up. */
    AT_LEAST_ZERO("must be 0 or more"),
    /** A number from {0} to {1}. */
    BETWEEN("must be between {0} and {1}"),
    /** An instant that does not come before the component {0}, which is at {1}. */
    NOT_BEFORE("must not lie before {0} ({1})"),
    /** It does not come again. */
    ONCE("must stand there once"),
    /** One of the constants {0}. */
    ONE_OF("must be one of {0}"),
    /** Opening hours of a day, one after the other. */
    NO_OVERLAP("must have no overlapping spans"),
    /** A week with an opening hour in it. */
    OPEN_ONCE_A_WEEK("must open at least once a week"),
    /** A number that is an urgency. */
    URGENCY("must name an urgency from 1 to 4"),
    /** An amount of time of some length. */
    LONGER_THAN_ZERO("must be longer than zero"),
    /** An amount of time that does not go back. */
    NOT_NEGATIVE("must not be negative"),
    /** A span of some length. */
    END_AFTER_BEGIN("must end after it begins"),
    /** A span of one day, {0} to {1} being over midnight. */
    ONE_DAY("must end on the day on which it begins; write two spans, {0}–24:00 and, for the next day, 00:00–{1}"),
    /** The end of a day in the form that cannot be taken for its beginning. */
    END_OF_DAY("must be written 24:00 when it is the end of the day"),
    /** A time of day. */
    TIME_OF_DAY("must be a time of day such as 09:00"),
    /** An instant or a date in the years {0} to {1}. */
    IN_YEARS("must lie in the years {0} to {1}"),
    /** An amount of time of at most {0} years. */
    YEARS_AT_MOST("must last at most {0} years"),
    /** An amount of open time that a desk has within {0} years. */
    RUNS_OUT("must run out within {0} years of the desk's hours"),
    /** A text, its length being the value, of at most {0} characters. */
    TEXT_AT_MOST("must have at most {0} characters"),
    /** A text without half a character, a surrogate on its own, which is the value. */
    WHOLE_CHARACTERS("must hold no half of a character"),
    /** A collection, its size being the value, of at most {0} items. */
    ITEMS_AT_MOST("must have at most {0} items"),
    /** No instant among the facts. */
    NO_INSTANT("must not hold the instant, which the fact set makes itself"),
    /** A fact that is another for each ticket. */
    WITH_EACH_TICKET("must be given with each ticket"),
    /** One fact of the kind {0}. */
    ONE_OF_A_KIND("must hold at most one {0}");

    private final String english;

    Requirement(String english) {
        this.english = english;
    }

    /** The requirement in English, beginning with <em>must</em>, with its limits filled in. */
    public String english(List<String> limits) {
        Objects.requireNonNull(limits, "The limits must be given.");
        limits.forEach(limit -> Objects.requireNonNull(limit, "The limit must be given."));
        String text = english;
        for (int i = 0; i < limits.size(); i++) {
            text = text.replace("{" + i + "}", limits.get(i));
        }
        return text;
    }

    /** A name that stays, in lower case with hyphens, by which the requirement can be said in other languages. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether something is missing where it does not hold, rather than given and wrong. */
    public boolean isPresence() {
        return this == GIVEN || this == NOT_BLANK || this == OPEN_ONCE_A_WEEK;
    }
}
