package org.supportpolicy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportpolicy.cli.MainTest.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supportpolicy.DeclaredPolicy;
import org.supportpolicy.Rule;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.fact.Cause;
import org.supportpolicy.fact.Fact;
import org.supportpolicy.finding.Finding;

/** The words that rules can speak of are listed, those of the library and those that a policy declares. */
class ShowFactsTest {

    private static String policy;

    @BeforeAll
    static void write(@TempDir Path directory) throws IOException {
        DeclaredPolicy.in(directory);
        policy = directory.toString();
    }

    private static MainTest.Outcome facts(String... args) {
        return run("", Stream.concat(Stream.of("facts", "--rules", policy), Stream.of(args)).toArray(String[]::new));
    }

    @Test
    void everyWordIsListedInEightyColumns() {
        for (String language : List.of("en", "nl")) {
            MainTest.Outcome outcome = facts("--lang", language);
            assertThat(outcome.status()).isZero();
            List<String> lines = outcome.out().lines().toList();
            assertThat(lines).allSatisfy(line -> assertThat(line.codePointCount(0, line.length())).as(line).isLessThanOrEqualTo(80));
            assertThat(Stream.of(Fact.class, Cause.class, Finding.class).flatMap(kind -> Stream.of(kind.getPermittedSubclasses())).filter(kind -> !kind.isInterface()))
                    .allSatisfy(kind -> assertThat(lines).anyMatch(line -> line.matches("    " + kind.getSimpleName() + "\\b.*")));
        }
        assertThat(facts().out()).contains("    Tier (tier): Customer tier [declared by the policy]\n        level: one of SILVER, GOLD. Which tier has the customer?\n",
                "        devices: a list of Device. Which devices?\n", "        floor: 0 to 10. On floor …?\n", "        at: an instant; absent means none. When?\n",
                "    GoldCustomer: a gold customer since … [declared by the policy]\n", "        SILVER (silver), GOLD (gold)\n", "    daysAfter( days, event, zone ): an instant\n");
        assertThat(facts("--lang", "nl").out()).contains("        level: één van SILVER, GOLD. Welk niveau heeft de klant?\n");
        assertThat(run("", "facts").out()).contains("    Ticket (ticket): Ticket\n").doesNotContain("declared", "GoldCustomer");
    }

    @Test
    void ofAWordTheRulesAreNamed() {
        assertThat(facts("tier").out()).contains("Rules that read it:\n    - A gold customer is known by the tier").doesNotContain("conclude it");
        assertThat(facts("Tier.Level").out()).contains("tier.level: one of SILVER, GOLD.", "- A gold customer is known by the tier");
        assertThat(facts("tier.devices").out()).isEqualTo("tier.devices: a list of Device. Which devices? (the system)\n    devices …\n\nNo rule reads it.\n");
        assertThat(facts("TierLevel.gold").out()).startsWith("TierLevel.GOLD: gold [declared by the policy]\n\nRules that read it:\n    - A gold customer is known");
        assertThat(facts("ActionKind.REOPEN").out()).contains("Rules that conclude it:\n    - The customer may reopen a resolved ticket");
        assertThat(facts("impact.systemDown").out()).startsWith("impact.systemDown: true or false; once the fact is given, absent means none. Is\n"
                + "the whole system down? (the customer)\n    the whole system is down / the system is up\n");
        assertThat(facts("GoldCustomer").out()).contains("Rules that conclude it:\n    - A gold customer is known by the tier",
                "Rules that read it:\n    - Data that a gold customer lost are an outage");
        assertThat(facts("daysAfter", "--lang", "nl").out()).contains("Regels die het lezen:");
    }

    @Test
    void whatIsNoWordIsSaidWithTheNearest() {
        assertThat(facts("teir").status()).isEqualTo(1);
        assertThat(facts("teir").err().lines()).containsExactly("There is no fact, finding or other word of rules (teir).", "Maybe tier.");
        assertThat(facts("tier.levl").err().lines()).containsExactly("There is no fact, finding or other word of rules (tier.levl).", "Maybe tier.level.");
        assertThat(facts("zzz", "--lang", "nl").err().lines()).containsExactly("Er is geen feit, bevinding of ander woord van regels (zzz).",
                "Misschien een dat de opdracht facts noemt.");
    }

