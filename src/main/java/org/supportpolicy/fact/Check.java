package org.supportpolicy.fact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

    Check holds(String component, @Nullable Object value, boolean condition, String requirement) {
        return add(component, value, condition, requirement, false);
    }

    /** The same for something that must be there. */
    Check present(String component, @Nullable Object value, boolean condition, String requirement) {
        return add(component, value, condition, requirement, true);
    }

    private Check add(String component, @Nullable Object value, boolean condition, String requirement, boolean missing) {
        if (!condition) {
            violations = new ArrayList<>(violations);
            violations.add(new Violation(fact, component, String.valueOf(value), requirement, missing));
        }
        return this;
    }

    Check required(String component, @Nullable Object value) {
        return present(component, value, value != null, "must be given");
    }

    Check notBlank(String component, @Nullable String value) {
        return present(component, value, value != null && !value.isBlank(), "must be given and not blank");
    }

    Check notNegative(String component, @Nullable Integer value) {
        return holds(component, value, value == null || value >= 0, "must be 0 or more");
    }

    Check between(String component, @Nullable Integer value, int least, int most) {
        return value == null || (value >= least && value <= most) ? this
                : holds(component, value, false, "must be between " + least + " and " + most);
    }

    Check notBefore(String component, @Nullable Instant value, String other, @Nullable Instant earliest) {
        return value == null || earliest == null || !value.isBefore(earliest) ? this
                : holds(component, value, false, "must not lie before " + other + " (" + earliest + ")");
    }

    Check distinct(String component, @Nullable List<String> values) {
        if (values != null) {
            Set<String> seen = new HashSet<>();
            for (String value : values) {
                holds(component, value, seen.add(value), "must stand there once");
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
