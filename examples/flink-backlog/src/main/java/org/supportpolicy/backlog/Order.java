package org.supportpolicy.backlog;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done with each line, as it travels to the workers.
 *
 * @param mode what is said of a line
 * @param rules the policy
 * @param against the policy that it is compared with; none when nothing is compared
 * @param locale the language of reasons and problems
 * @param strict whether an event that lies ahead or out of order is a problem
 * @param answersOnly whether decisions are written without reasons and notes
 * @param until the last day of a forecast; none for other modes
 */
record Order(Mode mode, Rules rules, @Nullable Rules against, Locale locale, boolean strict, boolean answersOnly,
        @Nullable LocalDate until) implements Serializable {

    /** What is said. */
    enum Mode {
        /** The decision of each line. */
        DECIDE,
        /** What another policy changes, for each line that it changes. */
        CHANGES,
        /** How many lines have which answer, rest on which clause, and are changed in which way. */
        COUNTS,
        /** How much falls due on which day. */
        FORECAST;

        /** Whether it counts, and says nothing of single lines. */
        boolean counts() {
            return this == COUNTS || this == FORECAST;
        }
    }
}
