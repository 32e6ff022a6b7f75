package org.supportpolicy.model;

import static org.supportpolicy.finding.Action.customerMay;
import static org.supportpolicy.finding.Action.customerMust;
import static org.supportpolicy.finding.Action.supportMay;
import static org.supportpolicy.finding.Action.supportWill;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.supportpolicy.fact.*;
import org.supportpolicy.finding.Action;
import org.supportpolicy.finding.ActionKind;
import org.supportpolicy.finding.Entitlement;
import org.supportpolicy.finding.Irregularity;
import org.supportpolicy.finding.Referral;
import org.supportpolicy.finding.SupportAnswer;
import org.supportpolicy.finding.VersionStatus;

/**
 * The policy a second time, in plain Java, written from its meaning and not from the rules. It shares nothing with them but the
 * records, and exists to disagree.
 */
public final class ReferenceModel {

    private final Instant now;
    private final ZoneId zone;
    private final LocalDate today;
    private final Customer customer;
    private final Contact contact;
    private final ContactNotice notice;
    private final Ticket ticket;
    private final Intake intake;
    private final Impact impact;
    private final Product product;
    private final Diagnosis diagnosis;
    private final Duties duties;
    private final ProposedSteps steps;
    private final Conversation conversation;
    private final Resolution resolution;
    private final Response response;
    private final FollowUp followUp;
    private final ContinuousWork work;
    private final Escalation escalation;
    private final ServerAccess access;
    private final SystemChange change;
    private final Desk desk;
    private final List<Cause> causes;
    private final EarlierEdition earlier;
    private final boolean conversationGiven;
    private final boolean resolutionGiven;
    private final boolean impactGiven;
    private final boolean intakeGiven;
    private final Function<Desk, DeskClock> clock;

    private ReferenceModel(FactSet facts, Function<Desk, DeskClock> clock) {
        this.clock = clock;
        now = facts.asOf();
        desk = facts.get(Desk.class).orElse(Desk.builder().build());
        zone = desk.zone() == null ? ZoneId.of("Europe/Amsterdam") : desk.zone();
        today = now.atZone(zone).toLocalDate();
        customer = facts.get(Customer.class).orElse(Customer.builder().build());
        contact = facts.get(Contact.class).orElse(Contact.builder().build());
        notice = facts.get(ContactNotice.class).orElse(ContactNotice.builder().build());
        ticket = facts.get(Ticket.class).orElse(Ticket.builder().build());
        intakeGiven = facts.get(Intake.class).isPresent();
        intake = facts.get(Intake.class).orElse(Intake.builder().build());
        impactGiven = facts.get(Impact.class).isPresent();
        impact = facts.get(Impact.class).orElse(Impact.builder().build());
        product = facts.get(Product.class).orElse(Product.builder().build());
        diagnosis = facts.get(Diagnosis.class).orElse(Diagnosis.builder().build());
        duties = facts.get(Duties.class).orElse(Duties.builder().build());
        steps = facts.get(ProposedSteps.class).orElse(ProposedSteps.builder().build());
        conversationGiven = facts.get(Conversation.class).isPresent();
        conversation = facts.get(Conversation.class).orElse(Conversation.builder().build());
        resolutionGiven = facts.get(Resolution.class).isPresent();
        resolution = facts.get(Resolution.class).orElse(Resolution.builder().build());
        response = facts.get(Response.class).orElse(Response.builder().build());
        followUp = facts.get(FollowUp.class).orElse(FollowUp.builder().build());
        work = facts.get(ContinuousWork.class).orElse(ContinuousWork.builder().build());
        escalation = facts.get(Escalation.class).orElse(Escalation.builder().build());
        access = facts.get(ServerAccess.class).orElse(ServerAccess.builder().build());
        change = facts.get(SystemChange.class).orElse(SystemChange.builder().build());
        causes = facts.causes();
        earlier = facts.get(EarlierEdition.class).orElse(EarlierEdition.builder().build());
    }

