package org.supportpolicy.verify;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.supportpolicy.Decision;
import org.supportpolicy.PolicyException;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.fact.ContinuousWork;
import org.supportpolicy.fact.Impact;
import org.supportpolicy.fact.ProductionImpact;
import org.supportpolicy.fact.Resolution;
import org.supportpolicy.fact.Ticket;
import org.supportpolicy.fact.TicketState;
import org.supportpolicy.finding.Action;
import org.supportpolicy.finding.ActionKind;
import org.supportpolicy.finding.Lifecycle;
import org.supportpolicy.finding.CountsAsResolved;
import org.supportpolicy.finding.OpenTicket;
import org.supportpolicy.finding.UrgencyInForce;
import org.supportpolicy.finding.ReopeningWindow;
import org.supportpolicy.finding.Urgency;

/** The kit passes what holds, and says what does not. */
class PolicyVerifierTest {

    private static final PolicyVerifier POLICY = PolicyVerifier.of(SupportPolicy.standard());
    private static final Instant MARKED = Instant.parse("2025-03-04T09:00:00Z");
    private static final Instant CLOSES = Instant.parse("2025-03-11T23:00:00Z");
    private static final Ticket RESOLVED = Ticket.builder().state(TicketState.RESOLVED).build();
    private static final Impact OUTAGE = Impact.builder().systemDown(true).productionImpact(ProductionImpact.CRITICAL).build();

    @Test
    void aClauseAloneConcludesItsFindings() {
        POLICY.verify("closure.reopen").given(CLOSES, Resolution.builder().markedResolvedAt(MARKED).build())
                .concludes(new ReopeningWindow(MARKED, CLOSES));
    }

    @Test
    void aClauseAloneRestsOnFindingsThatAreGiven() {
        ClauseVerifier.Given facts = POLICY.verify("closure.permanent").given(CLOSES, RESOLVED);
        facts.and(new ReopeningWindow(MARKED, CLOSES)).concludes(new Lifecycle(TicketState.CLOSED));
        facts.and(new ReopeningWindow(MARKED, CLOSES.plusSeconds(1)), new CountsAsResolved()).concludes(new Lifecycle(TicketState.RESOLVED));
        POLICY.verify("effort.available-contacts").given(CLOSES, ContinuousWork.builder().agreed(true).build())
                .and(new UrgencyInForce(1), new OpenTicket()).concludes(Action.customerMust(ActionKind.DESIGNATE_AVAILABLE_CONTACTS));
    }

    @Test
    void aClauseAloneIsSilentWithoutWhatOthersConclude() {
        POLICY.verify("effort.continuous-cooperation").given(CLOSES, OUTAGE).isSilent();
    }

    @Test
    void theWholePolicyDecidesBecauseOfClauses() {
        DecisionVerifier.Decided decided = POLICY.verifyPolicy().given(CLOSES, OUTAGE);
        decided.decides(new Urgency(1)).because("urgency.level-1-definition");
        decided.decides(Decision::urgency, 1);
        decided.decides(Action.supportMay(ActionKind.WORK_CONTINUOUSLY)).because("effort.continuous-cooperation", "urgency.level-1-definition");
        decided.decides(Decision::entitlement, null);
    }

    @Test
    void whatIsNotConcludedIsSaidWithWhatIs() {
        assertThatThrownBy(() -> POLICY.verify("closure.permanent").given(CLOSES, RESOLVED).and(new ReopeningWindow(MARKED, CLOSES))
                .concludes(new Lifecycle(TicketState.ACTIVE)))
                .isInstanceOf(AssertionError.class).hasMessageContaining("  Expected: concludes active\n  Actual:   concludes closed, support will close the ticket for good")
                .hasMessageContaining("[closure.permanent, ");
        assertThatThrownBy(() -> POLICY.verify("urgency.level-1-definition").given(CLOSES, OUTAGE).isSilent())
                .isInstanceOf(AssertionError.class).hasMessageContaining("  Expected: is silent\n  Actual:   concludes ");
        assertThatThrownBy(() -> POLICY.verifyPolicy().given(CLOSES, OUTAGE).decides(new Urgency(2)))
                .isInstanceOf(AssertionError.class).hasMessageContaining("  Expected: decides urgency 2\n  Actual:   decides urgency 1");
        assertThatThrownBy(() -> POLICY.verifyPolicy().given(CLOSES, OUTAGE).decides(Decision::urgency, 2))
                .isInstanceOf(AssertionError.class).hasMessageContaining("  Expected: 2\n  Actual:   1");
        assertThatThrownBy(() -> POLICY.verifyPolicy().given(CLOSES, OUTAGE).decides(new Urgency(1)).because("effort.continuous-cooperation"))
                .isInstanceOf(AssertionError.class).hasMessageContaining("  Actual:   because urgency.level-1-definition");
    }

    @Test
    void aClauseThatDoesNotExistOrHasNoRuleIsRefused() {
        assertThatThrownBy(() -> POLICY.verify("closure.permanet")).isInstanceOf(PolicyException.class)
                .hasMessageContaining("There is no clause (closure.permanet).\n    Maybe closure.permanent.");
        assertThatThrownBy(() -> POLICY.verify("scope.external-definitions")).isInstanceOf(PolicyException.class)
                .hasMessageContaining("must have a rule");
        assertThatCode(() -> POLICY.verify("closure.permanent")).doesNotThrowAnyException();
    }
}
