package org.supportpolicy.fact;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.Collectors;

/** Says that a fact cannot be as it was given, with every violation at once. */
public final class BadFactException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** Unmodifiable, and of a class that can be written as this error can. */
    @SuppressWarnings("serial")
    private final List<Violation> violations;

    BadFactException(List<Violation> violations) {
        super(violations.stream().map(Violation::toString).collect(Collectors.joining("\n")));
        this.violations = List.copyOf(violations);
    }

    static BadFactException of(String fact, String component, Object value, Requirement requirement, Object... limits) {
        return new BadFactException(List.of(new Violation(fact, component, String.valueOf(value), requirement,
                Stream.of(limits).map(String::valueOf).toList())));
    }

    /** The violations, in the order of the components; at least one, and no more than {@link Limits#PROBLEMS}. */
    public List<Violation> violations() {
        return violations;
    }

    /**
     * One thing that is wrong.
     *
     * @param fact the name of the fact
     * @param component the name of the component
     * @param value what it said, as far as anyone would read it: see {@link Limits#quoted}
     * @param requirement what must hold
     * @param limits the limits of the requirement, such as the least and the most
     */
    public record Violation(String fact, String component, String value, Requirement requirement,
            @SuppressWarnings("serial") List<String> limits) implements Serializable {

        /** Shortens the value. */
        public Violation {
            Objects.requireNonNull(fact, "The fact must be given.");
            Objects.requireNonNull(component, "The component must be given.");
            Objects.requireNonNull(requirement, "The requirement must be given.");
            Objects.requireNonNull(limits, "The limits must be given.");
            limits.forEach(limit -> Objects.requireNonNull(limit, "The limit must be given."));
            limits = List.copyOf(limits);
            value = Limits.quoted(Objects.requireNonNull(value, "The value must be given."));
        }

        /** The violation as an English sentence. */
        @Override
        public String toString() {
            return "The " + component + " (" + value + ") of " + fact + " " + requirement.english(limits) + ".";
        }
    }
}
