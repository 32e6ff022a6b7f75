package org.supportpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpolicy.fact.Fact;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.FreeText;
import org.supportpolicy.fact.Hold;
import org.supportpolicy.fact.Intake;
import org.supportpolicy.fact.Limits;
import org.supportpolicy.fact.ProductVersion;
import org.supportpolicy.fact.SampleMachine;
import org.supportpolicy.json.DecisionWriter;
import org.supportpolicy.json.FactSetReader;

/** What people wrote into a ticket stands in no decision, and what a terminal would obey in no text. */
class LeaksTest {

    private static final String TICKET = """
            {"asOf": "2026-03-10T16:30:00+01:00",
             "customer": {"kind": "CUSTOMER", "licenceActive": true, "maintenanceActive": true, "deployment": "ON_PREMISE"},
             "contact": {"authorised": true},
             "product": {"name": "Mail", "installedVersion": "9.4"},
             "ticket": {"number": "T-1", "channel": "ONLINE_HELPDESK", "kind": "QUESTION_INTEGRATION", "createdAt": "2026-03-10T15:00:00+01:00", "state": "ACTIVE"},
             "intake": {"subject": "Secret1", "description": "Secret2", "expectedResults": "Secret3", "businessImpact": "Secret4",
               "serverUrl": "https://user:Secret5@host", "module": "Secret6", "stepsToReproduce": " ", "productVersion": "9.4",
               "sampleMachines": [{"groupId": "Secret7", "machineId": "Secret8"}]}}""";
    private static final Locale DUTCH = Locale.forLanguageTag("nl");

    private static Decision decide(String json) {
        return SupportPolicy.standard().decide(new FactSetReader().read("ticket", json));
    }

    @Test
    void whatWasWrittenIsSaidToBeGivenAndNoMore() {
        Decision decision = decide(TICKET);
        assertThat(decision.explain(Locale.ENGLISH)).contains(
                "Intake: subject, description, expected results, impact on the business, address of the server, module, sample machines and product version given; "
                        + "steps to reproduce left blank\n").doesNotContain("Secret");
        assertThat(decision.explain(DUTCH)).contains("Intake: onderwerp, omschrijving, ", "productversie ingevuld; stappen om het na te doen leeg\n").doesNotContain("Secret");
        assertThat(new DecisionWriter().write(decision)).contains("subject given").doesNotContain("Secret");
        assertThat(decision.reasons().toString()).contains("Intake[subject=given").doesNotContain("Secret");
    }

    @Test
    void whatWasWrittenIsSaidWhenAskedFor() {
        Decision decision = decide(TICKET);
        assertThat(DecisionWriter.withTexts().write(decision)).contains("subject Secret1", "server url https://user:Secret5@host", "machine id Secret8");
        assertThat(decision.explainWithTexts(Locale.ENGLISH)).contains("Intake: steps to reproduce left blank, subject “Secret1”, ",
                "address of the server “https://user:Secret5@host”", "sample machines “Secret8 in group Secret7”");
        assertThat(decision.explainWithTexts(DUTCH)).contains("stappen om het na te doen leeg, onderwerp “Secret1”", "voorbeeldmachines “Secret8 in groep Secret7”");
    }

    @Test
    void aFactSetDoesNotPrintWhatWasWritten() {
        FactSetReader.Line line = new FactSetReader().line("t", 1, TICKET);
        assertThat(line.toString()).contains("Intake[subject=given, description=given", "stepsToReproduce=blank, sampleMachines=given, productVersion=given, "
                + "notApplicable=null", "Product[name=Mail, installedVersion=9.4").doesNotContain("Secret");
        assertThat(new SampleMachine("Secret", "Secret")).hasToString("SampleMachine[groupId=given, machineId=given]");
    }

    /** A class that has free texts and prints itself as Java does would print them. */
    @Test
    void everyFactWithFreeTextsPrintsItselfWithoutThem() {
        List<Class<?>> free = Stream.concat(Stream.of(Fact.class.getPermittedSubclasses()), Stream.of(SampleMachine.class, ProductVersion.class, Hold.class))
                .filter(kind -> kind.isRecord() && Stream.of(kind.getRecordComponents()).anyMatch(each -> each.isAnnotationPresent(FreeText.class))).toList();
        assertThat(free).containsExactlyInAnyOrder(Intake.class, SampleMachine.class)
                .allSatisfy(kind -> assertThat(kind.getDeclaredMethod("toString").getDeclaringClass()).isEqualTo(kind));
    }

