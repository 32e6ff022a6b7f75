package org.supportpolicy.model;

import java.time.Instant;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.supportpolicy.fact.EscalationChannel;
import org.supportpolicy.fact.FunctionalityLoss;
import org.supportpolicy.fact.Impact;
import org.supportpolicy.fact.ProductionImpact;
import org.supportpolicy.fact.TicketKind;

/** The urgency by the definitions and the level in force, in the reference model. */
final class UrgencyModel {

    /** A row for each loss, a column for each impact, both from none upwards. */
    private static final int[][] GRID = {{4, 4, 4, 4}, {4, 4, 4, 4}, {4, 3, 3, 3}, {4, 3, 2, 2}, {4, 3, 2, 1}};

    /** The level by the definitions, or null. */
    final Integer level;

    /** The levels that are possible, while the level is not known. */
    final Set<Integer> possible;

    /** The level the desk works by, or null. */
    final Integer inForce;

    /** The customer has asked for more priority, in a way that counts. */
    final boolean escalationHeard;

    /** The desk has set a level for which there is no ground. */
    final boolean setWithoutGround;

    private final Given given;

    UrgencyModel(Given given, boolean outOfScope) {
        this.given = given;
        SortedSet<Integer> levels = outOfScope ? new TreeSet<>() : levels();
        level = levels.size() == 1 ? levels.first() : null;
        possible = level == null ? levels : Set.of();
        escalationHeard = escalationHeard();
        Integer set = given.ticket.urgencySet();
        setWithoutGround = level != null && set != null && (set > level && !mayBeLowered() || set < level && !escalationHeard);
        inForce = outOfScope ? null : set == null || setWithoutGround ? level : set;
    }

    boolean isInForce(int urgency) {
        return inForce != null && inForce == urgency;
    }

    /** The levels of every completion of what is unknown. */
    private SortedSet<Integer> levels() {
        SortedSet<Integer> levels = new TreeSet<>();
        TicketKind kind = given.ticket.kind();
        if (!given.impactGiven) {
            boolean harmless = kind == TicketKind.ENHANCEMENT || kind != null && kind.name().startsWith("QUESTION_");
            levels.addAll(harmless ? Set.of(4) : Set.of(1, 2, 3, 4));
            return levels;
        }
        Impact impact = given.impact;
        for (FunctionalityLoss loss : FunctionalityLoss.values()) {
            for (ProductionImpact production : ProductionImpact.values()) {
                boolean lossFits = Given.yes(impact.systemDown()) ? loss == FunctionalityLoss.TOTAL
                        : impact.functionalityLoss() == null || impact.functionalityLoss() == loss;
                if (lossFits && (impact.productionImpact() == null || impact.productionImpact() == production)) {
                    levels.add(level(loss, production));
                }
            }
        }
        return levels;
    }

    private int level(FunctionalityLoss loss, ProductionImpact production) {
        Impact impact = given.impact;
        boolean outage = Given.yes(impact.systemDown()) || Given.yes(impact.agentsOffline()) || Given.yes(impact.serverStopped());
        if (outage && production == ProductionImpact.CRITICAL) {
            return 1;
        }
        int level = GRID[loss.ordinal()][production.ordinal()];
        return Given.yes(impact.integrityAtRisk()) ? Math.min(level, 2) : level;
    }

    private boolean escalationHeard() {
        Instant asked = given.happened(given.escalation.requestedAt());
        EscalationChannel channel = given.escalation.channel();
        return asked != null && (channel == EscalationChannel.IN_TICKET
                || channel == EscalationChannel.PHONE && given.hours != null && given.hours.isOpen(asked));
    }

    /** A clause permits or orders lowering from the level of the definitions. */
    private boolean mayBeLowered() {
        boolean nobody = level == 1 && given.nobodyDesignated();
        boolean unavailable = Given.no(given.contact.available()) && !given.followUpsEnded();
        return level < 4 && (given.stepsNotImplemented() || nobody || unavailable);
    }
}