    static Answers decide(FactSet facts) {
        return decide(facts, OpenSeconds::new);
    }

    /**
     * Decides with other hours than those of the model's own, which ask of every second.
     *
     * @param clock makes the hours of a desk whose hours are known
     */
    public static Answers decide(FactSet facts, Function<Desk, DeskClock> clock) {
        return new ReferenceModel(facts, clock).answers();
    }

    /** The clauses that could still refuse support for want of a fact, whether or not another one refuses it already. */
    static Set<String> openGates(FactSet facts) {
        ReferenceModel model = new ReferenceModel(facts, OpenSeconds::new);
        return model.openGates(model.version());
    }

    /** An event that lies ahead has not happened. */
    private Instant happened(Instant event) {
        return event == null || event.isAfter(now) ? null : event;
    }

    private LocalDate happened(LocalDate event) {
        return event == null || event.isAfter(today) ? null : event;
    }

    private static boolean yes(Boolean value) {
        return Boolean.TRUE.equals(value);
    }

    private static boolean no(Boolean value) {
        return Boolean.FALSE.equals(value);
    }

    private Instant endOfDaysAfter(Instant event, int days) {
        return event.atZone(zone).toLocalDate().plusDays(days + 1).atStartOfDay(zone).toInstant();
    }

    private boolean determined(Determination... all) {
        return diagnosis.determinations() != null && diagnosis.determinations().containsAll(List.of(all));
    }

    // ---- what the request is

    private boolean outOfScope() {
        return determined(Determination.OUT_OF_SCOPE) || ticket.kind() != null && EnumSet.of(TicketKind.IMPLEMENTATION,
                TicketKind.TRAINING, TicketKind.CONSULTING, TicketKind.DEVELOPMENT, TicketKind.HOSTING, TicketKind.LICENSING,
                TicketKind.BUSINESS, TicketKind.PROFESSIONAL_SERVICES).contains(ticket.kind());
    }

    private Entitlement entitlement() {
        if (customer.kind() == null) {
            return null;
        }
        if (customer.kind() == CustomerKind.NEITHER) {
            return Entitlement.NONE;
        }
        if (yes(customer.maintenanceActive()) || yes(customer.serviceSubscriptionActive())) {
            return Entitlement.DIRECT_SUPPORT;
        }
        return no(customer.maintenanceActive()) && no(customer.serviceSubscriptionActive()) ? Entitlement.SELF_SERVICE_ONLY : null;
    }

    /** Tries every completion of the unknown facts and keeps the level on which all agree. */
    private Integer urgency() {
        if (outOfScope()) {
            return null;
        }
        boolean question = ticket.kind() != null && ticket.kind().name().startsWith("QUESTION_");
        if (!impactGiven) {
            return question ? 4 : null;
        }
        Set<Integer> levels = new TreeSet<>();
        for (FunctionalityLoss loss : impact.functionalityLoss() == null ? FunctionalityLoss.values() : new FunctionalityLoss[] {impact.functionalityLoss()}) {
            for (ProductionImpact production : impact.productionImpact() == null ? ProductionImpact.values() : new ProductionImpact[] {impact.productionImpact()}) {
                levels.add(level(loss, production));
            }
        }
        return levels.size() == 1 ? levels.iterator().next() : null;
    }

    private int level(FunctionalityLoss loss, ProductionImpact production) {
        int[][] grid = {{4, 4, 4, 4}, {4, 4, 4, 4}, {4, 3, 3, 3}, {4, 3, 2, 2}, {4, 3, 2, 1}};
        int level = grid[loss.ordinal()][production.ordinal()];
        boolean outage = yes(impact.systemDown()) || yes(impact.agentsOffline()) || yes(impact.serverStopped());
        if (outage && production == ProductionImpact.CRITICAL) {
            return 1;
        }
        return yes(impact.integrityAtRisk()) ? Math.min(level, 2) : level;
    }

