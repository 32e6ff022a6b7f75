package org.supportpolicy.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.supportpolicy.Problem;
import org.supportpolicy.Reading;
import org.supportpolicy.Rule;

/** Says by which readings the policy is read. */
final class ReadAs {

    private ReadAs() {}

    /** The id of a reading, and whether it is contested. */
    static String named(Reading reading, Locale locale) {
        return reading.contested() ? Problem.of("explain.contested", reading.id()).said().in(locale) : reading.id();
    }

    /** The readings that rules rest on, on one line; empty when they rest on none. */
    static Optional<String> of(List<Rule> rules, Locale locale) {
        return rules.stream().flatMap(rule -> rule.readings().stream()).distinct().sorted(Comparator.comparing(Reading::id))
                .map(reading -> named(reading, locale)).reduce((one, other) -> one + ", " + other);
    }
}
