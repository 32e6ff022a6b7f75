package org.supportpolicy.json;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.supportpolicy.Decision;
import org.supportpolicy.Note;
import org.supportpolicy.fact.Ground;
import org.supportpolicy.fact.Range;
import org.supportpolicy.finding.Action;
import org.supportpolicy.finding.Entitlement;
import org.supportpolicy.finding.Exclusion;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.finding.Irregularity;
import org.supportpolicy.finding.Referral;
import org.supportpolicy.finding.SupportAnswer;

/**
 * The shape of a decision in JSON: keys, their order, and kinds of values. What is optional may be left out, and so may lists. It is what
 * {@link DecisionReader} reads and {@link Schemas} describes.
 */
final class DecisionDocument {

    private DecisionDocument() {}

    /** The whole document; {@link Decision} says what its sections mean. */
    public record Whole(
            Decision.Receipt policy,
            Optional<String> ticket,
            Instant asOf,
            Optional<Instant> validUntil,
            List<String> ignored,
            Optional<Support> support,
            Optional<Entitlement> entitlement,
            Set<Referral> referrals,
            Optional<Decision.IntakeCheck> intake,
            Optional<Urgency> urgency,
            Optional<Decision.FirstResponse> firstResponse,
            Optional<Decision.FollowUps> followUp,
            Optional<Decision.Queue> queue,
            Optional<Decision.VersionSupport> version,
            Set<Exclusion> exclusions,
            List<String> suspendedBy,
            Set<Ground> closureGrounds,
            Optional<Decision.TicketLifecycle> lifecycle,
            List<Action> actions,
            Set<Irregularity> irregularities,
            List<String> needs,
            List<Asked> questions,
            List<String> readings,
            List<Finding> findings,
            List<Why> reasons,
            List<Odd> notes) {}

    /** Whether support is owed. */
    public record Support(SupportAnswer answer) {}

    /** The urgency. */
    public record Urgency(@Range(from = 1, to = 4) Optional<Integer> level, @Range(from = 1, to = 4) Set<Integer> possible,
            @Range(from = 1, to = 4) Optional<Integer> inForce) {}

    /** A question. */
    public record Asked(String path, String ask, List<Comes> outcomes) {}

    /** What would come of some answers. */
    public record Comes(List<Object> values, Map<String, List<String>> answers) {}

    /** A reason; the last three when reasons are structured. */
    public record Why(String clause, String rule, String concludes, List<String> because, List<String> readings, Optional<String> id,
            Optional<Integer> finding, List<Rests> restsOn) {}

    /** Something that a reason rests on: one of both. */
    public record Rests(Optional<String> fact, Optional<Integer> finding) {}

    /** A note. */
    public record Odd(String path, String value, Note.Kind kind, String other, String limit) {}
}
