package org.supportpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supportpolicy.author.WorkingCopy;
import org.supportpolicy.fact.BadFactException;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.Impact;
import org.supportpolicy.fact.OwnFact;
import org.supportpolicy.fact.ProductionImpact;
import org.supportpolicy.finding.Outage;
import org.supportpolicy.json.DecisionReader;
import org.supportpolicy.json.DecisionWriter;

/** Facts that a policy declares, as a host makes them, and what becomes of them where another policy decides. */
public class OwnFactsTest {

    private static final Instant NOW = Instant.parse("2026-03-10T15:30:00Z");
    private static final LocalDate DAY = LocalDate.parse("2020-01-01");
    private static final Locale DUTCH = Locale.forLanguageTag("nl");

    private static SupportPolicy policy;
    private static OwnFacts own;

    /** Classes of a host with the names of what the policy declares. */
    public enum Level { GOLD, SILVER, BRONZE }

    public record Device(Integer floor) {}

    public record Tier(Level level, LocalDate since, List<Device> devices) {}

    /** One of another shape. */
    public record DataLoss(boolean happened, String how) {}

    /** Records that nobody else can read. */
    private static final class Hidden {

        record Tier(Level level) {}
    }

    @BeforeAll
    static void load(@TempDir Path directory) throws IOException {
        policy = DeclaredPolicy.in(directory);
        own = policy.ownFacts();
    }

    private static FactSet gold() {
        return FactSet.builder(NOW).with(own.fact("tier").with("level", "GOLD").with("since", DAY).build(),
                own.fact("dataLoss").with("happened", true).build(),
                Impact.builder().productionImpact(ProductionImpact.CRITICAL).build()).build();
    }

    @Test
    void whatIsDeclaredGoesByItsNames() {
        assertThat(own.kinds().keySet()).containsExactly("tier", "dataLoss");
        assertThat(own.findings().keySet()).containsExactly("GoldCustomer");
        OwnFact tier = own.fact("tier").with("level", "GOLD").with("since", DAY).with("since", null).build();
        assertThat(tier.component("level")).hasToString("GOLD");
        assertThat(tier.component("since")).isNull();
        assertThat(tier).isEqualTo(own.fact("tier").with("level", Level.GOLD).build()).hasToString("Tier[level=GOLD, since=null, devices=null]");
        assertThat(SupportPolicy.standard().ownFacts()).isSameAs(OwnFacts.NONE);
    }

    @Test
    void aNameOrValueThatIsNoneIsSaidWithWhatWasMeant() {
        assertThatIllegalArgumentException().isThrownBy(() -> own.fact("teir")).withMessage("The policy has no fact (teir). Maybe tier.");
        assertThatIllegalArgumentException().isThrownBy(() -> own.fact("goldCustomer")).withMessage("The policy has no fact (goldCustomer).");
        assertThatIllegalArgumentException().isThrownBy(() -> own.fact("tier").with("levl", "GOLD")).withMessage("Tier has no (levl). Maybe level.");
        assertThatIllegalArgumentException().isThrownBy(() -> own.fact("tier").with("level", Level.BRONZE))
                .withMessageStartingWith("Tier.level must be one of [SILVER, GOLD]");
        assertThatIllegalArgumentException().isThrownBy(() -> own.fact("tier").with("since", "2020-01-01"))
                .withMessage("Tier.since must be a LocalDate, not a String.");
        assertThatIllegalArgumentException().isThrownBy(() -> own.fact("tier").with("devices", new Device(1))).withMessageContaining("must be a list");
        assertThatIllegalArgumentException().isThrownBy(() -> own.fact(new DataLoss(true, "fire"))).withMessageContaining("DataLoss has no (how).");
        assertThatIllegalArgumentException().isThrownBy(() -> own.fact(new Hidden.Tier(Level.GOLD))).withMessageContaining("must be public");
        assertThatIllegalArgumentException().isThrownBy(() -> own.fact("tier").build().component("levl")).withMessageContaining("(levl)");
    }

    @Test
    void aRecordOfTheHostSaysTheSame() {
        OwnFact tier = own.fact(new Tier(Level.GOLD, DAY, List.of(new Device(3), new Device(null))));
        assertThat(tier.component("devices")).asList().hasSize(2);
        assertThat(own.fact(new Tier(null, null, null))).isEqualTo(own.fact("tier").build());
        assertThatThrownBy(() -> own.fact(new Tier(Level.GOLD, DAY, List.of(new Device(11))))).isInstanceOf(BadFactException.class)
                .hasMessageContaining("floor").hasMessageContaining("11");
    }

