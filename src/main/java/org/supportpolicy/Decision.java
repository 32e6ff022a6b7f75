package org.supportpolicy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneRulesException;
import java.time.zone.ZoneRulesProvider;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.fact.Cause;
import org.supportpolicy.fact.Desk;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.Ground;
import org.supportpolicy.fact.IntakeField;
import org.supportpolicy.fact.Range;
import org.supportpolicy.fact.Ticket;
import org.supportpolicy.fact.TicketState;
import org.supportpolicy.finding.Action;
import org.supportpolicy.finding.ClockStart;
import org.supportpolicy.finding.ClosesAt;
import org.supportpolicy.finding.ClosureGround;
import org.supportpolicy.finding.CompleteIntake;
import org.supportpolicy.finding.Coverage;
import org.supportpolicy.finding.Entitlement;
import org.supportpolicy.finding.Exclusion;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.finding.FirstResponseStatus;
import org.supportpolicy.finding.FollowUpDue;
import org.supportpolicy.finding.FollowUpOwed;
import org.supportpolicy.finding.FollowUpReminders;
import org.supportpolicy.finding.FollowUpStatus;
import org.supportpolicy.finding.Guarantee;
import org.supportpolicy.finding.Irregularity;
import org.supportpolicy.finding.Lifecycle;
import org.supportpolicy.finding.MissingInformation;
import org.supportpolicy.finding.PossibleUrgency;
import org.supportpolicy.finding.QueuePlace;
import org.supportpolicy.finding.QueuePrecedence;
import org.supportpolicy.finding.Referral;
import org.supportpolicy.finding.ReopeningWindow;
import org.supportpolicy.finding.ResponseDue;
import org.supportpolicy.finding.ResponseOwed;
import org.supportpolicy.finding.ResponsePriority;
import org.supportpolicy.finding.ResponseRegime;
import org.supportpolicy.finding.ResponseReminders;
import org.supportpolicy.finding.SupportAnswer;
import org.supportpolicy.finding.Suspension;
import org.supportpolicy.finding.Urgency;
import org.supportpolicy.finding.UrgencyInForce;
import org.supportpolicy.finding.VersionStatus;
import org.supportpolicy.finding.WithdrawnFrom;
import org.supportpolicy.internal.words.Quoted;

/**
 * What the policy says about a ticket: the findings the rules concluded, each with its reasons, and views over them by
 * section. A section that facts leave open is empty. Immutable and thread-safe.
 */
public final class Decision {

    private static final int LONGEST_NUMBER = 60;

    private final Receipt policy;
    private final FactSet facts;
    private final List<Reason> reasons;
    private final List<PolicySection> sections;
    /** What each reason concludes; every view goes through it. */
    private final Findings findings;
    /** The policy that decided; null for a part of a decision, by one clause alone. */
    private final @Nullable SupportPolicy whole;
    /** Until when it is valid, where the policy that decided does not tell that alone. */
    private final @Nullable Supplier<Optional<Instant>> validity;
    private final List<String> ignored;
    /** Found when they are asked for. */
    private volatile @Nullable SortedSet<String> needs;
    private volatile @Nullable Map<String, List<Outcome>> outcomes;

    /**
     * Makes a decision.
     *
     * @param policy the edition that decided
     * @param facts what it rests on
     * @param reasons the reasons, sorted by clause, then rule
     * @param sections the sections of the policy
     * @param whole the policy that decided; null for a part of a decision, by one clause alone
     */
    Decision(Receipt policy, FactSet facts, List<Reason> reasons, List<PolicySection> sections,
            @Nullable SupportPolicy whole) {
        this(policy, facts, reasons, sections, whole, null, List.of());
    }

    private Decision(Receipt policy, FactSet facts, List<Reason> reasons, List<PolicySection> sections,
            @Nullable SupportPolicy whole, @Nullable Supplier<Optional<Instant>> validity, List<String> ignored) {
        this.policy = policy;
        this.facts = facts;
        this.sections = sections;
        this.whole = whole;
        this.validity = validity;
        this.ignored = ignored;
        this.reasons = List.copyOf(reasons);
        this.findings = new Findings(this.reasons);
    }

