package org.supportpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.supportpolicy.fact.Addition;
import org.supportpolicy.fact.Contact;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.Hold;
import org.supportpolicy.fact.MissingUpdate;
import org.supportpolicy.fact.Product;
import org.supportpolicy.fact.Resolution;
import org.supportpolicy.fact.Response;
import org.supportpolicy.fact.Ticket;
import org.supportpolicy.fact.Withdrawal;
import org.supportpolicy.json.FactSetReader;
import org.supportpolicy.json.FactSetWriter;
import org.supportpolicy.model.RandomFactSets;

/** Events that have not happened yet, or cannot have happened in that order, are told beside the decision. */
class NotesTest {

    private static final SupportPolicy POLICY = SupportPolicy.standard();
    private static final Locale DUTCH = Locale.forLanguageTag("nl");
    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final Instant NOW = Instant.parse("2026-03-10T15:30:00Z");

    private static Decision decide(org.supportpolicy.fact.Fact... facts) {
        return POLICY.decide(FactSet.builder(NOW).with(facts).build());
    }

    @Test
    void anEventAheadIsTold() {
        Decision decision = decide(Resolution.builder().markedResolvedAt(NOW.plusSeconds(5)).build());
        assertThat(decision.notes()).containsExactly(
                new Note("resolution.markedResolvedAt", Resolution.class, NOW.plusSeconds(5), Note.Kind.LATER, "asOf", NOW));
        assertThat(decision.notes().get(0).sentence(Locale.ENGLISH, ZONE)).isEqualTo("Resolution: marked resolved on Tue 10 March 2026, 16:30:05 (left out, as that is 5 seconds after the moment decided about)");
        assertThat(decision.notes().get(0).sentence(DUTCH, ZONE)).isEqualTo("Afhandeling: als opgelost gemarkeerd op di 10 maart 2026, 16.30.05 uur "
                + "(buiten beschouwing gelaten, want dat is 5 seconden na het moment waarover is beslist)");
    }

    @Test
    void everyPlaceOfAnEventHasItsPath() {
        Instant far = Instant.parse("2052-03-10T15:30:00Z");
        Decision decision = decide(Ticket.builder().createdAt(NOW.minusSeconds(3_600))
                        .holds(List.of(new Hold(NOW.minusSeconds(60), NOW.plusSeconds(60)), new Hold(far, null))).build(),
                Product.builder().withdrawal(Withdrawal.builder().noticeGivenOn(LocalDate.parse("2026-03-12")).effectiveOn(LocalDate.parse("2028-01-01")).build()).build(),
                Addition.builder().build(), MissingUpdate.builder().availableOn(LocalDate.parse("2027-03-10")).build(),
                Contact.builder().certifiedUntil(LocalDate.parse("2030-01-01")).build());
        assertThat(decision.notes()).extracting(note -> note.sentence(Locale.ENGLISH, ZONE)).containsExactly(
                "Missing update: available since 10 March 2027 (left out, as that is 365 days after the moment decided about)",
                "Withdrawal: announced on 12 March 2026 (left out, as that is 2 days after the moment decided about)",
                "On hold: until Tue 10 March 2026, 16:31 (left out, as that is 1 minute after the moment decided about)",
                "On hold: from Sun 10 March 2052, 16:30 (left out, as that is 9497 days after the moment decided about)");
    }

    @Test
    void anEventBeforeTheTicketIsTold() {
        Decision decision = decide(Ticket.builder().createdAt(NOW.minusSeconds(3_600)).holds(List.of(new Hold(NOW.minusSeconds(3_601), NOW))).build(),
                Response.builder().firstRespondedAt(NOW.minusSeconds(3_600)).build(),
                Resolution.builder().markedResolvedAt(NOW.minusSeconds(100_000)).build());
        assertThat(decision.notes()).extracting(note -> note.sentence(Locale.ENGLISH, ZONE)).containsExactly(
                "Resolution: marked resolved on Mon 9 March 2026, 12:43:20 (out of order, as that is 1 day and 2 hours before the ticket was created)",
                "On hold: from Tue 10 March 2026, 15:29:59 (out of order, as that is 1 second before the ticket was created)");
        assertThat(decision.notes().get(0).sentence(DUTCH, ZONE)).isEqualTo("Afhandeling: als opgelost gemarkeerd op ma 9 maart 2026, 12.43.20 uur "
                + "(niet op volgorde, want dat is 1 dag en 2 uur voordat het ticket werd aangemaakt)");
    }

