package org.supportpolicy.fact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * All that is known about a ticket at an instant. Immutable and thread-safe.
 *
 * <p>At most one fact of each kind, and any number of {@linkplain Cause causes}. Whatever is left out is unknown.
 */
public final class FactSet {

    private final Instant asOf;
    private final List<Fact> facts;
    private final AsOf now;

    private FactSet(Instant asOf, List<Fact> facts) {
        this.asOf = asOf;
        this.facts = List.copyOf(facts);
        this.now = new AsOf(asOf, get(Desk.class).map(Desk::zoneOrDefault).orElse(Desk.DEFAULT_ZONE));
    }

    /**
     * Starts a fact set.
     *
     * @param asOf the instant at which the policy is applied, which lies in the years of facts
     * @throws NullPointerException if the instant is null
     * @throws BadFactException if it does not lie in the years of facts
     */
    public static Builder builder(Instant asOf) {
        Check.of("factSet").instant("asOf", Objects.requireNonNull(asOf, "The asOf must be given.")).done();
        return new Builder(asOf);
    }

    /** The instant at which the policy is applied. */
    public Instant asOf() {
        return asOf;
    }

    /**
     * The same facts at another instant.
     *
     * @throws NullPointerException if the instant is null
     * @throws BadFactException if it does not lie in the years of facts
     */
    public FactSet at(Instant other) {
        Check.of("factSet").instant("asOf", Objects.requireNonNull(other, "The asOf must be given.")).done();
        return new FactSet(other, facts);
    }

    /**
     * These facts over those of a desk: what is absent here, a fact or a component of one, is as the desk gives it, and whatever is given
     * here stands as it is. {@link DeskTemplate} says which product of the desk is meant.
     *
     * @param desk what a desk gives for each of its tickets
     * @throws NullPointerException if the desk is null
     * @throws BadFactException if a fact of the two together cannot be, such as a target that never runs out in the desk's hours
     */
    public FactSet over(DeskTemplate desk) {
        Objects.requireNonNull(desk, "The desk must be given.");
        return desk.isEmpty() ? this : new FactSet(asOf, desk.under(facts));
    }

    /** Starts a fact set with the instant and all facts of this one. To give a fact anew, leave the former out first. */
    public Builder toBuilder() {
        return new Builder(asOf).with(facts.toArray(Fact[]::new));
    }

    /** The facts, in the order in which they were added. */
    public List<Fact> facts() {
        return facts;
    }

    /** The fact of a kind, or empty when nothing of it is known. */
    public <T extends Fact> Optional<T> get(Class<T> kind) {
        Objects.requireNonNull(kind, "The kind must be given.");
        for (int i = 0, end = facts.size(); i < end; i++) { // often asked
            if (kind.isInstance(facts.get(i))) {
                return Optional.of(kind.cast(facts.get(i)));
            }
        }
        return Optional.empty();
    }

    /** The causes that were named, in the order in which they were added. */
    public List<Cause> causes() {
        return facts.stream().filter(Cause.class::isInstance).map(Cause.class::cast).toList();
    }

    /** The instant at which the policy is applied, in the desk's zone. */
    public AsOf now() {
        return now;
    }

    /** The same without the events that lie after the instant, which have not happened; a decision is the same. */
    public FactSet asKnown() {
        return new FactSet(asOf, facts.stream().map(fact -> fact.asKnownAt(now)).toList());
    }

    /** Whether the other object is a fact set with the same instant and the same facts in the same order. */
    @Override
    public boolean equals(Object other) {
        return other instanceof FactSet that && asOf.equals(that.asOf) && facts.equals(that.facts);
    }

    @Override
    public int hashCode() {
        return 31 * asOf.hashCode() + facts.hashCode();
    }

    @Override
    public String toString() {
        return "FactSet[asOf=" + asOf + ", facts=" + facts + "]";
    }

    /** Collects facts in any order. Not thread-safe. */
    public static final class Builder {

        private final Instant asOf;
        private final List<Fact> facts = new ArrayList<>();
        private int causes;

        private Builder(Instant asOf) {
            this.asOf = asOf;
        }

        /**
         * Adds facts.
         *
         * @throws BadFactException if a fact of the same kind was added before, other than a {@link Cause}, or if it is an
         *     {@link AsOf}, which the fact set makes itself, or if there are more causes than {@link Limits#CAUSES}
         * @throws NullPointerException if one of them is null
         */
        public Builder with(Fact... more) {
            for (Fact fact : Objects.requireNonNull(more, "The facts must be given.")) {
                Objects.requireNonNull(fact, "The fact must be given.");
                if (fact instanceof AsOf) {
                    refuse(fact, Requirement.NO_INSTANT);
                }
                if (fact instanceof Cause) {
                    Check.of("factSet").holds("causes", ++causes, causes <= Limits.CAUSES, Requirement.ITEMS_AT_MOST, Limits.CAUSES).done();
                } else if (holds(fact.getClass())) {
                    refuse(fact, Requirement.ONE_OF_A_KIND, fact.getClass().getSimpleName());
                }
                facts.add(fact);
            }
            return this;
        }

        /**
         * Leaves out what was added of a kind, so that it is unknown or can be given anew: {@code without(Ticket.class).with(ticket)}.
         *
         * @param kind the kind, such as {@code Ticket.class}; {@code Cause.class} for all causes
         * @throws NullPointerException if it is null
         */
        public Builder without(Class<? extends Fact> kind) {
            Objects.requireNonNull(kind, "The kind must be given.");
            facts.removeIf(kind::isInstance);
            causes = (int) facts.stream().filter(Cause.class::isInstance).count();
            return this;
        }

        private boolean holds(Class<?> kind) {
            for (Fact fact : facts) {
                if (fact.getClass() == kind) {
                    return true;
                }
            }
            return false;
        }

        private static void refuse(Fact fact, Requirement requirement, Object... limits) {
            Check.of("factSet").holds("facts", fact, false, requirement, limits).done();
        }

        /** Makes the fact set. */
        public FactSet build() {
            return new FactSet(asOf, facts);
        }
    }
}
