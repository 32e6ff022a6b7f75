package org.supportpolicy.fact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.fact.BadFactException.Violation;

/** Collects what is wrong with a fact, so that everything is said at once. Unknown components are never wrong. */
final class Check {

    private final String fact;
    private List<Violation> violations = List.of();

    private Check(String fact) {
        this.fact = fact;
    }

    static Check of(String fact) {
        return new Check(fact);
    }

    Check holds(String component, @Nullable Object value, boolean condition, Requirement requirement, Object... limits) {
        if (!condition) {
            violations = new ArrayList<>(violations);
            List<String> said = Stream.of(limits).map(String::valueOf).toList();
            violations.add(new Violation(fact, component, String.valueOf(value), requirement, said));
        }
        return this;
    }

    Check required(String component, @Nullable Object value) {
        return holds(component, value, value != null, Requirement.GIVEN);
    }

    Check notBlank(String component, @Nullable String value) {
        return holds(component, value, value != null && !value.isBlank(), Requirement.NOT_BLANK);
    }

    Check notNegative(String component, @Nullable Integer value) {
        return holds(component, value, value == null || value >= 0, Requirement.AT_LEAST_ZERO);
    }

    Check between(String component, @Nullable Integer value, int least, int most) {
        return value == null || (value >= least && value <= most) ? this
                : holds(component, value, false, Requirement.BETWEEN, least, most);
    }

    Check notBefore(String component, @Nullable Instant value, String other, @Nullable Instant earliest) {
        return value == null || earliest == null || !value.isBefore(earliest) ? this
                : holds(component, value, false, Requirement.NOT_BEFORE, other, earliest);
    }

    Check distinct(String component, @Nullable List<String> values) {
        if (values != null) {
            Set<String> seen = new HashSet<>();
            for (String value : values) {
                holds(component, value, seen.add(value), Requirement.ONCE);
            }
        }
        return this;
    }

    void done() {
        if (!violations.isEmpty()) {
            throw new BadFactException(violations);
        }
    }
}
