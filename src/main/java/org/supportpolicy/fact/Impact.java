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
public record Impact(
        @Nullable Boolean systemDown,
        @Nullable Boolean agentsOffline,
        @Nullable Boolean serverStopped,
        @Nullable Boolean integrityAtRisk,
        @Nullable FunctionalityLoss functionalityLoss,
        @Nullable ProductionImpact productionImpact) implements Fact {

    /** Starts a builder in which every component is unknown. */
    public static ImpactBuilder builder() {
        return ImpactBuilder.builder();
    }

    /** Whether a loss is known and at least as great as the given one. */
    @InRules(implies = "functionalityLoss")
    public boolean lossAtLeast(FunctionalityLoss least) {
        return functionalityLoss != null && functionalityLoss.compareTo(least) >= 0;
    }

    /** Whether the loss is at least as great as the given one, or unknown and therefore possibly so. */
    @InRules
    public boolean lossMayReach(FunctionalityLoss least) {
        return functionalityLoss == null || functionalityLoss.compareTo(least) >= 0;
    }

    /** Whether an impact is known and at least as great as the given one. */
    @InRules(implies = "productionImpact")
    public boolean impactAtLeast(ProductionImpact least) {
        return productionImpact != null && productionImpact.compareTo(least) >= 0;
    }

    /** Whether the impact is at least as great as the given one, or unknown and therefore possibly so. */
    @InRules
    public boolean impactMayReach(ProductionImpact least) {
        return productionImpact == null || productionImpact.compareTo(least) >= 0;
    }
}
