package org.supportpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supportpolicy.author.WatchedPolicy;
import org.supportpolicy.author.WatchedTimeline;
import org.supportpolicy.author.WorkingCopy;
import org.supportpolicy.examples.DeskHost;
import org.supportpolicy.fact.Desk;
import org.supportpolicy.fact.DeskTemplate;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.OpenSpan;
import org.supportpolicy.fact.OwnFact;
import org.supportpolicy.fact.Product;
import org.supportpolicy.fact.ProductVersion;
import org.supportpolicy.fact.Ticket;
import org.supportpolicy.finding.ActionKind;
import org.supportpolicy.finding.Exclusion;
import org.supportpolicy.finding.SupportAnswer;
import org.supportpolicy.json.FactSetReader;

/** The page for hosts: its Java stands here or in the example, and its JSON is read. */
class HostsPageTest {

    private static final Path PAGE = Path.of("docs/hosts.md");
    private static final Desk hours = Desk.builder().hours(Map.of(DayOfWeek.MONDAY, List.of(OpenSpan.of("09:00", "17:00"))))
            .firstResponseTargets(Map.of(2, Duration.ofHours(4))).build();
    private static final Product manager = product("Manager", "9.4", "2024-01-15");
    private static final Product backup = product("Backup", "1.0", "2025-02-01");
    private static final FactSet ticket = Examples.completeTicket();

    private static Product product(String name, String version, String day) {
        return Product.builder().name(name).versions(List.of(new ProductVersion(version, LocalDate.parse(day)))).build();
    }

    private static String stripped(String java) {
        return java.lines().map(line -> line.replaceAll("\\s*//.*", "").strip()).collect(Collectors.joining("\n"));
    }

    private static List<String> snippets(String language) throws IOException {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE)).results().map(found -> found.group(1)).toList();
    }

    @Test
    void theJavaOfThePageIsCompiled() throws IOException {
        String sources = stripped(Files.readString(Path.of("src/test/java/org/supportpolicy/HostsPageTest.java")))
                + stripped(Files.readString(Path.of("examples/embedding/DeskHost.java")));
        assertThat(snippets("java")).hasSize(7).allSatisfy(snippet -> assertThat(sources).contains(stripped(snippet)));
    }

    @Test
    void aWatchedEditionAndOneThatStaysDecideOverADesk(@TempDir Path directory) throws IOException {
        SupportPolicy first = SupportPolicy.standard();
        WorkingCopy.init(directory);
        for (String text : List.of("policy.en.md", "policy.nl.md")) {
            Path file = directory.resolve(text);
            Files.writeString(file, Files.readString(file).replace("Edition: 1.0", "Edition: 2.0, in force from 2026-03-10")
                    .replace("Editie: 1.0", "Editie: 2.0, geldt vanaf 2026-03-10"));
        }
        WatchedPolicy.Listener nobody = new WatchedPolicy.Listener() {
            @Override
            public void reloaded(SupportPolicy policy) {}

            @Override
            public void refused(List<Problem> problems) {}
        };
        try (WatchedPolicy second = WatchedPolicy.of(directory, Duration.ofMinutes(1), InstantSource.fixed(Instant.EPOCH), nobody)) {
            Decider decider = WatchedTimeline.of(() -> first, second::policy);
            DeskTemplate desk = DeskTemplate.of(hours, manager, backup);
            Decision decision = decider.decide(ticket.over(desk));
            assertThat(decision.policy().edition()).isEqualTo("2.0");
            DeskHost host = new DeskHost(decider, desk);
            assertThat(host.isOutdated(decision, ticket)).isFalse();
            assertThat(host.isOutdated(first.decide(ticket), ticket)).isTrue();
        }
    }

    @Test
    void theDeskOfThePageIsRead(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("desk.json"), snippets("json").get(0));
        assertThat(new FactSetReader().readDesk(file)).isEqualTo(DeskTemplate.of(hours, manager, backup));
        assertThat(tickets(file).read("ticket", "{\"asOf\":\"2026-03-10T15:30:00Z\",\"product\":{\"name\":\"Backup\"}}").facts()).containsExactly(backup, hours);
    }

    private static FactSetReader tickets(Path file) {
        FactSetReader reader = new FactSetReader();
        FactSetReader tickets = reader.over(reader.readDesk(file));
        return tickets;
    }

    @Test
    void constantsAreCalledAsThePageSays() throws IOException {
        List<String> said = List.of(
                Labels.of(SupportAnswer.NOT_OWED, Locale.forLanguageTag("nl")),
                Labels.of(ActionKind.PUT_ON_HOLD, Locale.ENGLISH),
                Labels.of(Exclusion.B, Locale.ENGLISH));
        String page = snippets("java").stream().filter(snippet -> snippet.contains("Labels.of")).findFirst().orElseThrow();
        assertThat(page.lines().filter(line -> line.contains("//")).map(line -> line.replaceAll(".*// ", ""))).containsExactlyElementsOf(said);
    }

    @Test
    void factsThatThePolicyDeclaresAreReadAndMadeByName(@TempDir Path directory) throws IOException {
        Decider decider = DeclaredPolicy.in(directory);
        FactSetReader knowing = new FactSetReader().knowing(decider);
        Instant now = Instant.parse("2026-03-10T15:30:00Z");
        OwnFact tier = decider.ownFacts().fact("tier").with("level", "GOLD").with("since", LocalDate.parse("2020-01-01")).build();
        Decision gold = decider.decide(FactSet.builder(now).with(tier).build());
        assertThat(gold.facts()).isEqualTo(knowing.read("t", "{\"asOf\":\"2026-03-10T15:30:00Z\",\"tier\":{\"level\":\"GOLD\",\"since\":\"2020-01-01\"}}"));
        assertThat(gold.findings(decider.ownFacts().findings().get("GoldCustomer"))).hasSize(1);
    }

    @Test
    void theExampleSortsItsQueue() {
        DeskHost host = new DeskHost(SupportPolicy.standard(), DeskTemplate.of(hours));
        FactSet urgent = FactSet.builder(ticket.asOf()).with(Ticket.builder().number("T-2").urgencySet(1).build()).build();
        FactSet later = FactSet.builder(ticket.asOf()).with(Ticket.builder().number("T-3").urgencySet(2).createdAt(ticket.asOf()).build()).build();
        assertThat(host.queue(List.of(later, ticket, urgent))).extracting(decision -> decision.ticket().orElseThrow()).containsExactly("T-2", "T-1042", "T-3");
    }
}
