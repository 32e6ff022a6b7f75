package org.supportpolicy.fact;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * What the problem does to the customer. The four symptoms are boxes to tick: one that is absent is not reported.
 *
 * @param systemDown whether the whole system is down
 * @param agentsOffline whether agents are offline
 * @param serverStopped whether the server has stopped
 * @param integrityAtRisk whether the integrity of the system is at risk
 * @param functionalityLoss how much of the application is lost
 * @param productionImpact the consequence for production
 */
@RecordBuilder
@AbsentMeansNone(of = {TicketKind.QUESTION_INTEGRATION, TicketKind.QUESTION_INSTALLATION, TicketKind.QUESTION_CONFIGURATION,
        TicketKind.QUESTION_OTHER, TicketKind.ENHANCEMENT})
public record Impact(
        @AbsentMeansNone(onceGiven = true) @Nullable Boolean systemDown,
        @AbsentMeansNone(onceGiven = true) @Nullable Boolean agentsOffline,
        @AbsentMeansNone(onceGiven = true) @Nullable Boolean serverStopped,
        @AbsentMeansNone(onceGiven = true) @Nullable Boolean integrityAtRisk,
        @Nullable FunctionalityLoss functionalityLoss,
        @Nullable ProductionImpact productionImpact) implements Fact {

    /** Starts a builder in which every component is unknown. */
    public static ImpactBuilder builder() {
        return ImpactBuilder.builder();
    }

    /** Whether a loss is known and at least as great as the given one. */
    @InRules(implies = "functionalityLoss", reads = "functionalityLoss")
    public boolean lossAtLeast(FunctionalityLoss least) {
        return functionalityLoss != null && functionalityLoss.compareTo(least) >= 0;
    }

    /** Whether the loss is at least as great as the given one, or unknown and therefore possibly so. */
    @InRules(reads = "functionalityLoss")
    public boolean lossMayReach(FunctionalityLoss least) {
        return functionalityLoss == null || functionalityLoss.compareTo(least) >= 0;
    }

    /** Whether an impact is known and at least as great as the given one. */
    @InRules(implies = "productionImpact", reads = "productionImpact")
    public boolean impactAtLeast(ProductionImpact least) {
        return productionImpact != null && productionImpact.compareTo(least) >= 0;
    }

    /** Whether the impact is at least as great as the given one, or unknown and therefore possibly so. */
    @InRules(reads = "productionImpact")
    public boolean impactMayReach(ProductionImpact least) {
        return productionImpact == null || productionImpact.compareTo(least) >= 0;
    }
}