    private List<IntakeField> missing() {
        List<IntakeField> missing = new ArrayList<>();
        Object[] values = {intake.subject(), intake.description(), intake.expectedResults(), intake.businessImpact(), intake.serverUrl(),
                intake.module(), intake.stepsToReproduce(), intake.sampleMachines(), intake.productVersion()};
        for (int i = 0; i < values.length; i++) {
            IntakeField field = IntakeField.values()[i];
            boolean absent = values[i] == null || values[i] instanceof String text && text.isBlank() || values[i] instanceof List<?> list && list.isEmpty();
            if (absent && (intake.notApplicable() == null || !intake.notApplicable().contains(field))) {
                missing.add(field);
            }
        }
        if (yes(intake.extraInformationRequested()) && !yes(intake.extraInformationSupplied())) {
            missing.add(IntakeField.EXTRA_INFORMATION_SUPPLIED);
        }
        return missing;
    }

    private Boolean certified() {
        if (no(contact.certified())) {
            return false;
        }
        if (contact.certifiedUntil() != null) {
            Instant created = happened(ticket.createdAt());
            return created == null ? null : (Boolean) !contact.certifiedUntil().isBefore(created.atZone(zone).toLocalDate());
        }
        return yes(contact.certified()) ? true : null;
    }

    // ---- versions

    private LocalDate guarantee;
    private LocalDate withdrawn;

    private VersionStatus version() {
        if (product.installedVersion() == null || product.versions() == null
                || product.versions().stream().anyMatch(entry -> entry.availableOn() == null)) {
            return null;
        }
        List<ProductVersion> available = new ArrayList<>(product.versions());
        available.removeIf(entry -> entry.availableOn().isAfter(today));
        available.sort(Comparator.comparing(ProductVersion::availableOn));
        int index = -1;
        for (int i = 0; i < available.size(); i++) {
            index = available.get(i).version().equals(product.installedVersion()) ? i : index;
        }
        boolean superseded = index >= 0 && index < available.size() - 1;
        if (superseded && customer.deployment() == null) {
            return null;
        }
        if (superseded && customer.deployment() == Deployment.ON_PREMISE) {
            guarantee = earlier.guaranteedThrough() != null ? earlier.guaranteedThrough() : available.get(index + 1).availableOn().plusYears(1);
        }
        Withdrawal announced = product.withdrawal();
        LocalDate given = announced == null ? null : happened(announced.noticeGivenOn());
        if (earlier.withdrawnFrom() != null) {
            withdrawn = given == null ? null : earlier.withdrawnFrom();
        } else if (announced != null && announced.effectiveOn() != null && given != null && yes(announced.formalNotice())) {
            withdrawn = announced.effectiveOn();
            if (given.plusYears(1).plusDays(1).isAfter(withdrawn)) {
                withdrawn = given.plusYears(1).plusDays(1);
            }
            if (guarantee != null && guarantee.plusDays(1).isAfter(withdrawn)) {
                withdrawn = guarantee.plusDays(1);
            }
        }
        if (withdrawn != null && !withdrawn.isAfter(today)) {
            return VersionStatus.WITHDRAWN;
        }
        if (index < 0) {
            return VersionStatus.UNKNOWN;
        }
        if (!superseded) {
            return VersionStatus.CURRENT;
        }
        if (guarantee != null && !today.isAfter(guarantee)) {
            return VersionStatus.PREVIOUS;
        }
        return happened(product.supportEndedOn()) != null ? VersionStatus.UNSUPPORTED : VersionStatus.AT_DISCRETION;
    }

    // ---- the whole

