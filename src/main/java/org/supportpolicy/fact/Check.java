package org.supportpolicy.fact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.fact.BadFactException.Violation;

/** Collects what is wrong with a fact, so that everything is said at once. Unknown components are never wrong. */
final class Check {

    private final String fact;
    /** Null until there is one. */
    private @Nullable List<Violation> violations;

    private Check(String fact) {
        this.fact = fact;
    }

    static Check of(String fact) {
        return new Check(fact);
    }

    Check holds(String component, @Nullable Object value, boolean condition, Requirement requirement, Object... limits) {
        if (!condition) {
            refuse(component, value, requirement, limits);
        }
        return this;
    }

    private void refuse(String component, @Nullable Object value, Requirement requirement, Object... limits) {
        if (violations == null) {
            violations = new ArrayList<>();
        }
        if (violations.size() < Limits.PROBLEMS) {
            List<String> said = Stream.of(limits).map(String::valueOf).toList();
            violations.add(new Violation(fact, component, String.valueOf(value), requirement, said));
        }
    }

    Check required(String component, @Nullable Object value) {
        return holds(component, value, value != null, Requirement.GIVEN);
    }

    /** A text that says something. */
    Check notBlank(String component, @Nullable String value) {
        if (value == null || value.isBlank()) {
            refuse(component, value, Requirement.NOT_BLANK);
        }
        return text(component, value);
    }

    /** A text that is not too long and holds whole characters; what it says is not said. */
    Check text(String component, @Nullable String value) {
        if (value != null && value.length() > Limits.TEXT) {
            refuse(component, value.length(), Requirement.TEXT_AT_MOST, Limits.TEXT);
        } else if (value != null && Limits.half(value) != null) {
            refuse(component, Limits.half(value), Requirement.WHOLE_CHARACTERS);
        }
        return this;
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

    Check instant(String component, @Nullable Instant value) {
        return value == null || Limits.hold(value) ? this : years(component, value, Limits.LAST_YEAR);
    }

    Check day(String component, @Nullable LocalDate value) {
        return value == null || Limits.hold(value) ? this : years(component, value, Limits.LAST_YEAR);
    }

    /** The end of a window, which may lie later than what began it. */
    Check window(String component, @Nullable Instant value) {
        return value == null || Limits.holdWindow(value) ? this : years(component, value, Limits.LAST_YEAR_OF_WINDOWS);
    }

    /** The same as a date. */
    Check window(String component, @Nullable LocalDate value) {
        return value == null || Limits.holdWindow(value) ? this : years(component, value, Limits.LAST_YEAR_OF_WINDOWS);
    }

    private Check years(String component, Object value, int last) {
        return holds(component, value, false, Requirement.IN_YEARS, Limits.FIRST_YEAR, last);
    }

    Check distinct(String component, Collection<String> values) {
        Set<String> seen = new HashSet<>();
        for (String value : values) {
            if (!seen.add(value)) {
                refuse(component, value, Requirement.ONCE);
            }
        }
        return this;
    }

    /** A copy of a list; without its items when they are too many or one of them is null, which is wrong. */
    <T> @Nullable List<T> copy(String component, @Nullable List<T> items, int most) {
        return items == null ? null : areGiven(component, items, most) ? List.copyOf(items) : List.of();
    }

    /** The same of a set, in the order of its items. */
    <T extends Comparable<? super T>> @Nullable Set<T> sorted(String component, @Nullable Set<T> items) {
        return items == null ? null : areGiven(component, items, Limits.ITEMS) ? Values.sorted(items) : Set.of();
    }

    /** Whether items are no more than so many and none is null. */
    boolean areGiven(String component, Collection<?> items, int most) {
        if (items.size() > most) {
            refuse(component, items.size(), Requirement.ITEMS_AT_MOST, most);
            return false;
        }
        int index = 0;
        for (Object item : items) {
            if (item == null) {
                refuse(component + "[" + index + "]", null, Requirement.GIVEN);
                return false;
            }
            index++;
        }
        return true;
    }

    boolean isGood() {
        return violations == null;
    }

    void done() {
        if (violations != null) {
            throw new BadFactException(violations);
        }
    }
}
