package org.supportpolicy.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;
import org.supportpolicy.fact.Desk;
import org.supportpolicy.fact.DeskTemplate;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.Product;

/** What a desk gives once, read from JSON, and tickets over it. */
class DeskReadingTest {

    private static final FactSetReader READER = new FactSetReader();
    private static final DeskTemplate DESK = READER.readDesk("desk.json", """
            {"desk": {"hours": {"MONDAY": [["09:00","17:00"]]}, "firstResponseTargets": {"2": "PT4H"}},
             "customer": {"deployment": "HOSTED"},
             "products": [{"name": "Manager", "versions": [{"version": "9.4", "availableOn": "2024-01-15"}], "supportEndedOn": "2026-04-01"},
                          {"name": "Backup", "versions": [{"version": "1.0", "availableOn": "2024-01-15"}]}]}
            """);

    private static Problem problem(FactSetReader reader, String ticket) {
        return catchThrowableOfType(PolicyException.class, () -> reader.read("ticket.json", ticket)).problems().get(0);
    }

    @Test
    void aTicketIsReadOverItsDesk() {
        String ticket = "{\"asOf\":\"2026-03-10T15:30:00Z\",\"desk\":{\"zone\":\"UTC\"},\"product\":{\"name\":\"Backup\"}}";
        FactSet read = READER.over(DESK).read("ticket.json", ticket);
        assertThat(read).isEqualTo(READER.read("ticket.json", ticket).over(DESK));
        assertThat(read.get(Desk.class).orElseThrow().firstResponseTargets()).hasSize(1);
        assertThat(read.get(Product.class).orElseThrow().versions()).hasSize(1);
        assertThat(READER.over(DESK).line("tickets.jsonl", 1, ticket).facts()).isEqualTo(read);
    }

    @Test
    void problemsStandInTheDocumentOfTheTicket() {
        Problem target = problem(READER.over(DESK), "{\"asOf\":\"2026-03-10T15:30:00Z\",\n \"desk\":{\"followUpTargets\":{\"1\":\"P3650D\"}}}");
        assertThat(target.toString()).contains("ticket.json:2:28  /desk/followUpTargets  SP-I006")
                .contains("must run out within 100 years of the desk's hours");
        DeskTemplate targets = READER.readDesk("desk.json", "{\"desk\":{\"followUpTargets\":{\"1\":\"P3650D\"}}}");
        Problem hours = problem(READER.over(targets), "{\"asOf\":\"2026-03-10T15:30:00Z\",\n \"desk\":{\"hours\":{\"MONDAY\":[[\"09:00\",\"17:00\"]]}}}");
        assertThat(hours.toString()).contains("ticket.json:2:9  /desk  SP-I006").contains("The followUpTargets (PT87600H) of desk must run out");
    }

    @Test
    void anOddEventOfTheDeskIsSaidWhereTheTicketIs() {
        String ticket = "{\"asOf\":\"2026-03-10T15:30:00Z\",\n \"product\":{\"name\":\"Manager\"}}";
        assertThat(READER.over(DESK).read("ticket.json", ticket).get(Product.class).orElseThrow().supportEndedOn()).isNotNull();
        assertThat(problem(FactSetReader.strict().over(DESK), ticket).toString()).contains("ticket.json:2:12  /product  SP-I010")
                .contains("The supportEndedOn (2026-04-01) of product must not lie after asOf (2026-03-10T15:30:00Z)");
        assertThat(problem(FactSetReader.strict().over(READER.readDesk("desk.json", "{\"product\":{\"supportEndedOn\":\"2026-04-01\"}}")),
                "{\"asOf\":\"2026-03-10T15:30:00Z\"}").toString()).contains("ticket.json:1:1", "SP-I010");
    }

    @Test
    void whatIsWrongWithADeskIsSaidWithItsPlaces() {
        assertThatThrownBy(() -> READER.readDesk("desk.json", """
                {"asOf": "2026-03-10T15:30:00Z",
                 "product": {"name": "Manager"}, "ticket": {"number": "T-1"},
                 "products": [{"name": "Backup", "verions": []}]}"""))
                .isInstanceOf(PolicyException.class)
                .hasMessageContaining("desk.json:1:2  /asOf  SP-I002").hasMessageContaining("The desk template has no (asOf)")
                .hasMessageContaining("/ticket/number  SP-I006").hasMessageContaining("The ticket.number (T-1) of desk template must be given with each ticket")
                .hasMessageContaining("desk.json:3:34  /products/0/verions  SP-I002").hasMessageContaining("Maybe versions");
        assertThatThrownBy(() -> READER.readDesk("desk.json", "{\"products\": [{\"name\": \"A\"}, {\"name\": \"A\"}]}"))
                .isInstanceOf(PolicyException.class).hasMessageContaining("/products  SP-I006")
                .hasMessageContaining("The products (A) of desk template must stand there once");
        assertThat(catchThrowableOfType(PolicyException.class, () -> READER.readDesk("desk.json", "{\"ticket\": {\"number\": \"T-1\"}}")).message(Locale.forLanguageTag("nl")))
                .contains("De ticket.number (T-1) van sjabloon van de desk moet");
        assertThatThrownBy(() -> READER.readDesk("desk.json", "[]")).isInstanceOf(PolicyException.class)
                .hasMessageContaining("SP-I004").hasMessageContaining("The desk template (an array) must be an object");
        assertThatThrownBy(() -> READER.readDesk("desk.json", "{\"products\": {}}")).isInstanceOf(PolicyException.class).hasMessageContaining("/products  SP-I004");
        assertThat(READER.readDesk("desk.json", "{\"products\": null, \"desk\": null}")).isEqualTo(DeskTemplate.of());
    }
}
