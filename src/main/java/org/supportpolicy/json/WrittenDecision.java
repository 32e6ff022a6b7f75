package org.supportpolicy.json;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.supportpolicy.Decision;
import org.supportpolicy.fact.Ground;
import org.supportpolicy.finding.Action;
import org.supportpolicy.finding.Entitlement;
import org.supportpolicy.finding.Exclusion;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.finding.Irregularity;
import org.supportpolicy.finding.Referral;
import org.supportpolicy.finding.SupportAnswer;

/**
 * A decision as a document has it, with the same sections as {@link Decision}. What the document leaves out is empty, whether it was
 * undetermined or not written. Immutable and thread-safe.
 */
public final class WrittenDecision {

    private final DecisionDocument.Whole document;

    WrittenDecision(DecisionDocument.Whole document) {
        this.document = document;
    }

    /** Which edition of the policy decided, exactly which files, and by which time-zone data. */
    public Decision.Receipt policy() {
        return document.policy();
    }

    /** The number of the ticket, as it was given. */
    public Optional<String> ticket() {
        return document.ticket();
    }

    /** The instant at which the policy was applied. */
    public Instant asOf() {
        return document.asOf();
    }

    /** The first instant at which the decision is another although no fact changes, when that was written. */
    public Optional<Instant> validUntil() {
        return document.validUntil();
    }

    /** The paths of what was given and left out, since the policy does not declare it. */
    public List<String> ignored() {
        return List.copyOf(document.ignored());
    }

    /** Whether support is owed. */
    public Optional<SupportAnswer> support() {
        return document.support().map(DecisionDocument.Support::answer);
    }

    /** What kind of support the customer may ask for. */
    public Optional<Entitlement> entitlement() {
        return document.entitlement();
    }

    /** Where the customer is referred to. */
    public Set<Referral> referrals() {
        return sorted(document.referrals());
    }

    /** How complete the intake form is. */
    public Optional<Decision.IntakeCheck> intake() {
        return document.intake();
    }

    /** The urgency, 1 (most urgent) to 4. */
    public Optional<Integer> urgency() {
        return urgency(DecisionDocument.Urgency::level);
    }

    /** The levels that some completion of the unknown facts gives, ascending; empty once the level is known. */
    public SortedSet<Integer> possibleUrgencies() {
        return document.urgency().map(urgency -> sorted(urgency.possible())).orElseGet(Collections::emptySortedSet);
    }

    /** The level that the desk works by, 1 (most urgent) to 4. */
    public Optional<Integer> urgencyInForce() {
        return urgency(DecisionDocument.Urgency::inForce);
    }

    private Optional<Integer> urgency(Function<DecisionDocument.Urgency, Optional<Integer>> level) {
        return document.urgency().flatMap(level);
    }

    /** What is promised about the first response. */
    public Optional<Decision.FirstResponse> firstResponse() {
        return document.firstResponse();
    }

    /** How the customer is kept informed. */
    public Optional<Decision.FollowUps> followUp() {
        return document.followUp();
    }

    /** What places the ticket in the queue. */
    public Decision.Queue queue() {
        return document.queue().orElseGet(() -> new Decision.Queue(Optional.empty(), Optional.empty(), Optional.empty()));
    }

    /** How support for the installed version stands. */
    public Optional<Decision.VersionSupport> version() {
        return document.version();
    }

    /** The exclusions that apply. */
    public Set<Exclusion> exclusions() {
        return sorted(document.exclusions());
    }

    /** The ids of the clauses that suspend the obligation, sorted. */
    public SortedSet<String> suspendedBy() {
        return sorted(document.suspendedBy());
    }

    /** The grounds on which the ticket may be marked resolved. */
    public Set<Ground> closureGrounds() {
        return sorted(document.closureGrounds());
    }

    /** The state of the ticket once the time rules are applied. */
    public Optional<Decision.TicketLifecycle> lifecycle() {
        return document.lifecycle();
    }

    /** What the parties will, must or may do, sorted by action, party and modality. */
    public SortedSet<Action> actions() {
        return sorted(document.actions());
    }

    /** What was done against the policy. */
    public Set<Irregularity> irregularities() {
        return sorted(document.irregularities());
    }

    /** The paths of the unknown facts that could still change an undetermined answer, sorted. */
    public SortedSet<String> needs() {
        return sorted(document.needs());
    }

    /** The ids of the contested readings that the answers rest on, sorted. */
    public SortedSet<String> readings() {
        return sorted(document.readings());
    }

    /** What the rules concluded, in the order in which it was written; empty unless reasons were written for programs too. */
    public List<Finding> findings() {
        return List.copyOf(document.findings());
    }

    /** The reasons, in the order in which they were written. */
    public List<WrittenReason> reasons() {
        return document.reasons().stream().map(this::reason).toList();
    }

    private WrittenReason reason(DecisionDocument.Why why) {
        return new WrittenReason(why.clause(), why.rule(), why.concludes(), why.because(), why.readings(), why.id(),
                why.finding().flatMap(this::finding),
                why.restsOn().stream().flatMap(each -> each.fact().stream()).toList(),
                why.restsOn().stream().flatMap(each -> each.finding().flatMap(this::finding).stream()).toList());
    }

    private Optional<Finding> finding(int place) {
        return place >= 0 && place < document.findings().size() ? Optional.of(document.findings().get(place)) : Optional.empty();
    }

    private static <T extends Comparable<? super T>> SortedSet<T> sorted(Iterable<T> values) {
        SortedSet<T> sorted = new TreeSet<>();
        values.forEach(sorted::add);
        return Collections.unmodifiableSortedSet(sorted);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WrittenDecision that && document.equals(that.document);
    }

    @Override
    public int hashCode() {
        return Objects.hash(document);
    }

    @Override
    public String toString() {
        return "WrittenDecision[ticket=" + ticket().orElse("none") + ", asOf=" + asOf() + "]";
    }
}