    /** The same decision, of whose end something else tells than the policy that decided. */
    Decision validBy(Supplier<Optional<Instant>> other) {
        return new Decision(policy, facts, reasons, sections, whole, other, ignored);
    }

    /** The same decision, for which something was left out of the facts. */
    Decision ignoring(List<String> paths) {
        return new Decision(policy, facts, reasons, sections, whole, validity, List.copyOf(paths));
    }

    /**
     * The paths of facts, or of components of facts, that were given and that the policy does not declare, so that they were left out;
     * empty unless the policy is {@linkplain SupportPolicy#ignoringUndeclared() to leave them out}.
     */
    public List<String> ignored() {
        return ignored;
    }

    /** What was decided of: the facts as they were given, without those that were {@linkplain #ignored() left out}. */
    public FactSet facts() {
        return facts;
    }

    /** Which edition of the policy decided, exactly which files, and by which time-zone data. */
    public Receipt policy() {
        return policy.in(zone());
    }

    /** All that the decision rests on beside its facts, for a log; the zone's rules and the version of the library are those of now. */
    public LogReceipt receipt() {
        return LogReceipt.of(policy(), zone());
    }

    /** The number of the ticket, as it was given. */
    public Optional<String> ticket() {
        return facts.get(Ticket.class).map(Ticket::number);
    }

    /** The instant at which the policy was applied. */
    public Instant asOf() {
        return facts.asOf();
    }

    /** The desk's zone. */
    public ZoneId zone() {
        return facts.now().zone();
    }

    /** Every finding of a kind, in no particular order. */
    public <T extends Finding> Set<T> findings(Class<T> kind) {
        Objects.requireNonNull(kind, "The kind must be given.");
        return findings.all(kind);
    }

    /** Why: one reason for each rule that concluded something from certain facts, sorted by clause, then rule. */
    public List<Reason> reasons() {
        return reasons;
    }

    /** Whether support is owed. */
    public Optional<SupportAnswer> support() {
        return findings.any(SupportAnswer.class);
    }

    /** What kind of support the customer may ask for; empty when undetermined. */
    public Optional<Entitlement> entitlement() {
        return findings.any(Entitlement.class);
    }

    /** Where the customer is sent. */
    public Set<Referral> referrals() {
        return findings.values(Referral.class);
    }

    /** How complete the intake form is; empty when there is none. */
    public Optional<IntakeCheck> intake() {
        List<IntakeField> missing = List.copyOf(findings.sorted(MissingInformation.class, MissingInformation::field));
        boolean complete = findings.any(CompleteIntake.class).isPresent();
        return complete || !missing.isEmpty() ? Optional.of(new IntakeCheck(complete, missing)) : Optional.empty();
    }

    /** The urgency, 1 (most urgent) to 4; empty when undetermined. */
    public Optional<Integer> urgency() {
        return findings.any(Urgency.class).map(Urgency::level);
    }

    /** The levels that some completion of the unknown facts gives, ascending; empty once the level is known, or when there is none. */
    public SortedSet<Integer> possibleUrgencies() {
        return findings.any(Urgency.class).isPresent() ? Collections.emptySortedSet()
                : findings.sorted(PossibleUrgency.class, PossibleUrgency::level);
    }

    /** The level that the desk works by, 1 (most urgent) to 4; empty while it cannot be told, and for a request out of scope. */
    public Optional<Integer> urgencyInForce() {
        return findings.any(UrgencyInForce.class).map(UrgencyInForce::level);
    }

    /** What is promised about the first response; empty while the level in force cannot be told, and for a request out of scope. */
    public Optional<FirstResponse> firstResponse() {
        return findings.any(ResponseRegime.class).map(regime -> new FirstResponse(
                findings.any(ResponseOwed.class).map(ResponseOwed::owed),
                regime.priority(),
                regime.coverage(),
                findings.any(ClockStart.class).map(ClockStart::at),
                findings.any(ResponseDue.class).map(ResponseDue::at),
                findings.any(ResponseReminders.class).map(ResponseReminders::at).orElse(List.of()),
                findings.any(FirstResponseStatus.class)));
    }

