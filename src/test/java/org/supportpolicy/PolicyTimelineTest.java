package org.supportpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.Resolution;
import org.supportpolicy.fact.Ticket;
import org.supportpolicy.fact.TicketState;
import org.supportpolicy.model.RandomFactSets;

/** Editions and the windows that run on from one into the next. */
class PolicyTimelineTest {

    private static final SupportPolicy FIRST = SupportPolicy.standard();
    private static final LocalDate FIRST_DAY = LocalDate.parse("2025-03-08");
    private static final long SEED = Long.getLong("supportpolicy.seed", 20250312L);
    private static final int FACT_SETS = 200;
    private static PolicyTimeline timeline;

    /** The second edition, in force from 8 March 2025, reopens for five days. */
    @BeforeAll
    static void load(@TempDir Path directory) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/rules"))) {
            for (Path file : files.toList()) {
                Files.writeString(directory.resolve(file.getFileName()), Files.readString(file)
                        .replace("new ReopeningWindow( $marked, daysAfter( 7,", "new ReopeningWindow( $marked, daysAfter( 5,")
                        .replace("Edition: 1.0", "Edition: 2.0, in force from 2025-03-08")
                        .replace("Editie: 1.0", "Editie: 2.0, geldt vanaf 2025-03-08"));
            }
        }
        timeline = PolicyTimeline.of(SupportPolicy.load(directory), FIRST);
    }

    @Test
    void aWindowEndsAsTheEditionPromisedUnderWhichItBegan() {
        Decision running = timeline.decide(resolved("2025-03-07T10:00:00+01:00", "2025-03-14T12:00:00+01:00"));
        assertThat(running.policy().edition()).isEqualTo("2.0");
        assertThat(running.lifecycle().orElseThrow().state()).isEqualTo(TicketState.RESOLVED);
        assertThat(running.explain(Locale.ENGLISH)).contains("[terms.amend-or-discontinue, ", "Earlier edition: edition 1.0; reopenable until Sat 15 March 2025, 00:00");
        assertThat(timeline.decide(resolved("2025-03-07T10:00:00+01:00", "2025-03-15T00:00:00+01:00")).lifecycle().orElseThrow().state())
                .isEqualTo(TicketState.CLOSED);
    }

    @Test
    void aWindowThatBeginsUnderAnEditionIsItsOwn() {
        Decision own = timeline.decide(resolved("2025-03-08T00:00:00+01:00", "2025-03-14T00:00:00+01:00"));
        assertThat(own.lifecycle().orElseThrow().state()).isEqualTo(TicketState.CLOSED);
        assertThat(own.reasons()).extracting(Reason::clause).doesNotContain("terms.amend-or-discontinue");
    }

    @Test
    void anEditionDecidesFromItsFirstDayInTheDesksZone() {
        assertThat(timeline.decide(resolved("2025-03-01T10:00:00+01:00", "2025-03-07T23:59:59+01:00")).policy().edition()).isEqualTo("1.0");
        assertThat(timeline.decide(resolved("2025-03-01T10:00:00+01:00", "2025-03-08T00:00:00+01:00")).policy().edition()).isEqualTo("2.0");
        assertThat(timeline.on(LocalDate.parse("2025-03-07"))).isSameAs(FIRST);
        assertThat(timeline.editions()).extracting(SupportPolicy::inForceFrom).containsExactly(Optional.empty(), Optional.of(LocalDate.parse("2025-03-08")));
    }

    @Test
    void anEditionWithoutAFirstDayIsInForceFromTheBeginning() {
        assertThat(timeline.on(LocalDate.MIN)).isSameAs(FIRST);
        assertThat(timeline.decide(resolved("1900-01-01T10:00:00+01:00", "1900-01-02T10:00:00+01:00")).policy().edition()).isEqualTo("1.0");
    }

    @Test
    void whatNoEditionCoversIsSaid() {
        SupportPolicy second = timeline.editions().get(1);
        PolicyTimeline late = PolicyTimeline.of(second);
        assertThatThrownBy(() -> late.on(LocalDate.parse("2025-03-07"))).isInstanceOf(PolicyException.class)
                .hasMessageContaining("The day (2025-03-07) must not lie before the first edition (2.0), in force from 2025-03-08.");
        assertThatThrownBy(() -> PolicyTimeline.of(second, second)).isInstanceOf(PolicyException.class)
                .hasMessageContaining("The editions (2.0) and (2.0) must not come into force on one day (2025-03-08).");
        assertThatThrownBy(() -> PolicyTimeline.of(FIRST, FIRST)).isInstanceOf(PolicyException.class)
                .hasMessageContaining("The editions (1.0) and (1.0) must not both be in force from the beginning; one of them must name its first day.");
        assertThatThrownBy(PolicyTimeline::of).isInstanceOf(PolicyException.class).hasMessageContaining("at least one edition");
    }

    /** The first edition promises a window that runs on; the second gives a shorter one to the same ticket, marked a day later. */
    @Test
    void anotherEditionThatComesIntoForceIsAChangeWhenItDecidesOtherwise() {
        FactSet promised = resolved("2025-03-07T10:00:00+01:00", "2025-03-07T12:00:00+01:00");
        assertThat(timeline.timeline(promised).changes()).extracting(Change::at)
                .containsExactly(instant("2025-03-08T00:00:00+01:00"), instant("2025-03-15T00:00:00+01:00"));
        FactSet ahead = resolved("2025-03-09T10:00:00+01:00", "2025-03-07T12:00:00+01:00");
        assertThat(timeline.timeline(ahead).changes()).extracting(Change::at)
                .containsExactly(instant("2025-03-09T10:00:00+01:00"), instant("2025-03-15T00:00:00+01:00"));
        assertThat(FIRST.timeline(ahead).changes()).extracting(Change::at)
                .containsExactly(instant("2025-03-09T10:00:00+01:00"), instant("2025-03-17T00:00:00+01:00"));
    }

    @Test
    void theEditionThatComesIntoForceIsNamed() {
        assertThat(timeline.timeline(resolved("2025-03-07T10:00:00+01:00", "2025-03-07T12:00:00+01:00")).explain(Locale.forLanguageTag("nl")))
                .containsOnlyOnce("Vanaf za 8 maart 2025, 00.00 uur\n    Editie 2.0 wordt van kracht\n").containsOnlyOnce("wordt van kracht");
    }

    /** Tried by deciding at random instants, and right before and at the end, the first day of the second edition, and midnights near. */
    @Test
    void aDecisionHoldsUntilItsOutlookSaysOtherwiseWhateverEditionIsInForce() {
        RandomFactSets sets = new RandomFactSets(SEED);
        Random random = new Random(SEED);
        Instant begins = instant("2025-03-08T00:00:00+01:00");
        int changed = 0;
        int unchanged = 0;
        for (int i = 0; i < FACT_SETS; i++) {
            FactSet facts = nearTheSecondEdition(sets, random);
            Outlook outlook = timeline.outlook(facts);
            Instant end = outlook.validUntil().orElse(outlook.until());
            assertThat(outlook.decision().validUntil()).isEqualTo(outlook.validUntil());
            outlook.next().ifPresent(next -> assertThat(SectionViews.differing(outlook.decision(), timeline.decide(facts.at(end))))
                    .isNotEmpty().isEqualTo(next.sections()));
            List<String> other = instants(facts, begins, end, random)
                    .flatMap(at -> SectionViews.differing(outlook.decision(), timeline.decide(facts.at(at))).stream()).distinct().toList();
            assertThat(other).as("%s", facts).isEmpty();
            if (begins.atZone(outlook.decision().zone()).toLocalDate().equals(FIRST_DAY)) {
                changed += end.equals(begins) ? 1 : 0;
                unchanged += end.isAfter(begins) ? 1 : 0;
            }
        }
        assertThat(changed).as("end with the first edition").isGreaterThan(FACT_SETS / 50);
        assertThat(unchanged).as("outlast the first edition").isGreaterThan(FACT_SETS / 10);
    }

    /** What happened in the fortnight before and after the second edition came into force, decided about a day before it did. */
    private static FactSet nearTheSecondEdition(RandomFactSets sets, Random random) {
        FactSet facts = sets.next();
        while (!facts.asOf().atZone(facts.now().zone()).toLocalDate().isBefore(FIRST_DAY.plusDays(14)) || facts.asOf().isBefore(instant("2025-03-08T12:00:00+01:00"))) {
            facts = sets.next();
        }
        return facts.at(instant("2025-03-07T12:00:00+01:00").minusSeconds(random.nextInt(86_400)));
    }

    private static Stream<Instant> instants(FactSet facts, Instant begins, Instant end, Random random) {
        long seconds = Duration.between(facts.asOf(), end).getSeconds();
        Stream<Instant> days = IntStream.rangeClosed(-1, 10).mapToObj(day -> FIRST_DAY.plusDays(day).atStartOfDay(facts.now().zone()).toInstant());
        return Stream.of(IntStream.range(0, 10).mapToObj(i -> facts.asOf().plusSeconds((long) (seconds * random.nextDouble()))),
                Stream.concat(days, Stream.of(begins, end)).flatMap(at -> Stream.of(at.minusNanos(1), at))).flatMap(each -> each)
                .filter(at -> at.isAfter(facts.asOf()) && at.isBefore(end));
    }

    private static FactSet resolved(String marked, String asOf) {
        return FactSet.builder(instant(asOf)).with(Ticket.builder().state(TicketState.RESOLVED).build(),
                Resolution.builder().markedResolvedAt(instant(marked)).build()).build();
    }

    private static Instant instant(String text) {
        return java.time.OffsetDateTime.parse(text).toInstant();
    }
}