    private Answers answers() {
        Answers answers = new Answers();
        VersionStatus version = version();
        Integer urgency = urgency();
        Set<org.supportpolicy.finding.Exclusion> exclusions = Exclusions.of(causes, customer.deployment(), guarantee, today);
        Set<String> suspended = suspended();
        Set<Ground> grounds = grounds(urgency);
        boolean refused = customer.kind() == CustomerKind.NEITHER || entitlement() == Entitlement.SELF_SERVICE_ONLY
                || ticket.channel() != null && ticket.channel() != Channel.ONLINE_HELPDESK || outOfScope() || !exclusions.isEmpty()
                || version == VersionStatus.UNSUPPORTED || version == VersionStatus.WITHDRAWN;
        boolean open = !openGates(version).isEmpty();
        answers.put("support", refused ? SupportAnswer.NOT_OWED : open ? SupportAnswer.UNDETERMINED
                : !suspended.isEmpty() ? SupportAnswer.SUSPENDED : version == VersionStatus.AT_DISCRETION ? SupportAnswer.DISCRETIONARY : SupportAnswer.OWED);
        answers.put("gates", refused ? Set.of() : openGates(version));
        answers.put("entitlement", entitlement());
        answers.put("intake", intakeGiven ? missing() : null).put("urgency", urgency);
        answers.put("certified", certified()).put("queuedUrgency", urgency);
        answers.put("version", version).put("guaranteedThrough", version == null ? null : guarantee).put("withdrawnFrom", version == null ? null : withdrawn);
        answers.put("exclusions", exclusions).put("suspendedBy", suspended).put("closureGrounds", grounds);
        new FirstResponseModel(now, ticket, intake, response, desk, clock).answer(answers, urgency,
                intakeGiven ? (Boolean) missing().isEmpty() : null);
        lifecycle(answers, urgency, grounds, refused);
        return answers;
    }

    /** The clauses that could still refuse support, for want of a fact. */
    private Set<String> openGates(VersionStatus version) {
        Set<String> open = new TreeSet<>();
        add(open, "scope.support-to-partners-and-customers", customer.kind() == null);
        add(open, "request.direct-support-entitlement", entitlement() == null);
        add(open, "request.via-online-helpdesk", ticket.channel() == null);
        add(open, "request.excluded-services", ticket.kind() == null && !outOfScope());
        add(open, "sunset.current-version", version == null || version == VersionStatus.UNKNOWN);
        add(open, "contact.report-by-authorised-contact", contact.authorised() == null);
        return open;
    }

    private Set<String> suspended() {
        Set<String> by = new TreeSet<>();
        boolean onPremise = customer.deployment() == Deployment.ON_PREMISE;
        if (no(contact.authorised())) {
            by.add("contact.report-by-authorised-contact");
        }
        if (ticket.state() == TicketState.SUSPENDED && nobodyDesignated()) {
            by.add("effort.no-contacts-suspend");
        }
        if (no(duties.instructionsFollowed())) {
            by.add("duty.follow-instructions");
        }
        if (no(duties.knowledgeBaseConsulted())) {
            by.add("duty.research-knowledge-base-first");
        }
        if (happened(steps.proposedAt()) != null && no(steps.reasonableEffortsMade())) {
            by.add("duty.reasonable-efforts");
        }
        if (yes(duties.provisionRequested()) && yes(duties.provisionRequestReasonable()) && no(duties.provisionSupplied())) {
            by.add("duty.provide-on-request");
        }
        LocalDate oldest = happened(duties.oldestOutstandingPatchOn());
        if (onPremise && oldest != null && desk.promptPatching() != null && today.isAfter(oldest.plus(desk.promptPatching()))) {
            by.add("duty.install-patches-promptly");
        }
        if (onPremise && no(duties.platformMeetsRequirements())) {
            by.add("duty.meet-specifications");
        }
        if (yes(duties.thirdPartyConflictIdentified()) && no(duties.thirdPartyConflictEliminated())) {
            by.add("duty.eliminate-conflicts");
        }
        return by;
    }