    /** How the customer is kept informed; empty while the level in force cannot be told, and for a request out of scope. */
    public Optional<FollowUps> followUp() {
        return findings.any(UrgencyInForce.class).map(level -> new FollowUps(
                findings.any(FollowUpOwed.class).map(FollowUpOwed::owed),
                findings.any(FollowUpDue.class).map(FollowUpDue::at),
                findings.any(FollowUpReminders.class).map(FollowUpReminders::at).orElse(List.of()),
                findings.any(FollowUpStatus.class)));
    }

    /**
     * What places the ticket in the queue: the level in force first, then the rank that a policy of the host's own gives, then
     * certified submitters, then the time of creation.
     */
    public Queue queue() {
        Optional<QueuePlace> place = findings.any(QueuePlace.class);
        return new Queue(place.map(QueuePlace::urgency), findings.any(QueuePrecedence.class).map(QueuePrecedence::rank),
                place.map(QueuePlace::certified));
    }

    /**
     * The order in which a desk takes tickets up: by the level in force, 1 first; at one level those of certified submitters first; then by
     * the time of creation, the earliest first; then by the number of the ticket, in which digits that stand together count as one number:
     * {@code T-9} comes before {@code T-10}. What is not known goes last: a ticket without a level after all that have one, one of which it
     * is not known whether a certified submitter created it among those that none did, one without a time of creation or a number behind
     * the others.
     *
     * <p>Every two tickets with numbers have an order, and it does not depend on the others. Two decisions are at the same place when all
     * of this is the same, such as two on one ticket at two instants, which need not be {@linkplain #equals equal}.
     */
    public static Comparator<Decision> queueOrder() {
        return QueueOrder.ORDER;
    }

    /** When the ticket was created, as it was given. */
    Optional<Instant> createdAt() {
        return facts.get(Ticket.class).map(Ticket::createdAt);
    }

    /** How support for the installed version stands; empty when undetermined. */
    public Optional<VersionSupport> version() {
        return findings.any(VersionStatus.class).map(status -> new VersionSupport(status,
                findings.any(Guarantee.class).map(Guarantee::through),
                findings.any(WithdrawnFrom.class).map(WithdrawnFrom::day)));
    }

    /** The exclusions that apply. */
    public Set<Exclusion> exclusions() {
        return findings.values(Exclusion.class);
    }

    /** The ids of the clauses that suspend the obligation, sorted. */
    public SortedSet<String> suspendedBy() {
        return findings.sorted(Suspension.class, Suspension::clause);
    }

    /** The grounds on which the ticket may be marked resolved. */
    public Set<Ground> closureGrounds() {
        return findings.sorted(ClosureGround.class, ClosureGround::ground);
    }

    /** The state of the ticket once the time rules are applied; empty when its recorded state is unknown. */
    public Optional<TicketLifecycle> lifecycle() {
        return findings.any(Lifecycle.class).map(Lifecycle::state)
                .map(state -> new TicketLifecycle(state,
                        state == TicketState.RESOLVED ? findings.any(ReopeningWindow.class).map(ReopeningWindow::closes) : Optional.empty(),
                        findings.any(ClosesAt.class).map(ClosesAt::at)));
    }

    /** What the parties will, must or may do, sorted by action, party and modality. */
    public SortedSet<Action> actions() {
        return findings.sorted(Action.class, Function.identity());
    }

    /** What was done against the policy. */
    public Set<Irregularity> irregularities() {
        return findings.values(Irregularity.class);
    }

    /**
     * The paths of the unknown facts that could still change an undetermined answer, sorted. Each of them matters: two completions of what
     * is unknown that differ in it alone answer differently. No other unknown fact does. It is found from the rules, whatever policy they
     * are.
     *
     * <p>Support counts as undetermined in its gates: whether a clause refuses it, and what is not told yet of who asks, the entitlement,
     * the channel, the kind of request, the version, and the authorisation of the contact. Of exclusions, suspensions and grounds each
     * counts that is neither concluded nor ruled out by the facts that are there; what is promised goes by them as they are. What nobody
     * recorded and whose absence is an answer itself (no cause, no diagnosis, no withdrawal, no target, a symptom that is not ticked) is
     * not listed. A path without a dot names a whole fact.
     *
     * @throws PolicyException if too many unknown facts hang together to be told apart
     */
    public SortedSet<String> needs() {
        SortedSet<String> found = needs;
        if (found == null) {
            found = whole == null ? Collections.emptySortedSet() : whole.needs().of(facts, reasons);
            needs = found;
        }
        return found;
    }

