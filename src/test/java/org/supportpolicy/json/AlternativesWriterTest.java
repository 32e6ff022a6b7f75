package org.supportpolicy.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.WhatIf;
import org.supportpolicy.WhyNot;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.finding.Finding;

/** What a program reads of other facts it can put into a fact set, and gets what was said. */
class AlternativesWriterTest {

    private static final Path TICKETS = Path.of("examples", "tickets");
    private static final SupportPolicy POLICY = SupportPolicy.standard();
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private static JsonNode json(String text) throws IOException {
        return MAPPER.readTree(text);
    }

    private static JsonNode ticket(String name) throws IOException {
        return json(Files.readString(TICKETS.resolve(name + ".json")));
    }

    private static FactSet facts(JsonNode ticket) {
        return new FactSetReader().read("ticket", ticket.toString());
    }

    private static JsonNode changed(JsonNode ticket, JsonNode change) {
        ObjectNode changed = ticket.deepCopy();
        String[] path = change.path("path").asText().split("\\.");
        ObjectNode fact = path.length == 1 ? changed : changed.withObject("/" + path[0]);
        fact.set(path[path.length - 1], change.has("to") ? change.path("to") : MAPPER.nullNode());
        return changed;
    }

    @ParameterizedTest
    @CsvSource({"licence-only-customer, OWED", "server-down, urgency=3", "unauthorised-contact, OWED", "excluded-third-party-plugin, OWED",
        "significant-loss-in-office-hours, urgency=1"})
    void aChangeThatIsWrittenBringsTheAnswer(String name, String answer) throws IOException {
        JsonNode ticket = ticket(name);
        WhyNot whyNot = POLICY.whyNot(facts(ticket), answer);
        JsonNode written = json(new AlternativesWriter(Locale.ENGLISH).write(whyNot));
        assertThat(written.path("holds").asBoolean()).isFalse();
        assertThat(written.path("changes")).hasSameSizeAs(whyNot.changes()).isNotEmpty();
        assertThat(written.path("rules").findValuesAsText("id")).isNotEmpty().allMatch(id -> id.contains("/"));
        for (JsonNode together : written.path("changes")) {
            JsonNode changed = ticket;
            for (JsonNode change : together) {
                if (!change.path("path").asText().startsWith("causes[")) {
                    changed = changed(changed, change);
                }
            }
            if (!together.toString().contains("causes[")) {
                assertThat(POLICY.whyNot(facts(changed), answer).holds()).as("%s", together).isTrue();
            }
        }
    }

    @Test
    void anEffectThatIsWrittenComesAbout() throws IOException {
        JsonNode ticket = ticket("licence-only-customer");
        WhatIf whatIf = POLICY.whatIf(facts(ticket));
        JsonNode written = json(new AlternativesWriter(Locale.ENGLISH).write(whatIf));
        List<String> sections = whatIf.sections().stream().map(WhatIf.Section::name).toList();
        assertThat(written.path("sections").findValuesAsText("section")).isEqualTo(sections).contains("support");
        JsonNode support = written.path("sections").get(sections.indexOf("support"));
        for (JsonNode effect : support.path("effects")) {
            Stream<? extends Finding> answer = POLICY.decide(facts(changed(ticket, effect.path("change")))).support().stream();
            assertThat(answer.map(Object::toString)).containsExactlyElementsOf(effect.path("then").findValuesAsText("value"));
        }
    }

    @Test
    void ofAFreeTextStandsOnlyThatItWasGiven() throws IOException {
        String secret = "my password is";
        ObjectNode ticket = (ObjectNode) ticket("server-down");
        ((ObjectNode) ticket.path("intake")).put("subject", secret).put("description", secret);
        WhatIf whatIf = POLICY.whatIf(facts(ticket));
        assertThat(new AlternativesWriter(Locale.ENGLISH).write(whatIf)).contains("intake.subject").doesNotContain(secret);
        assertThat(whatIf.toString()).contains("intake.subject: given -> unknown").doesNotContain(secret);
    }
}
