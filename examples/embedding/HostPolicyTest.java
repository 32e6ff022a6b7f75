import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.fact.Impact;
import org.supportpolicy.fact.ProductionImpact;
import org.supportpolicy.finding.Action;
import org.supportpolicy.finding.ActionKind;
import org.supportpolicy.finding.Engagement;
import org.supportpolicy.finding.Modality;
import org.supportpolicy.finding.Urgency;
import org.supportpolicy.finding.UrgencyInForce;
import org.supportpolicy.verify.PolicyVerifier;
import org.supportpolicy.verify.ScenarioSuite;

/** How a host tests what it relies on: a clause alone, a whole decision, and the scenario files it keeps. */
class HostPolicyTest {

    private static final SupportPolicy POLICY = SupportPolicy.standard();

    @Test
    void anOutageIsUrgent() {
        PolicyVerifier policy = PolicyVerifier.of(SupportPolicy.standard());
        Instant noon = Instant.parse("2026-03-10T11:00:00Z");
        Impact outage = Impact.builder().systemDown(true).productionImpact(ProductionImpact.CRITICAL).build();
        policy.verifyPolicy().given(noon, outage).decides(new Urgency(1)).because("urgency.level-1-definition");
        policy.verify("effort.continuous-cooperation").given(noon).and(new UrgencyInForce(1), new Engagement(Modality.WILL))
                .concludes(Action.supportMay(ActionKind.WORK_CONTINUOUSLY)); // this clause alone
    }

    @TestFactory
    Stream<DynamicTest> scenarios() {
        return ScenarioSuite.of(POLICY, Path.of("examples/embedding/scenarios")).scenarios().stream().map(each -> dynamicTest(each.title(), each.uri(), () -> each.verify(POLICY)));
    }
}