    /** The {@link #needs()} taken apart, in the same order. */
    public List<Need> needed() {
        List<Cause> causes = facts.causes();
        Collection<? extends Class<?>> own = whole == null ? List.of() : whole.ownFacts().kinds().values();
        return needs().stream().map(path -> Need.of(path, causes, own)).toList();
    }

    /**
     * What would come of each value of something that is still to be known: of which of its values which open answers would follow, such
     * as urgency 1 of a critical impact on production, and 2 of a major one. Nothing for what is not among the {@link #needs()}.
     *
     * @param path the path, as {@link #needs()} has it
     */
    public List<Outcome> outcomes(String path) {
        Objects.requireNonNull(path, "The path must be given.");
        Map<String, List<Outcome>> found = outcomes;
        if (found == null) {
            found = whole == null ? Map.of() : whole.needs().outcomes(facts, reasons, needs());
            outcomes = found;
        }
        return Believable.of(found.getOrDefault(path, List.of()), facts.now());
    }

    /**
     * The answers that are given too early: some completion of the unknown facts gives another. The rules of the standard policy give
     * none. What is promised goes by the answer of support and by the level in force as they are, how a response or a follow-up stands goes
     * by the events that are recorded, exclusions and suspensions count once they are concluded, and a component that is asked for beside
     * another that is known changes nothing as long as it is unknown; none of these is early. For those who write rules; found anew
     * whenever it is asked for.
     */
    public List<EarlyAnswer> early() {
        return whole == null ? List.of() : whole.needs().early(facts, reasons);
    }

    /**
     * The first instant after that of the decision at which one of its sections is another although no fact changes: when a host has to ask
     * again; empty when there is none within ten years. Found anew whenever it is asked for, which takes as long as a few decisions. {@link
     * SupportPolicy#outlook(FactSet)} says what changes then. The decision of a {@link PolicyTimeline} may end with its edition.
     *
     * @throws PolicyException as {@link SupportPolicy#outlook(FactSet)} has it
     * @throws IllegalStateException if the decision is that of one clause alone
     */
    public Optional<Instant> validUntil() {
        if (whole == null) {
            throw new IllegalStateException("The decision of one clause alone has no end.");
        }
        return validity == null ? whole.outlook(facts).validUntil() : validity.get();
    }

    /**
     * The needs as questions, each with who can answer it and how, most telling first: what the answer of support hangs on (who asks,
     * the entitlement, the kind of request, the product, the channel, the authorisation of the contact), then what the urgency hangs on,
     * then the rest, by path.
     *
     * @param locale Dutch for Dutch, any other for English
     */
    public List<Question> questions(Locale locale) {
        return Questions.of(needed(), facts.causes(), whole == null ? OwnFacts.NONE : whole.ownFacts(), locale);
    }

    /**
     * The contested readings that the answers rest on, sorted by id: for each of them another reading of the policy can well be defended,
     * and the answers might be others.
     */
    public List<Reading> readings() {
        return ContestedReadings.of(reasons);
    }

    /**
     * What is odd about the events of the facts, sorted by path: those that lie after the instant at which the policy was applied, which
     * were left out, and those that lie before the creation of the ticket. Found when asked for; nearly always none.
     */
    public List<Note> notes() {
        return Notes.of(facts);
    }

    /**
     * The decision as text: the answers, under each the sentences of its rules with their clauses, and the facts they rest on; of a free
     * text only that it was given. Do not parse it: its wording and layout may change without warning.
     *
     * @param locale Dutch for Dutch, any other for English
     */
    public String explain(Locale locale) {
        return new Explanation(this, locale, false).text();
    }

    /** The same with what free texts say, up to sixty characters of each; it may hold personal data. */
    public String explainWithTexts(Locale locale) {
        return new Explanation(this, locale, true).text();
    }