    @Test
    void rulesReadWhatIsDeclaredAndPeopleAreTold() {
        Decision decision = policy.decide(gold());
        assertThat(decision.findings(Outage.class)).hasSize(1);
        assertThat(decision.explain(Locale.ENGLISH)).contains("Customer tier: level gold, since 1 January 2020");
        assertThat(decision.explain(DUTCH)).contains("Klantniveau: niveau goud, sinds 1 januari 2020");
        FactSet ahead = FactSet.builder(NOW).with(own.fact("dataLoss").with("at", NOW.plusSeconds(5)).build()).build();
        assertThat(policy.decide(ahead).notes()).singleElement().satisfies(note -> assertThat(note.path()).isEqualTo("dataLoss.at"));
    }

    @Test
    void thePolicyLoadedAgainTakesTheSameFacts(@TempDir Path other) throws IOException {
        SupportPolicy again = DeclaredPolicy.in(other);
        assertThat(again.ownFacts().kinds()).isEqualTo(own.kinds());
        assertThat(again.decide(gold()).findings(Outage.class)).hasSize(1);
    }

    @Test
    void aPolicyThatDoesNotDeclareAFactRefusesItOrSaysThatItLeftItOut() {
        SupportPolicy standard = SupportPolicy.standard();
        PolicyException refused = catchThrowableOfType(PolicyException.class, () -> standard.decide(gold()));
        assertThat(refused.problems()).extracting(Problem::code).containsExactly("SP-I011", "SP-I011");
        Decision decision = standard.ignoringUndeclared().decide(gold());
        assertThat(decision.ignored()).containsExactlyInAnyOrder("tier", "dataLoss");
        assertThat(decision.facts().facts()).noneMatch(OwnFact.class::isInstance);
        assertThat(decision.explain(Locale.ENGLISH)).contains("Notes\n", "    Left out, since the policy does not declare it: tier\n");
        assertThat(decision.explain(DUTCH)).contains("    Buiten beschouwing gelaten, want het beleid declareert het niet: tier\n");
        String json = new DecisionWriter().write(decision);
        assertThat(new DecisionReader().read("t", json).ignored()).isEqualTo(decision.ignored());
        assertThat(new DecisionWriter().write(policy.decide(gold()))).doesNotContain("\"ignored\"");
    }

    /** The second edition knows the tier, the first does not. */
    @Test
    void editionsWithOtherFactsStandInOneTimeline(@TempDir Path directory) throws IOException {
        WorkingCopy.init(directory);
        for (String text : List.of("policy.en.md", "policy.nl.md")) {
            Path file = directory.resolve(text);
            Files.writeString(file, Files.readString(file).replace("Edition: 1.0", "Edition: 2.0, in force from 2026-03-10")
                    .replace("Editie: 1.0", "Editie: 2.0, geldt vanaf 2026-03-10"));
        }
        Files.copy(Path.of("src/test/resources/declarations/facts.drl"), directory.resolve("facts.drl"));
        Files.copy(Path.of("src/test/resources/declarations/urgency.drl"), directory.resolve("tiers.drl"));
        SupportPolicy second = SupportPolicy.load(directory);
        FactSet before = gold().at(Instant.parse("2026-03-09T12:00:00Z"));
        PolicyTimeline strict = PolicyTimeline.of(SupportPolicy.standard(), second);
        assertThat(strict.ownFacts().kinds().keySet()).containsExactly("tier", "dataLoss");
        assertThat(strict.decide(gold()).findings(Outage.class)).hasSize(1);
        assertThatThrownBy(() -> strict.decide(before)).isInstanceOf(PolicyException.class).hasMessageContaining("(tier)");
        Decision earlier = PolicyTimeline.of(SupportPolicy.standard().ignoringUndeclared(), second).decide(before);
        assertThat(earlier.policy().edition()).isEqualTo("1.0");
        assertThat(earlier.ignored()).containsExactlyInAnyOrder("tier", "dataLoss");
        assertThat(second.inForceFrom()).isEqualTo(Optional.of(LocalDate.parse("2026-03-10")));
    }
}
