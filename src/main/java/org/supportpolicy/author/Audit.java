package org.supportpolicy.author;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.Decision;
import org.supportpolicy.PolicyException;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.internal.environment.LibraryVersion;
import org.supportpolicy.internal.environment.ZoneFingerprint;
import org.supportpolicy.json.DecisionTree;
import org.supportpolicy.json.LoggedDecision;

/** Decides again what was logged, and says whether the same comes out and what has moved since. Immutable and thread-safe. */
public final class Audit {

    private static final String AS_OF = "asOf";
    /** What is no section: where a decision comes from, and its reasons, which every edit of a sentence changes. */
    private static final Set<String> NO_SECTIONS = Set.of("policy", "validUntil", "questions", "findings", "reasons", "notes",
            "ignored", AS_OF);

    private final SupportPolicy policy;

    private Audit(SupportPolicy policy) {
        this.policy = policy;
    }

    /** An audit that decides by a policy. */
    public static Audit by(SupportPolicy policy) {
        return new Audit(Objects.requireNonNull(policy, "The policy must be given."));
    }

    /** What a decision depends on beside its facts. */
    public enum Part {
        /** The edition and the files of the policy, by their fingerprint. */
        RULES,
        /** The version of this library. */
        LIBRARY,
        /** The time-zone data of the JDK. */
        ZONE_DATA
    }

    /**
     * That a part is another than it was.
     *
     * @param part the part
     * @param then which it was
     * @param now which it is
     */
    public record Move(Part part, String then, String now) {

        /** Checks that all is given. */
        public Move {
            Objects.requireNonNull(part, "The part must be given.");
            Objects.requireNonNull(then, "The then must be given.");
            Objects.requireNonNull(now, "The now must be given.");
        }
    }

    /**
     * How a logged decision comes out now.
     *
     * @param ticket the number of the ticket
     * @param asOf the instant at which the policy is applied
     * @param zone the desk's zone
     * @param moved what is another than it was, whether or not anything comes out otherwise
     * @param otherZoneRules whether the desk's zone goes by other rules than it did; empty when the log does not tell
     * @param differences the sections that come out otherwise, by their keys, and {@code ticket} and {@code asOf} when the facts have
     *     others
     */
    public record Result(Optional<String> ticket, Instant asOf, ZoneId zone, List<Move> moved, Optional<Boolean> otherZoneRules,
            List<PolicyDiff.Difference> differences) {

        /** Checks that all is given. */
        public Result {
            Objects.requireNonNull(ticket, "The ticket must be given.");
            Objects.requireNonNull(asOf, "The asOf must be given.");
            Objects.requireNonNull(zone, "The zone must be given.");
            Objects.requireNonNull(moved, "The moved must be given.");
            Objects.requireNonNull(otherZoneRules, "The otherZoneRules must be given.");
            Objects.requireNonNull(differences, "The differences must be given.");
        }

        /** Whether the same comes out. */
        public boolean isSame() {
            return differences.isEmpty();
        }
    }

    /**
     * Decides again.
     *
     * @throws PolicyException if the policy cannot decide it
     */
    public Result of(LoggedDecision logged) {
        Decision now = policy.decide(Objects.requireNonNull(logged, "The logged decision must be given.").facts());
        Optional<Boolean> otherZoneRules = logged.zoneRules().map(rules -> !rules.equals(ZoneFingerprint.of(now.zone())));
        return new Result(now.ticket(), now.asOf(), now.zone(), moved(logged, now, otherZoneRules), otherZoneRules,
                differences(logged.sections(), DecisionTree.of(now)));
    }

    private static List<Move> moved(LoggedDecision logged, Decision now, Optional<Boolean> otherZoneRules) {
        List<Move> moved = new ArrayList<>();
        Decision.Receipt receipt = now.policy();
        if (!logged.policy().edition().equals(receipt.edition()) || !logged.policy().fingerprint().equals(receipt.fingerprint())) {
            moved.add(new Move(Part.RULES, rules(logged.policy()), rules(receipt)));
        }
        logged.library().filter(version -> !version.equals(LibraryVersion.current()))
                .ifPresent(version -> moved.add(new Move(Part.LIBRARY, version, LibraryVersion.current())));
        if (!logged.policy().zoneData().equals(receipt.zoneData()) || otherZoneRules.orElse(false)) {
            moved.add(new Move(Part.ZONE_DATA, logged.policy().zoneData(), receipt.zoneData()));
        }
        return moved;
    }

    private static String rules(Decision.Receipt receipt) {
        return receipt.edition() + " " + receipt.fingerprint();
    }

    private static List<PolicyDiff.Difference> differences(Map<String, Object> then, Map<String, Object> now) {
        Set<String> sections = new TreeSet<>(then.keySet());
        sections.addAll(now.keySet());
        sections.removeAll(NO_SECTIONS);
        List<PolicyDiff.Difference> differences = new ArrayList<>();
        if (!Objects.equals(instant(then.get(AS_OF)), instant(now.get(AS_OF)))) {
            differences.add(new PolicyDiff.Difference(AS_OF, then.get(AS_OF), now.get(AS_OF)));
        }
        sections.stream().filter(section -> !Objects.equals(then.get(section), now.get(section)))
                .forEach(section -> differences.add(new PolicyDiff.Difference(section, then.get(section), now.get(section))));
        return differences;
    }

    /** The instant, which is written otherwise where the zone goes by other rules. */
    private static @Nullable Object instant(@Nullable Object written) {
        try {
            return written instanceof String text ? OffsetDateTime.parse(text).toInstant() : written;
        } catch (DateTimeException e) {
            return written;
        }
    }
}
