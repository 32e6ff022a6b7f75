package org.supportpolicy.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.supportpolicy.Examples;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.fact.Contact;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.MissingUpdate;
import org.supportpolicy.fact.Resolution;
import org.supportpolicy.model.RandomFactSets;

/** Decisions as JSON: the keys, their order, and what is left out. */
class DecisionWriterTest {

    private static final SupportPolicy POLICY = SupportPolicy.standard();
    private static final DecisionWriter WRITER = new DecisionWriter();

    @Test
    void aDecisionIsOneLineWithItsKeysInOrder() throws IOException {
        String json = WRITER.write(POLICY.decide(Examples.completeTicket()));
        assertThat(json).doesNotContain("\n");
        assertThat(topLevelKeys(json)).containsExactly("policy", "ticket", "asOf", "support", "entitlement", "referrals", "intake",
                "urgency", "firstResponse", "followUp", "queue", "version", "exclusions", "suspendedBy", "closureGrounds", "lifecycle",
                "actions", "irregularities", "needs", "readings", "reasons", "notes");
        assertThat(json).contains("\"asOf\":\"2026-03-10T16:30:00+01:00\"",
                "\"support\":{\"answer\":\"OWED\"},\"entitlement\":\"DIRECT_SUPPORT\",\"referrals\":[],\"intake\":{\"complete\":true,\"missing\":[]},\"urgency\":{\"level\":2,\"inForce\":2}",
                "\"followUp\":{\"owed\":true,\"status\":\"NO_TARGET\"}", "\"zoneData\":\"" + java.time.zone.ZoneRulesProvider.getVersions("Europe/Amsterdam").lastKey() + "\"",
                "\"readings\":[\"AMB-10\",\"AMB-65\"]",
                "\"queue\":{\"urgency\":2,\"certified\":true},\"version\":{\"status\":\"PREVIOUS\",\"guaranteedThrough\":\"2026-06-01\"}",
                "\"exclusions\":[],\"suspendedBy\":[],\"closureGrounds\":[],\"lifecycle\":{\"state\":\"ACTIVE\"}",
                "{\"clause\":\"urgency.level-2-definition\",\"rule\":\"A significant loss with major consequences for production gets urgency 2\","
                        + "\"concludes\":\"urgency 2\",\"because\":[\"Impact: functionality loss SIGNIFICANT, production impact MAJOR\"],\"readings\":[\"AMB-63\",\"AMB-65\"]}");
    }

    @Test
    void whatIsUndeterminedIsLeftOut() throws IOException {
        String json = WRITER.write(POLICY.decide(Examples.nothingKnown()));
        assertThat(topLevelKeys(json)).containsExactly("policy", "asOf", "support", "referrals", "urgency", "exclusions", "suspendedBy",
                "closureGrounds", "actions", "irregularities", "needs", "readings", "reasons", "notes");
    }

    @Test
    void notesStandAtTheEndAndAreNeverLeftOut() {
        assertThat(WRITER.write(POLICY.decide(Examples.completeTicket()))).endsWith("],\"notes\":[]}");
        Instant now = Instant.parse("2026-03-10T15:30:00Z");
        assertThat(WRITER.write(POLICY.decide(FactSet.builder(now).with(Resolution.builder().markedResolvedAt(now.plusSeconds(5)).build(),
                Contact.builder().certifiedUntil(LocalDate.parse("2030-01-01")).build(),
                MissingUpdate.builder().availableOn(LocalDate.parse("2026-03-11")).build()).build())))
                .endsWith("\"notes\":[{\"path\":\"causes[0].availableOn\",\"value\":\"2026-03-11\",\"kind\":\"LATER\",\"other\":\"asOf\",\"limit\":\"2026-03-10\"},"
                        + "{\"path\":\"resolution.markedResolvedAt\",\"value\":\"2026-03-10T16:30:05+01:00\",\"kind\":\"LATER\","
                        + "\"other\":\"asOf\",\"limit\":\"2026-03-10T16:30:00+01:00\"}]}");
    }

    @Test
    void decidingTwiceGivesEqualJson() {
        assertThat(WRITER.write(POLICY.decide(Examples.completeTicket()))).isEqualTo(WRITER.write(POLICY.decide(Examples.completeTicket())));
    }

    @Test
    void everyTextIsReadAsItWasWritten() throws IOException {
        String all = IntStream.range(0, 0x2100).filter(character -> character < 0xD800).mapToObj(Character::toString).collect(Collectors.joining());
        for (String text : List.of(all, "\"", "\\", "", "é😀", "a\nb\"c")) {
            byte[] json = JsonText.quoted(text);
            try (JsonParser parser = new JsonFactory().createParser(json)) {
                parser.nextToken();
                assertThat(parser.getText()).isEqualTo(text);
            }
            StringWriter expected = new StringWriter();
            try (JsonGenerator generator = new JsonFactory().createGenerator(expected)) {
                generator.writeString(text);
            }
            assertThat(new String(json, StandardCharsets.UTF_8)).isEqualTo(expected.toString());
        }
        assertThat(new String(JsonText.quoted("\uD83D"), StandardCharsets.UTF_8)).as("half a character").isEqualTo("\"?\"");
    }

    @Test
    void manyDecisionsOfOneWriterAreWrittenAsByNewOnes() {
        IntStream.range(0, 1_000).mapToObj(seed -> POLICY.decide(new RandomFactSets(seed).next())).forEach(decision -> {
            assertThat(WRITER.write(decision)).isEqualTo(new DecisionWriter().write(decision));
            assertThat(WRITER.writeUtf8(decision)).isEqualTo(WRITER.write(decision).getBytes(StandardCharsets.UTF_8));
        });
    }

    /** The keys of the object itself, in their order. */
    private static List<String> topLevelKeys(String json) throws IOException {
        List<String> keys = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            parser.nextToken();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                keys.add(parser.currentName());
                parser.nextToken();
                parser.skipChildren();
            }
        }
        return keys;
    }
}