    private boolean nobodyDesignated() {
        return yes(work.agreed()) && happened(work.contactsRequestedAt()) != null && Integer.valueOf(0).equals(work.contactsDesignated());
    }

    private boolean unanswered(Instant at) {
        Instant first = happened(conversation.firstUnansweredAttemptAt());
        Instant answer = happened(conversation.lastCustomerAnswerAt());
        return conversationGiven && conversation.unansweredAttempts() != null && conversation.unansweredAttempts() >= 2 && first != null
                && (answer == null || answer.isBefore(first) || answer.isAfter(at)) && !at.isBefore(earlier.answerableUntil() != null ? earlier.answerableUntil() : endOfDaysAfter(first, 7));
    }

    private Set<Ground> grounds(Integer urgency) {
        Set<Ground> grounds = new TreeSet<>();
        add(grounds, Ground.NO_CUSTOMER_REPLY, unanswered(now));
        add(grounds, Ground.NO_LONGER_NEEDED, determined(Determination.NO_LONGER_NEEDED));
        add(grounds, Ground.FIXED_BY_CURRENT_RELEASE, determined(Determination.FIXED_BY_CURRENT_RELEASE));
        add(grounds, Ground.WORKS_AS_DESIGNED, determined(Determination.WORKS_AS_DESIGNED, Determination.CONFORMS_TO_DOCUMENTATION));
        add(grounds, Ground.ENHANCEMENT, determined(Determination.ENHANCEMENT_OR_SUGGESTION) || ticket.kind() == TicketKind.ENHANCEMENT);
        add(grounds, Ground.OUT_OF_SCOPE, outOfScope());
        add(grounds, Ground.NO_MATERIAL_IMPACT, determined(Determination.NO_MATERIAL_IMPACT, Determination.NOT_FIXED_NOW)
                && Integer.valueOf(4).equals(urgency));
        add(grounds, Ground.SOLVED, determined(Determination.INVESTIGATED, Determination.SOLUTION_FOUND, Determination.SOLUTION_COMMUNICATED));
        add(grounds, Ground.STEPS_NOT_IMPLEMENTED, happened(steps.proposedAt()) != null && no(steps.implemented())
                && yes(steps.reasonableTimeGiven()) && no(steps.reasonableEffortsMade()));
        return grounds;
    }

    private static <T> void add(Set<T> set, T element, boolean condition) {
        if (condition) {
            set.add(element);
        }
    }

