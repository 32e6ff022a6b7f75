package org.supportpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.json.FactSetReader;
import org.supportpolicy.model.RandomFactSets;
import org.supportpolicy.verify.Scenario;
import org.supportpolicy.verify.ScenarioSuite;

/** The letters to customers: those of the examples word for word, and what holds of every letter. */
class LetterTest {

    private static final SupportPolicy POLICY = SupportPolicy.standard();
    private static final Locale DUTCH = Locale.forLanguageTag("nl");
    private static final Path TICKETS = Path.of("examples/tickets");
    /** The end of a sentence, which is followed by another or by nothing. */
    private static final Pattern END = Pattern.compile("[.?](?= [A-Z“]|$)");
    /** What is the desk's own business, or no word for people: ids of clauses, hashes, instants, constants and paths of facts. */
    private static final Pattern INTERNAL = Pattern.compile("[a-z]+\\.[a-z]+-|sha256|\\d{4}-\\d\\d-\\d\\d|[A-Z]+_[A-Z]+|[a-z][A-Z]|AMB-|SP-|\\{\\d|queue|wachtrij");

    @Test
    void theExamplesHaveTheirLetters() throws IOException {
        List<String> page = new ArrayList<>(List.of("# The letters to these customers",
                "What `decide --letter` prints of each, and `decide --letter --lang nl`."));
        try (Stream<Path> files = Files.list(TICKETS)) {
            for (Path file : files.filter(file -> file.toString().endsWith(".json")).sorted().toList()) {
                Decision decision = POLICY.decide(new FactSetReader().read(file));
                page.addAll(List.of("## " + file.getFileName(), decision.letter(Locale.ENGLISH), decision.letter(DUTCH)));
            }
        }
        assertThat(Files.readString(TICKETS.resolve("letters.md"))).isEqualTo(String.join("\n\n", page) + "\n");
    }

    @Test
    void aLetterHasThreeToSevenSentencesAndNothingInternal() {
        Stream<FactSet> scenarios = ScenarioSuite.of(POLICY, Path.of("src/test/resources/scenarios")).scenarios().stream().map(Scenario::facts);
        Stream<FactSet> random = IntStream.range(0, 2_000).mapToObj(i -> new RandomFactSets(i).next());
        assertThat(Stream.concat(scenarios, random).toList()).allSatisfy(facts -> {
            Decision decision = POLICY.decide(facts);
            for (Locale locale : List.of(Locale.ENGLISH, DUTCH)) {
                String letter = decision.letter(locale);
                String number = decision.ticket().map(String::strip).orElse("");
                assertThat(END.matcher(letter).results().count()).as(letter).isBetween(3L, 7L);
                assertThat(number.isEmpty() ? letter : letter.replace(number, "")).doesNotContainPattern(INTERNAL);
            }
        });
    }

    @Test
    void whatTheCustomerHasToDoAndTheRightToReopenAreTold() {
        String unauthorised = letter("{\"asOf\":\"2026-03-10T16:30:00+01:00\",\"contact\":{\"authorised\":false},\"ticket\":{\"state\":\"ACTIVE\"}}");
        assertThat(unauthorised).contains("Please let an authorised contact of your organisation report the ticket.");
        String resolved = letter("{\"asOf\":\"2026-03-10T16:30:00+01:00\",\"ticket\":{\"number\":\"T-1\",\"state\":\"RESOLVED\"},"
                + "\"resolution\":{\"markedResolvedAt\":\"2026-03-09T10:00:00+01:00\",\"ground\":\"SOLVED\"}}");
        assertThat(resolved).startsWith("Your ticket T-1 has been marked as resolved.")
                .contains("You can have the ticket reopened through 16 March 2026, if you say why it must be open again.");
    }

    /** A response due at 14:32:59 is promised by 14:32, and so it is said once it is late; what is said never lies after what is due. */
    @Test
    void timesAreSaidToTheMinuteAndNeverLaterThanTheyAre() {
        for (String seconds : List.of("00", "07", "59", "59.999999999")) {
            String created = "2026-03-10T10:32:" + seconds + "+01:00";
            assertThat(letter(due(created, "2026-03-10T12:00:00+01:00"))).contains("You will have our first response by Tue 10 March 2026, 14:32.");
            assertThat(letter(due(created, "2026-03-10T16:00:00+01:00"))).contains("Our first response was due by Tue 10 March 2026, 14:32;");
        }
    }

    private static String due(String created, String asOf) {
        return """
                {"asOf":"%s","desk":{"firstResponseTargets":{"1":"PT4H"}},
                 "customer":{"kind":"CUSTOMER","maintenanceActive":true,"deployment":"ON_PREMISE"},"contact":{"authorised":true},
                 "ticket":{"number":"T-1","channel":"ONLINE_HELPDESK","kind":"PROBLEM","createdAt":"%s","state":"ACTIVE"},
                 "intake":{"subject":"s","description":"d","expectedResults":"e","businessImpact":"b","serverUrl":"u","module":"m",
                           "stepsToReproduce":"s","sampleMachines":[{"groupId":"g","machineId":"m"}],"productVersion":"9.4"},
                 "impact":{"systemDown":true,"productionImpact":"CRITICAL"},
                 "product":{"name":"P","installedVersion":"9.4","versions":[{"version":"9.4","availableOn":"2024-01-15"}]}}
                """.formatted(asOf, created);
    }

    private static String letter(String json) {
        return POLICY.decide(new FactSetReader().read("ticket", json)).letter(Locale.ENGLISH);
    }
}