    @Test
    void theSameIsThereForPrograms() throws IOException {
        String written = facts("--json").out();
        assertThat(facts("--json", "--lang", "nl").out()).isEqualTo(written);
        JsonNode all = new ObjectMapper().readTree(written);
        Map<String, JsonNode> words = new TreeMap<>();
        all.path("words").forEach(word -> words.put(word.path("name").asText() + word.path("takes").size(), word));
        Map<String, JsonNode> rules = new TreeMap<>();
        all.path("rules").forEach(rule -> rules.put(rule.path("id").asText(), rule));
        assertThat(words.values()).filteredOn(word -> word.path("kind").asText().equals("fact")).isNotEmpty().allSatisfy(fact -> {
            assertThat(fact.path("key").asText()).isNotEmpty();
            assertThat(fact.path("words").path("nl").asText()).isNotEmpty();
            assertThat(fact.path("components")).isNotEmpty().allSatisfy(component -> {
                assertThat(component.path("type").asText()).isNotEmpty();
                assertThat(component.path("absent").asText()).isIn("unknown", "none", "none-once-given");
                assertThat(component.path("ask").path("en").asText()).endsWith("?");
                assertThat(component.path("ask").path("nl").asText()).endsWith("?");
                assertThat(component.path("answerer").asText()).isIn("CUSTOMER", "DESK", "SYSTEM");
            });
        });
        assertThat(words.values()).allSatisfy(word -> assertThat(List.of("concludedBy", "readBy")).allSatisfy(which ->
                assertThat(word.path(which)).allSatisfy(id -> assertThat(rules).containsKey(id.asText()))));
        SupportPolicy own = SupportPolicy.load(Path.of(policy));
        Set<String> concluding = new TreeSet<>();
        words.values().forEach(word -> word.path("concludedBy").forEach(id -> concluding.add(id.asText())));
        assertThat(concluding).containsExactlyInAnyOrderElementsOf(own.rules().stream().map(Rule::id).toList());
        assertThat(words.get("Tier0").path("components").get(0)).hasToString("{\"name\":\"level\",\"type\":\"TierLevel\",\"oneOf\":[\"SILVER\",\"GOLD\"],"
                + "\"absent\":\"unknown\",\"words\":{\"en\":\"level …\",\"nl\":\"niveau …\"},\"ask\":{\"en\":\"Which tier has the customer?\","
                + "\"nl\":\"Welk niveau heeft de klant?\"},\"answerer\":\"SYSTEM\",\"readBy\":[" + rules.values().stream()
                .filter(rule -> rule.path("words").path("en").asText().startsWith("A gold customer is known by")).map(rule -> rule.path("id").toString())
                .collect(Collectors.joining()) + "]}");
        assertThat(words.get("daysAfter3").path("takes")).hasToString("[{\"name\":\"days\",\"type\":\"Integer\",\"from\":0,\"to\":36500},"
                + "{\"name\":\"event\",\"type\":\"Instant\"},{\"name\":\"zone\",\"type\":\"ZoneId\"}]");
        assertThat(words.get("ActionKind0").path("constants")).filteredOn(one -> one.path("name").asText().equals("REOPEN")).singleElement()
                .satisfies(one -> assertThat(one.path("concludedBy")).isNotEmpty().allSatisfy(id ->
                        assertThat(own.rules()).filteredOn(rule -> rule.id().equals(id.asText())).singleElement()
                                .satisfies(rule -> assertThat(rule.text()).contains("ActionKind.REOPEN"))));
        JsonNode one = new ObjectMapper().readTree(facts("--json", "tier.level").out());
        assertThat(one.path("words")).singleElement().satisfies(word -> assertThat(word.path("components")).hasSize(1));
    }
}