    private void lifecycle(Answers answers, Integer urgency, Set<Ground> grounds, boolean refused) {
        Instant marked = happened(resolution.markedResolvedAt());
        Instant end = marked == null ? null : earlier.reopenableUntil() != null ? earlier.reopenableUntil() : endOfDaysAfter(marked, 7);
        Instant asked = happened(resolution.reopenRequestedAt());
        Instant updated = happened(resolution.lastCustomerUpdateAt());
        boolean askedInWindow = marked != null && asked != null && !asked.isBefore(marked) && asked.isBefore(end);
        boolean updatedInWindow = askedInWindow || marked != null && updated != null && !updated.isBefore(marked) && updated.isBefore(end);
        boolean reopened = askedInWindow && yes(resolution.reopenExplained());
        boolean windowOpen = end != null && now.isBefore(end);
        TicketState state = ticket.state();
        if (state == TicketState.RESOLVED && marked != null) {
            state = reopened ? TicketState.ACTIVE : updatedInWindow || windowOpen ? TicketState.RESOLVED : TicketState.CLOSED;
        }
        boolean resolved = state == TicketState.RESOLVED;
        answers.put("state", state).put("reopenableUntil", resolved ? end : null)
                .put("closesAt", resolved && !updatedInWindow ? end : null);

        Set<Action> actions = new TreeSet<>();
        Set<Irregularity> irregular = new TreeSet<>();
        Set<Referral> referrals = new TreeSet<>();
        boolean openTicket = !resolved && state != TicketState.CLOSED;
        new ActionsModel(this, actions, irregular, referrals, urgency, grounds, refused, openTicket, state).collect(answers);
        add(actions, customerMay(ActionKind.REOPEN), resolved && windowOpen);
        add(actions, supportWill(ActionKind.REOPEN), ticket.state() == TicketState.RESOLVED && reopened);
        add(actions, customerMust(ActionKind.EXPLAIN_REOPENING), resolved && windowOpen && askedInWindow && no(resolution.reopenExplained()));
        add(actions, supportWill(ActionKind.CLOSE_PERMANENTLY), ticket.state() == TicketState.RESOLVED && state == TicketState.CLOSED);
        add(actions, supportWill(ActionKind.REFUSE_REOPENING), state == TicketState.CLOSED && asked != null);
        add(actions, customerMust(ActionKind.CREATE_NEW_TICKET), state == TicketState.CLOSED && yes(resolution.problemRecurred()));
        if (resolutionGiven && marked != null) {
            boolean holds = resolution.ground() == Ground.NO_CUSTOMER_REPLY ? unanswered(marked)
                    : resolution.ground() != null && grounds.contains(resolution.ground());
            add(irregular, Irregularity.RESOLVED_WITHOUT_GROUND, !holds);
            add(irregular, Irregularity.ENHANCEMENT_WITHOUT_REFERRAL,
                    resolution.ground() == Ground.ENHANCEMENT && no(resolution.knowledgeBaseReferralMade()));
            add(irregular, Irregularity.CLOSED_TOO_EARLY, ticket.state() == TicketState.CLOSED && windowOpen);
            add(irregular, Irregularity.REOPENED_AFTER_CLOSED, ticket.state() == TicketState.ACTIVE && asked != null
                    && !asked.isBefore(end) && !updatedInWindow);
        }
        answers.put("actions", actions).put("irregularities", irregular).put("referrals", referrals);
    }

    // ---- the actions of section 6