    /** Texts that decide, or that the desk and not the customer gives. */
    @Test
    void everyTextOfAFactIsFreeOrToldWhyNot() {
        List<String> others = Stream.concat(Stream.of(Fact.class.getPermittedSubclasses()), Stream.of(SampleMachine.class, ProductVersion.class))
                .filter(Class::isRecord).flatMap(kind -> Stream.of(kind.getRecordComponents()).filter(each -> each.getGenericType().toString().contains("String"))
                        .filter(each -> !each.isAnnotationPresent(FreeText.class)).map(each -> kind.getSimpleName() + "." + each.getName())).toList();
        assertThat(others).containsExactlyInAnyOrder("EarlierEdition.edition", "Product.name", "Product.installedVersion", "ProductVersion.version", "Ticket.number");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "\"intake\": \"Secret\"",
        "\"intake\": {\"sampleMachines\": \"Secret\"}",
        "\"intake\": {\"sampleMachines\": [\"Secret\"]}",
        "\"intake\": {\"sampleMachines\": [{\"groupId\": 612345678, \"machineId\": \"Secret\"}]}",
        "\"intake\": {\"subject\": 612345678}",
        "\"intake\": {\"subject\": [\"Secret\"]}",
        "\"intake\": {\"subject\": \"Secret\\ud83d\"}",
        "\"intake\": {\"subject\": 612345678}, \"ticket\": {\"urgencySet\": 7}",
        "\"causes\": \"Secret\"",
        "\"intake\": {\"subject\": \"Secret\", \"subject\": \"Secret\"}"})
    void aProblemAboutAFreeTextDoesNotSayWhatItSays(String facts) {
        assertThatThrownBy(() -> new FactSetReader().read("t", "{\"asOf\": \"2026-03-10T16:30:00+01:00\", " + facts + "}")).isInstanceOf(PolicyException.class)
                .hasMessageContaining(" | {\"asOf\"").message().doesNotContain("Secret", "612345678");
    }

    @Test
    void aFreeTextOfTheWrongKindIsCalledByItsKind() {
        assertThatThrownBy(() -> new FactSetReader().read("t", "{\"asOf\": \"2026-03-10T16:30:00+01:00\", \"intake\": {\"subject\": 7, \"sampleMachines\": \"a\"}}"))
                .hasMessageContaining("The subject (a number) of intake must be a text.").hasMessageContaining("The sampleMachines (a text) of intake must be an array.")
                .satisfies(refused -> assertThat(((PolicyException) refused).message(DUTCH)).contains("De subject (een getal) van intake moet een tekst zijn."));
    }

    @Test
    void aTextThatIsTooLongOrBrokenIsNotQuotedInJavaEither() {
        assertThatThrownBy(() -> Intake.builder().subject("Secret" + "x".repeat(Limits.TEXT)).description("Secret\ud83d").build())
                .message().contains("The subject (" + (Limits.TEXT + 6) + ") of intake must have at most " + Limits.TEXT + " characters.",
                        "The description (\\ud83d) of intake must hold no half of a character.").doesNotContain("Secret");
    }

    @Test
    void aTicketNumberStaysOnItsLine() {
        String json = TICKET.replace("\"T-1\"", "\"T\\u001b[31m\\n\\u0007\\u202e" + "9".repeat(5_000) + "\"");
        Decision decision = decide(json);
        assertThat(decision.letter(Locale.ENGLISH)).contains("your ticket T<U+001B>[31m<U+000A><U+0007><U+202E>999").doesNotContain("\u001b", "\u0007", "\u202e", "\n")
                .hasSizeLessThan(1_000);
        String said = decision.explain(Locale.ENGLISH);
        assertThat(said).startsWith("Ticket T<U+001B>[31m<U+000A><U+0007><U+202E>999").doesNotContain("\u001b", "\u0007", "\u202e");
        assertThat(said.lines().findFirst().orElseThrow()).hasSizeLessThan(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"asOf\": 7, \"intake\": {\"subject\": \"Secret\"}}",
        "{\"asOf\": \"2026-03-10T16:30:00+01:00\", \"intake\": {\"subject\": \"Secret\", \"urgency\": 1}}",
        "{\"asOf\": \"2026-03-10T16:30:00+01:00\", \"ticket\": {\"urgencySet\": 7}, \"intake\": {\"subject\": \"a \\\"Secret\\\"\"}}",
        "{\"asOf\": \"2026-03-10T16:30:00+01:00\", \"intake\": {\"subject\": \"a\", Secret\", \"description\": \"Secret\"}}",
        "{\"asOf\": \"2026-03-10T16:30:00+01:00\", \"intake\": {\"subject\": \"Secret",
        "{\"asOf\": \"2026-03-10T16:30:00+01:00\", \"intake\": {\"subject\": Secret}}"})
    void aLineIsShownWithoutWhatItsTextsSay(String json) {
        assertThatThrownBy(() -> new FactSetReader().read("t", json)).hasMessageContaining("\"intake\": {\"subject\": ")
                .message().doesNotContain("Secret").contains(" | ").endsWith("^");
    }

    @Test
    void theTextThatAProblemIsAboutIsShown() {
        assertThatThrownBy(() -> new FactSetReader().read("t", "{\"asOf\": \"yesterday\", \"intake\": {\"subject\": \"Secret\"}}"))
                .hasMessageContaining(" 1 | {\"asOf\": \"yesterday\", \"intake\": {\"subject\": \"******\"}}\n   |          ^");
    }

    @Test
    void aWrongValueIsQuotedInBoundsAndOnOneLine() {
        PolicyException refused = catchThrowableOfType(PolicyException.class, () -> new FactSetReader().read("a\nb\u001b.json",
                "{\"asOf\": \"\\u001b]0;x\\u0007\\n" + "z".repeat(50_000) + "\", \"k\\u001bey\": 1}"));
        assertThat(refused.getMessage()).contains("The asOf (\\u001b]0;x\\u0007\\u000azzz").doesNotContain("\u001b", "\u0007").hasSizeLessThan(1_500);
        assertThat(refused.getMessage().lines().filter(line -> line.startsWith("a<U+000A>b<U+001B>.json:"))).hasSameSizeAs(refused.problems());
    }

    @Test
    void legalValuesAreNamedInFull() {
        assertThatThrownBy(() -> new FactSetReader().read("t", "{\"asOf\": \"2026-03-10T16:30:00+01:00\", \"ticket\": {\"kind\": \"X\"}}"))
                .message().contains("The kind (X) of ticket must be one of ").doesNotContain("…");
    }

    @Test
    void blankIsNotGiven() {
        FactSet facts = FactSet.builder(java.time.Instant.parse("2026-03-10T15:30:00Z")).with(Intake.builder().subject("").sampleMachines(List.<SampleMachine>of())
                .build()).build();
        assertThat(SupportPolicy.standard().decide(facts).explain(Locale.ENGLISH)).contains("Intake: subject and sample machines left blank");
    }
}
