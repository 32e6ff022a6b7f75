package org.supportpolicy.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supportpolicy.OwnFacts;
import org.supportpolicy.PolicyException;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.author.PolicyCheck;
import org.supportpolicy.fact.Impact;
import org.supportpolicy.fact.OwnFact;
import org.supportpolicy.fact.ProductionImpact;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.finding.Outage;
import org.supportpolicy.finding.Urgency;
import org.supportpolicy.model.OwnPolicy;

/** The kit tests rules over facts and findings that a policy declares, in Java by name or by records, and in scenarios by their keys. */
class OwnPolicyTest {

    private static final Instant NOW = Instant.parse("2026-03-10T09:00:00Z");
    private static final LocalDate SINCE = LocalDate.parse("2020-01-01");
    private static final String LEVEL = "urgency.level-1-definition";

    @TempDir
    Path directory;

    private PolicyVerifier verifier;
    private OwnFacts own;

    /** A choice of the host's own. */
    public enum TierLevel { GOLD }

    /** A fact of the host's own. */
    public record Tier(TierLevel level, LocalDate since) {}

    /** A finding of the host's own. */
    public record GoldCustomer(LocalDate since) {}

    private record TierRank(int rank) {}

    @BeforeEach
    void load() throws IOException {
        SupportPolicy policy = OwnPolicy.in(directory);
        verifier = PolicyVerifier.of(policy);
        own = policy.ownFacts();
    }

    @Test
    void rulesOverDeclaredFactsConcludeDeclaredFindings() {
        OwnFact tier = own.fact("tier").with("level", "GOLD").with("since", SINCE).build();
        Finding gold = own.finding("GoldCustomer", Map.of("since", SINCE));
        assertThat(own.fact(new Tier(TierLevel.GOLD, SINCE))).isEqualTo(tier);
        assertThat(own.finding(new GoldCustomer(SINCE))).isEqualTo(gold);
        verifier.verify(LEVEL).given(NOW, tier).concludes(gold, own.finding("TierRank", Map.of("rank", 1)));
        OwnFact loss = own.fact("dataLoss").with("happened", true).build();
        verifier.verify(LEVEL).given(NOW, loss).and(gold).concludes(new Outage());
        verifier.verify(LEVEL).given(NOW, loss).isSilent();
        verifier.verifyPolicy().given(NOW, tier, loss, Impact.builder().productionImpact(ProductionImpact.CRITICAL).build())
                .decides(new Urgency(1)).because(LEVEL);
        assertThatThrownBy(() -> verifier.verify(LEVEL).given(NOW, tier).concludes(own.finding("TierRank", Map.of("rank", 2))))
                .isInstanceOf(AssertionError.class).hasMessageContaining("rank 2 among customers");
    }

    @Test
    void whatIsNotDeclaredIsNoFinding() {
        assertThatIllegalArgumentException().isThrownBy(() -> own.finding("GoldCustomers", Map.of()))
                .withMessage("The policy has no finding (GoldCustomers). Maybe GoldCustomer.");
        assertThatIllegalArgumentException().isThrownBy(() -> own.finding("GoldCustomer", Map.of("sinc", SINCE)))
                .withMessage("GoldCustomer has no (sinc). Maybe since.");
        assertThatIllegalArgumentException().isThrownBy(() -> own.finding("TierRank", Map.of("rank", "first")))
                .withMessageContaining("TierRank.rank must be a");
        assertThatIllegalArgumentException().isThrownBy(() -> own.finding(new TierRank(1))).withMessageContaining("must be public");
        assertThatThrownBy(() -> own.finding("GoldCustomer", Map.of())).hasMessageContaining("since");
    }

    @Test
    void scenariosGiveDeclaredFacts() throws IOException {
        Path file = Files.writeString(directory.resolve("own.yaml"), """
                - title: Any loss of data of a gold customer is urgent
                  given: {asOf: "2026-03-10T09:00:00Z", tier: {level: GOLD, since: "2020-01-01"}, dataLoss: {happened: true}}
                  table:
                    given: [impact.productionImpact, securityReview.passed]
                    expect: [urgency.level]
                    rows:
                      - [CRITICAL, null, 1]
                      - [CRITICAL, true, null]
                  """);
        List<Scenario> scenarios = ScenarioSuite.of(SupportPolicy.load(directory), file).scenarios();
        assertThat(scenarios).hasSize(2).allSatisfy(scenario -> scenario.verify(SupportPolicy.load(directory)));
        assertThatThrownBy(() -> ScenarioSuite.of(SupportPolicy.standard(), file)).isInstanceOf(PolicyException.class)
                .hasMessageContaining("The fact set has no (tier).");
        Files.move(file, directory.resolve("scenarios/own.yaml"));
        assertThat(PolicyCheck.check(directory)).isEmpty();
        Files.writeString(directory.resolve("scenarios/own.yaml"), Files.readString(directory.resolve("scenarios/own.yaml")).replace("GOLD", "GOLDEN"));
        assertThat(PolicyCheck.check(directory)).extracting(problem -> problem.message()).anyMatch(message -> message.contains("GOLDEN"));
    }
}