    private record ActionsModel(ReferenceModel m, Set<Action> actions, Set<Irregularity> irregular, Set<Referral> referrals,
            Integer urgency, Set<Ground> grounds, boolean refused, boolean open, TicketState state) {

        void collect(Answers answers) {
            boolean help = open && !refused;
            boolean one = Integer.valueOf(1).equals(urgency);
            intake(help);
            scope();
            grounds(help);
            access(help);
            add(actions, supportMay(ActionKind.ASK_TO_RECREATE), help && (yes(m.diagnosis.configurationRelated()) || m.diagnosis.origin() == Origin.CONFIGURATION));
            boolean platform = m.diagnosis.origin() == Origin.HARDWARE || m.diagnosis.origin() == Origin.OPERATING_SYSTEM;
            add(actions, supportWill(ActionKind.RECOMMEND_CHANGES), open && platform);
            add(actions, supportWill(ActionKind.RESUME_INVESTIGATION), open && platform && yes(m.diagnosis.continuationRequested())
                    && yes(m.diagnosis.hardwareOrSystemRepaired()));
            add(actions, customerMust(ActionKind.REPORT_BY_AUTHORISED_CONTACT), open && no(m.contact.authorised()));
            notices();
            add(irregular, Irregularity.CHANGE_WITHOUT_APPROVAL, no(m.change.approvedByAuthorisedContact()) || no(m.change.bySupportStaffAuthorised()));
            add(actions, supportWill(ActionKind.GIVE_PRIORITY), help && (one || yes(m.certified())));
            add(actions, supportMay(ActionKind.WORK_CONTINUOUSLY), help && one);
            add(actions, customerMust(ActionKind.DESIGNATE_AVAILABLE_CONTACTS), open && one && yes(m.work.agreed())
                    && (m.work.contactsDesignated() == null || m.work.contactsDesignated() == 0));
            boolean nobody = one && m.nobodyDesignated();
            add(actions, supportMay(ActionKind.SUSPEND_SUPPORT), help && nobody && m.ticket.state() != TicketState.SUSPENDED);
            add(actions, supportMay(ActionKind.LOWER_URGENCY), help && nobody);
            boolean unavailable = no(m.contact.available()) && !nobody;
            boolean four = Integer.valueOf(4).equals(urgency);
            add(actions, supportWill(four ? ActionKind.LOWER_UPDATE_FREQUENCY : ActionKind.LOWER_URGENCY_OR_UPDATE_FREQUENCY), help && unavailable);
            add(actions, supportWill(ActionKind.GIVE_FOLLOW_UPS), !refused && state == TicketState.ACTIVE
                    && m.happened(m.followUp.rootCauseEstablishedAt()) == null && m.happened(m.followUp.workaroundEstablishedAt()) == null
                    && m.happened(m.followUp.otherwiseAgreedAt()) == null);
            boolean counted = m.happened(m.response.firstRespondedAt()) != null && yes(m.response.byTechnician());
            add(actions, supportWill(ActionKind.GIVE_FIRST_RESPONSE), help && Boolean.TRUE.equals(answers.get("owed")) && !counted);
            Instant asked = m.happened(m.escalation.requestedAt());
            add(actions, supportWill(ActionKind.HEAR_ESCALATION), help && asked != null && (m.escalation.channel() == EscalationChannel.IN_TICKET
                    || m.escalation.channel() == EscalationChannel.PHONE && m.desk.hours() != null && m.clock.apply(m.desk).isOpen(asked)));
            add(actions, customerMust(ActionKind.CREATE_SEPARATE_TICKETS), open && m.ticket.distinctProblems() != null && m.ticket.distinctProblems() > 1);
            add(actions, customerMust(ActionKind.CURE_DUTY), open && m.suspended().stream().anyMatch(clause -> clause.startsWith("duty.")));
            boolean mayLower = grounds.contains(Ground.STEPS_NOT_IMPLEMENTED) || nobody || unavailable && urgency != null && urgency < 4;
            if (urgency != null && m.ticket.urgencySet() != null) {
                add(irregular, Irregularity.URGENCY_WITHOUT_GROUND, m.ticket.urgencySet() > urgency && !mayLower
                        || m.ticket.urgencySet() < urgency && asked == null);
            }
            if (m.happened(m.response.firstRespondedAt()) != null) {
                add(irregular, Irregularity.RESPONSE_NOT_LOGGED, no(m.response.loggedOnTicket()));
                add(irregular, Irregularity.RESPONSE_NOT_BY_TECHNICIAN, no(m.response.byTechnician()));
            }
            withdrawal();
        }

        private void intake(boolean help) {
            boolean incomplete = m.intakeGiven && !m.missing().isEmpty();
            add(actions, customerMust(ActionKind.SUPPLY_MISSING_INFORMATION), open && incomplete);
            add(actions, supportMay(ActionKind.DELAY), help && incomplete);
            add(actions, supportMay(ActionKind.PUT_ON_HOLD), help && incomplete && m.ticket.state() != TicketState.ON_HOLD);
            add(actions, supportWill(ActionKind.RELEASE_HOLD), help && m.intakeGiven && !incomplete && m.ticket.state() == TicketState.ON_HOLD);
        }

        private void scope() {
            boolean elsewhere = m.ticket.channel() != null && m.ticket.channel() != Channel.ONLINE_HELPDESK;
            add(actions, customerMust(ActionKind.ENTER_IN_ONLINE_HELPDESK), open && elsewhere);
            add(referrals, Referral.ONLINE_HELPDESK, open && elsewhere);
            add(actions, supportWill(ActionKind.REFER), m.outOfScope());
            if (m.ticket.kind() != null) {
                switch (m.ticket.kind()) {
                    case IMPLEMENTATION, CONSULTING, DEVELOPMENT, HOSTING, PROFESSIONAL_SERVICES -> referrals.add(Referral.CONSULTING);
                    case TRAINING -> referrals.add(Referral.EDUCATION);
                    case LICENSING, BUSINESS -> referrals.add(Referral.ACCOUNT_MANAGER);
                    default -> { }
                }
            }
        }

        private void grounds(boolean help) {
            for (Ground ground : grounds) {
                add(actions, ground == Ground.ENHANCEMENT ? supportWill(ActionKind.MARK_RESOLVED) : supportMay(ActionKind.MARK_RESOLVED), open);
            }
            add(actions, supportWill(ActionKind.REFER), open && grounds.contains(Ground.ENHANCEMENT));
            add(referrals, Referral.KNOWLEDGE_BASE, open && grounds.contains(Ground.ENHANCEMENT));
            Integer level = m.ticket.urgencySet() != null ? m.ticket.urgencySet() : urgency;
            add(actions, supportMay(ActionKind.LOWER_URGENCY), help && grounds.contains(Ground.STEPS_NOT_IMPLEMENTED) && level != null && level != 4);
        }

        private void access(boolean help) {
            ServerAccess access = m.access;
            boolean allowed = access.purpose() != null && access.purpose() != AccessPurpose.OTHER;
            add(actions, supportMay(ActionKind.ASK_FOR_ACCESS), help && state == TicketState.ACTIVE && allowed);
            add(actions, customerMust(ActionKind.CREATE_SUPPORT_LOGIN), open && m.customer.deployment() == Deployment.ON_PREMISE
                    && yes(access.wanted()) && no(m.customer.supportLoginCreated()));
            add(actions, customerMust(ActionKind.PROVIDE_TEST_MACHINES), open && yes(access.wanted())
                    && Objects.equals(m.customer.testMachinesProvided(), 0) && Objects.equals(m.customer.testEndpointsProvided(), 0));
            add(irregular, Irregularity.ACCESS_WITHOUT_GRANT, yes(access.occurred()) && no(access.granted()));
            add(irregular, Irregularity.ACCESS_FOR_OTHER_PURPOSE, (yes(access.requested()) || yes(access.occurred())) && access.purpose() == AccessPurpose.OTHER);
            add(irregular, Irregularity.ACCESS_NOT_LOGGED, yes(access.occurred()) && no(access.logged()));
            add(irregular, Irregularity.ACCESS_LOG_INCOMPLETE, yes(access.occurred()) && yes(access.logged())
                    && (no(access.logHasUserName()) || no(access.logHasTime())));
        }

        private void notices() {
            ContactNotice notice = m.notice;
            boolean lacking = notice.replacement() != null && (notice.form() == NoticeForm.ORAL || no(notice.hasName()) || no(notice.hasEmail())
                    || no(notice.hasDirectPhone()));
            add(actions, customerMust(ActionKind.NOTIFY_IN_WRITING), open && lacking);
            add(irregular, Irregularity.CONTACT_NOTICE_INCOMPLETE, lacking);
            Instant notified = m.happened(notice.notifiedAt());
            Instant effective = m.happened(notice.effectiveAt());
            add(irregular, Irregularity.CONTACT_NOTICE_LATE, yes(notice.replacement()) && notified != null && effective != null && !notified.isBefore(effective));
        }

        private void withdrawal() {
            Withdrawal announced = m.product.withdrawal();
            if (announced != null) {
                LocalDate given = m.happened(announced.noticeGivenOn());
                add(irregular, Irregularity.WITHDRAWAL_WITHOUT_FORMAL_NOTICE, no(announced.formalNotice()));
                add(irregular, Irregularity.WITHDRAWAL_NOTICE_TOO_SHORT, given != null && announced.effectiveOn() != null
                        && announced.effectiveOn().isBefore(given.plusYears(1).plusDays(1)));
            }
        }
    }
}