    /**
     * The decision as three to seven sentences to the customer, to paste into a reply: the answer, one or two reasons with the section of
     * the policy, what the customer has to do, the date that matters, and the right to reopen where there is one. It says nothing of the
     * desk's own business, such as the queue, and nothing of what anybody wrote but the number of the ticket. Times are said to the
     * minute, their seconds left out, so that nothing is promised later than it is due, and nobody is told to be late. Its wording may
     * change without warning.
     *
     * @param locale Dutch for Dutch, any other for English
     */
    public String letter(Locale locale) {
        return new Letter(this, Objects.requireNonNull(locale, "The locale must be given.")).text();
    }

    /**
     * Whether the other object is a decision on an equal fact set, which has the same instant, by the same edition, files and zone data,
     * with the same reasons. Whatever can be asked of the two is then answered alike, and nothing has to be found for it. To see whether
     * only the answers are the same, compare sections.
     */
    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Decision that && facts.equals(that.facts) && policy().equals(that.policy())
                && (whole == null) == (that.whole == null) && concluded().equals(that.concluded());
    }

    /** What each reason says, wherever the files of the policy stand. */
    private List<Object> concluded() {
        return reasons.stream().<Object>map(reason -> List.of(reason.rule().name(), reason.concludes(), reason.because())).toList();
    }

    @Override
    public int hashCode() {
        return 31 * facts.hashCode() + policy().hashCode();
    }

    /**
     * The decision on one line, for a log: the number of the ticket, the instant, the answers that tell most, and the policy. Nothing that
     * anybody wrote but the number of the ticket, up to sixty characters of it. Do not parse it: it may change without warning.
     */
    @Override
    public String toString() {
        StringJoiner line = new StringJoiner(", ", "Decision[", "]");
        line.add(ticket().map(number -> "ticket " + Quoted.piece(number, LONGEST_NUMBER)).orElse("no ticket number"));
        line.add("asOf " + asOf());
        support().ifPresent(answer -> line.add("support " + answer));
        urgencyInForce().ifPresent(level -> line.add("urgency " + level));
        lifecycle().ifPresent(lifecycle -> line.add("state " + lifecycle.state()));
        findings.any(ResponseDue.class).ifPresent(due -> line.add("response due " + due.at()));
        findings.any(FollowUpDue.class).ifPresent(due -> line.add("follow-up due " + due.at()));
        return line.add("edition " + policy.edition()).add(policy.fingerprint()).toString();
    }

    /** The section of the policy in which a clause stands. */
    Optional<PolicySection> section(String clause) {
        return sections.stream().filter(section -> clause.startsWith(section.id() + ".")).findFirst();
    }

    /**
     * Which policy decided: the part of a decision, and of its JSON, that names it. {@link LogReceipt} has all else that a log keeps.
     *
     * @param edition the edition of the policy
     * @param fingerprint {@code sha256:} and the SHA-256 over the rule files and clause texts used
     * @param zoneData the version of the time-zone data by which the desk's days and hours were counted, such as {@code 2025b}
     */
    public record Receipt(String edition, String fingerprint, String zoneData) {

        /** Checks that all is given. */
        public Receipt {
            Objects.requireNonNull(edition, "The edition must be given.");
            Objects.requireNonNull(fingerprint, "The fingerprint must be given.");
            Objects.requireNonNull(zoneData, "The zoneData must be given.");
        }

        static Receipt of(String edition, String fingerprint, ZoneId zone) {
            return new Receipt(edition, fingerprint, zoneData(zone));
        }

        /** The receipt of a policy for desks in the default zone as it is for those in another. */
        Receipt in(ZoneId zone) {
            return zone.equals(Desk.DEFAULT_ZONE) ? this : of(edition, fingerprint, zone);
        }

        /** A mere offset needs no data; it is given what the default zone goes by. */
        private static String zoneData(ZoneId zone) {
            try {
                return ZoneRulesProvider.getVersions(zone.getId()).lastKey();
            } catch (ZoneRulesException e) {
                return ZoneRulesProvider.getVersions(Desk.DEFAULT_ZONE.getId()).lastKey();
            }
        }
    }

    /**
     * How complete the intake form is.
     *
     * @param complete whether nothing is missing
     * @param missing the missing items, in the order of the form
     */
    public record IntakeCheck(boolean complete, List<IntakeField> missing) {

        /** Checks that all is given. */
        public IntakeCheck {
            Objects.requireNonNull(missing, "The missing must be given.");
        }
    }

    /**
     * What is promised about the first response.
     *
     * @param owed whether one is promised; empty when the intake or the channel is unknown
     * @param priority the priority of the response
     * @param coverage when responses are given
     * @param clockStartsAt when its clock starts
     * @param dueAt the last instant that is in time, when the desk has a target
     * @param remindAt when the desk is reminded of it, ascending; empty without a due time
     * @param status how it stands
     */
    public record FirstResponse(Optional<Boolean> owed, ResponsePriority priority, Coverage coverage, Optional<Instant> clockStartsAt,
            Optional<Instant> dueAt, List<Instant> remindAt, Optional<FirstResponseStatus> status) {

        /** Checks that all is given. */
        public FirstResponse {
            Objects.requireNonNull(owed, "The owed must be given.");
            Objects.requireNonNull(priority, "The priority must be given.");
            Objects.requireNonNull(coverage, "The coverage must be given.");
            Objects.requireNonNull(clockStartsAt, "The clockStartsAt must be given.");
            Objects.requireNonNull(dueAt, "The dueAt must be given.");
            Objects.requireNonNull(remindAt, "The remindAt must be given.");
            Objects.requireNonNull(status, "The status must be given.");
        }
    }

    /**
     * How the customer is kept informed.
     *
     * @param owed whether the customer is to be; empty while the state of the ticket cannot be told
     * @param dueAt the last instant at which the next follow-up is in time, when the desk has a target
     * @param remindAt when the desk is reminded of it, ascending; empty without a due time
     * @param status how it stands
     */
    public record FollowUps(Optional<Boolean> owed, Optional<Instant> dueAt, List<Instant> remindAt, Optional<FollowUpStatus> status) {

        /** Checks that all is given. */
        public FollowUps {
            Objects.requireNonNull(owed, "The owed must be given.");
            Objects.requireNonNull(dueAt, "The dueAt must be given.");
            Objects.requireNonNull(remindAt, "The remindAt must be given.");
            Objects.requireNonNull(status, "The status must be given.");
        }
    }

    /**
     * The place in the queue.
     *
     * @param urgency the level in force
     * @param precedence the rank among tickets of that level, 1 for the first; empty in the library's policy
     * @param certified whether a certified administrator created the ticket
     */
    public record Queue(Optional<Integer> urgency, @Range(from = 1, to = 9) Optional<Integer> precedence,
            Optional<Boolean> certified) {

        /** Checks that all is given. */
        public Queue {
            Objects.requireNonNull(urgency, "The urgency must be given.");
            Objects.requireNonNull(precedence, "The precedence must be given.");
            Objects.requireNonNull(certified, "The certified must be given.");
        }
    }

    /**
     * Support for the installed version.
     *
     * @param status how it stands
     * @param guaranteedThrough the last day of the guaranteed period of a superseded version
     * @param withdrawnFrom the first day without support, when a withdrawal is announced
     */
    public record VersionSupport(VersionStatus status, Optional<LocalDate> guaranteedThrough, Optional<LocalDate> withdrawnFrom) {

        /** Checks that all is given. */
        public VersionSupport {
            Objects.requireNonNull(status, "The status must be given.");
            Objects.requireNonNull(guaranteedThrough, "The guaranteedThrough must be given.");
            Objects.requireNonNull(withdrawnFrom, "The withdrawnFrom must be given.");
        }
    }

    /**
     * The state of the ticket.
     *
     * @param state the state
     * @param reopenableUntil the first instant at which it is too late to reopen a resolved ticket
     * @param closesAt when a resolved ticket becomes closed if nothing happens
     */
    public record TicketLifecycle(TicketState state, Optional<Instant> reopenableUntil, Optional<Instant> closesAt) {

        /** Checks that all is given. */
        public TicketLifecycle {
            Objects.requireNonNull(state, "The state must be given.");
            Objects.requireNonNull(reopenableUntil, "The reopenableUntil must be given.");
            Objects.requireNonNull(closesAt, "The closesAt must be given.");
        }
    }
}