    @Test
    void whatIsNotOddIsNotTold() {
        Decision decision = decide(Ticket.builder().createdAt(NOW.minusSeconds(60)).build(), Response.builder().firstRespondedAt(NOW).build());
        assertThat(decision.notes()).isEmpty();
    }

    @Test
    void anExplanationHasThemInASectionOfTheirOwn() {
        Decision decision = decide(Resolution.builder().markedResolvedAt(NOW.plusSeconds(5)).build());
        assertThat(decision.explain(Locale.ENGLISH)).contains("\n\nNotes\n    Resolution: marked resolved on Tue 10 March 2026, 16:30:05 (left out, ", "\n\nEdition ");
        assertThat(decision.explain(DUTCH)).contains("\n\nOpmerkingen\n    Afhandeling: als opgelost gemarkeerd op di 10 maart 2026, 16.30.05 uur (buiten beschouwing gelaten, ");
        assertThat(decide().explain(Locale.ENGLISH)).doesNotContain("Notes");
    }

    @Test
    void aStrictReaderRefusesEachWhereItStands() {
        String text = """
                {"asOf": "2026-03-10T16:30:00+01:00",
                 "ticket": {"createdAt": "2026-03-10T15:30:00+01:00", "holds": [{"from": "2026-03-10T15:00:00+01:00", "to": "2026-03-10T17:00:00+01:00"}]},
                 "causes": [{"type": "ADDITION"}, {"type": "MISSING_UPDATE", "availableOn": "2026-03-11"}],
                 "product": {"withdrawal": {"noticeGivenOn": "2026-03-12"}}}""";
        FactSet facts = new FactSetReader().read("t", text);
        PolicyException refused = catchThrowableOfType(PolicyException.class, () -> FactSetReader.strict().read("t", text));
        assertThat(refused.problems()).extracting(problem -> problem.where() + " " + problem.code() + " " + problem.message()).containsExactly(
                "t:2:74  /ticket/holds/0/from SP-I010 The from (2026-03-10T15:00:00+01:00) of ticket.holds[0] must not lie before ticket.createdAt (2026-03-10T15:30:00+01:00).",
                "t:2:109  /ticket/holds/0/to SP-I010 The to (2026-03-10T17:00:00+01:00) of ticket.holds[0] must not lie after asOf (2026-03-10T16:30:00+01:00).",
                "t:3:77  /causes/1/availableOn SP-I010 The availableOn (2026-03-11) of causes[1] must not lie after asOf (2026-03-10T16:30:00+01:00).",
                "t:4:46  /product/withdrawal/noticeGivenOn SP-I010 The noticeGivenOn (2026-03-12) of product.withdrawal must not lie after asOf (2026-03-10T16:30:00+01:00).");
        assertThat(Note.of(facts)).hasSameSizeAs(refused.problems()).isEqualTo(POLICY.decide(facts).notes());
    }

    @Test
    void aStrictReaderRefusesWhatHasNotesAndNothingElse() {
        RandomFactSets random = new RandomFactSets(6);
        int odd = 0;
        for (int i = 0; i < 500; i++) {
            FactSet facts = random.next();
            FactSetReader.Line line = FactSetReader.strict().line("t", 1, new FactSetWriter().write(facts));
            int notes = Note.of(facts).size();
            assertThat(line.failure() == null ? List.of() : line.failure().problems()).hasSize(notes).allSatisfy(
                    problem -> assertThat(((Problem) problem).code()).isEqualTo("SP-I010"));
            odd += notes > 0 ? 1 : 0;
        }
        assertThat(odd).isBetween(1, 499);
    }

    @Test
    void notesAreSortedAndSaidOfAnyFactSet() {
        RandomFactSets random = new RandomFactSets(5);
        for (int i = 0; i < 2_000; i++) {
            List<Note> notes = POLICY.decide(random.next()).notes();
            assertThat(notes).isSorted().allSatisfy(note -> assertThat(note.sentence(DUTCH, ZONE)).contains(note.kind() == Note.Kind.LATER ? " na het moment " : "voordat het ticket"));
            assertThat(notes.stream().collect(Collectors.groupingBy(Note::path)).values()).allSatisfy(same -> assertThat(same).hasSize(1));
        }
    }
}
