package org.supportpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
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
import org.supportpolicy.model.RandomFactSets;

/** Events that have not happened yet, or cannot have happened in that order, are told beside the decision. */
class NotesTest {

    private static final SupportPolicy POLICY = SupportPolicy.standard();
    private static final Locale DUTCH = Locale.forLanguageTag("nl");
    private static final Instant NOW = Instant.parse("2026-03-10T15:30:00Z");

    private static Decision decide(org.supportpolicy.fact.Fact... facts) {
        return POLICY.decide(FactSet.builder(NOW).with(facts).build());
    }

    @Test
    void anEventAheadIsTold() {
        Decision decision = decide(Resolution.builder().markedResolvedAt(NOW.plusSeconds(5)).build());
        assertThat(decision.notes()).containsExactly(
                new Note("resolution.markedResolvedAt", NOW.plusSeconds(5), Note.Kind.LATER, "asOf", NOW));
        assertThat(decision.notes().get(0).sentence(Locale.ENGLISH)).isEqualTo("left out: resolution.markedResolvedAt lies 5 s after asOf");
        assertThat(decision.notes().get(0).sentence(DUTCH)).isEqualTo("weggelaten: resolution.markedResolvedAt ligt 5 s na asOf");
    }

    @Test
    void everyPlaceOfAnEventHasItsPath() {
        Instant far = Instant.parse("2052-03-10T15:30:00Z");
        Decision decision = decide(Ticket.builder().createdAt(NOW.minusSeconds(3_600))
                        .holds(List.of(new Hold(NOW.minusSeconds(60), NOW.plusSeconds(60)), new Hold(far, null))).build(),
                Product.builder().withdrawal(Withdrawal.builder().noticeGivenOn(LocalDate.parse("2026-03-12")).effectiveOn(LocalDate.parse("2028-01-01")).build()).build(),
                Addition.builder().build(), MissingUpdate.builder().availableOn(LocalDate.parse("2027-03-10")).build(),
                Contact.builder().certifiedUntil(LocalDate.parse("2030-01-01")).build());
        assertThat(decision.notes()).extracting(note -> note.sentence(Locale.ENGLISH)).containsExactly(
                "left out: causes[1].availableOn lies 365 d after asOf",
                "left out: product.withdrawal.noticeGivenOn lies 2 d after asOf",
                "left out: ticket.holds[0].to lies 1 min after asOf",
                "left out: ticket.holds[1].from lies 9497 d after asOf");
    }

    @Test
    void anEventBeforeTheTicketIsTold() {
        Decision decision = decide(Ticket.builder().createdAt(NOW.minusSeconds(3_600)).holds(List.of(new Hold(NOW.minusSeconds(3_601), NOW))).build(),
                Response.builder().firstRespondedAt(NOW.minusSeconds(3_600)).build(),
                Resolution.builder().markedResolvedAt(NOW.minusSeconds(100_000)).build());
        assertThat(decision.notes()).extracting(note -> note.sentence(Locale.ENGLISH)).containsExactly(
                "out of order: resolution.markedResolvedAt lies 1 d 2 h before ticket.createdAt",
                "out of order: ticket.holds[0].from lies 1 s before ticket.createdAt");
        assertThat(decision.notes().get(0).sentence(DUTCH)).isEqualTo("niet op volgorde: resolution.markedResolvedAt ligt 1 d 2 h vóór ticket.createdAt");
    }

    @Test
    void whatIsNotOddIsNotTold() {
        Decision decision = decide(Ticket.builder().createdAt(NOW.minusSeconds(60)).build(), Response.builder().firstRespondedAt(NOW).build());
        assertThat(decision.notes()).isEmpty();
    }

    @Test
    void notesAreSortedAndSaidOfAnyFactSet() {
        RandomFactSets random = new RandomFactSets(5);
        for (int i = 0; i < 2_000; i++) {
            List<Note> notes = POLICY.decide(random.next()).notes();
            assertThat(notes).isSorted().allSatisfy(note -> assertThat(note.sentence(DUTCH)).contains(note.path()));
            assertThat(notes.stream().collect(Collectors.groupingBy(Note::path)).values()).allSatisfy(same -> assertThat(same).hasSize(1));
        }
    }
}
