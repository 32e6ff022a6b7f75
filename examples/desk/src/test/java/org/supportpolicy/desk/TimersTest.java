package org.supportpolicy.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.supportpolicy.Decider;
import org.supportpolicy.PolicyException;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.Ticket;
import org.supportpolicy.finding.FirstResponseStatus;
import org.supportpolicy.json.FactSetReader;

/** Each ticket is decided anew when its decision ends, whether or not the desk was running then. */
class TimersTest {

    /** The instants at which the decision on what the ticket was last changed to becomes another, until now. */
    static List<Instant> expected(String facts, Instant now) {
        FactSet known = new FactSetReader().read("facts", facts).over(Desk.template());
        return SupportPolicy.standard().timeline(known, now).changes().stream()
                .map(change -> Tickets.nextMicrosecond(change.at())).toList();
    }

    static List<Instant> changes(DeskUnderTest desk, String number) {
        return desk.desk.database().transaction(connection -> new Tickets().events(connection, number)).stream()
                .filter(event -> event.kind().equals(Event.CHANGED)).map(Event::at).toList();
    }

    @Test
    void eachChangeIsRecordedAtItsOwnInstantHoweverMuchTimePasses() {
        try (DeskUnderTest desk = new DeskUnderTest()) {
            String number = desk.file(DeskUnderTest.complete());
            String facts = desk.facts(number);
            desk.pass(Duration.ofDays(400));
            List<Instant> changes = changes(desk, number);
            assertThat(changes).hasSizeGreaterThan(2).isEqualTo(expected(facts, DeskUnderTest.MONDAY.plus(Duration.ofDays(400))));
            desk.audit();
        }
    }

    @Test
    void timersThatRanOutWhileTheDeskWasClosedAreWorkedOff() throws Exception {
        String database = DeskUnderTest.database();
        try (Connection open = DriverManager.getConnection(database)) { // keeps a database in memory
            String number;
            String facts;
            try (DeskUnderTest desk = new DeskUnderTest(database, DeskUnderTest.MONDAY)) {
                number = desk.file(DeskUnderTest.complete());
                desk.file(Map.of("intake.subject", "Another"));
                facts = desk.facts(number);
                assertThat(desk.events(number)).containsExactly("FILED");
            }
            Instant later = DeskUnderTest.MONDAY.plus(Duration.ofDays(10));
            try (DeskUnderTest desk = new DeskUnderTest(database, later)) {
                desk.desk.timers().settle();
                assertThat(changes(desk, number)).isNotEmpty().isEqualTo(expected(facts, later));
                assertThat(open.isClosed()).isFalse();
            }
        }
    }

    @Test
    void whatAnActFindsRunOutIsRecordedBeforeIt() throws Exception {
        String database = DeskUnderTest.database();
        try (Database kept = new Database(database, null, null)) {
            DeskClock clock = new DeskClock(InstantSource.fixed(DeskUnderTest.MONDAY), kept, true);
            Helpdesk helpdesk = new Helpdesk(kept, SupportPolicy.standard(), Desk.template(), clock); // without timers
            String number = helpdesk.file(Filing.of(form(DeskUnderTest.complete())).facts(clock.instant()));
            clock.pass(Duration.ofDays(1));
            helpdesk.act(number, 1, Act.RESPOND, form(Map.of("text", "Sorry, late")));
            Views.Whole ticket = new Views(kept, SupportPolicy.standard(), Desk.template(), clock).ticket(number);
            assertThat(ticket.events()).extracting(Event::kind).startsWith("FILED", "CHANGED").endsWith("RESPOND");
            assertThat(ticket.timeline().decision().firstResponse().orElseThrow().status()).contains(FirstResponseStatus.BREACHED);
        }
    }

    private static Form form(Map<String, String> fields) {
        return new Form(fields.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, field -> List.of(field.getValue()))));
    }

    @Test
    void aTimerWaitsForItsInstantByTheClockAlone() throws Exception {
        try (Database database = new Database(DeskUnderTest.database(), null, null)) {
            Instant begin = Instant.now();
            DeskClock clock = new DeskClock(() -> DeskUnderTest.MONDAY.plus(Duration.between(begin, Instant.now())), database, false);
            Helpdesk helpdesk = new Helpdesk(database, SupportPolicy.standard(), Desk.template(), clock);
            String number = helpdesk.file(Filing.of(form(DeskUnderTest.complete())).facts(clock.instant()));
            Instant soon = clock.instant().plus(Duration.ofMillis(700)).truncatedTo(ChronoUnit.MILLIS);
            database.transaction(connection -> { // as if its decision ended soon
                var update = connection.prepareStatement("UPDATE ticket SET valid_until = ?");
                update.setObject(1, OffsetDateTime.ofInstant(soon, ZoneOffset.UTC));
                return update.executeUpdate();
            });
            try (Timers timers = new Timers(helpdesk, clock)) {
                timers.settle();
                while (validUntil(database, number).equals(Optional.of(soon))) {
                    Thread.sleep(20);
                }
                assertThat(clock.instant()).isAfterOrEqualTo(soon);
            }
        }
    }

    @Test
    void aTicketThatCannotBeDecidedKeepsNoOtherWaiting() {
        try (Database database = new Database(DeskUnderTest.database(), null, null)) {
            DeskClock clock = new DeskClock(InstantSource.fixed(DeskUnderTest.MONDAY), database, true);
            SupportPolicy policy = SupportPolicy.standard();
            String bad = new Helpdesk(database, policy, Desk.template(), clock).file(facts(clock));
            Helpdesk helpdesk = new Helpdesk(database, failing(policy, bad), Desk.template(), clock);
            String good = helpdesk.file(facts(clock));
            clock.pass(Duration.ofDays(1));
            Instant next = clock.instant();
            for (int i = 0; i < 3 && !next.isAfter(clock.instant()); i++) {
                next = helpdesk.runTimer().orElseThrow();
            }
            assertThat(next).isAfter(clock.instant());
            assertThat(validUntil(database, bad)).contains(clock.instant().plus(Duration.ofHours(1)));
            assertThat(validUntil(database, good).orElseThrow()).isAfter(clock.instant());
            List<Event> events = database.transaction(connection -> new Tickets().events(connection, good));
            assertThat(events).extracting(Event::kind).contains(Event.CHANGED);
        }
    }

    /** A policy that fails for one ticket. */
    private static Decider failing(Decider policy, String number) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (arguments[0] instanceof FactSet facts && facts.get(Ticket.class).map(Ticket::number).filter(number::equals).isPresent()) {
                throw new PolicyException("The ticket", List.of());
            }
            return method.invoke(policy, arguments);
        };
        return (Decider) Proxy.newProxyInstance(Decider.class.getClassLoader(), new Class<?>[] {Decider.class}, handler);
    }

    private static FactSet facts(DeskClock clock) {
        return Filing.of(form(DeskUnderTest.complete())).facts(clock.instant());
    }

    private static Optional<Instant> validUntil(Database database, String number) {
        return database.transaction(connection -> new Tickets().find(connection, number)).orElseThrow().validUntil();
    }

    @Test
    void aDatabaseKeepsAnInstantNoEarlierThanItIs() {
        Instant due = Instant.parse("2026-10-05T12:00:00Z");
        assertThat(Tickets.nextMicrosecond(due)).isEqualTo(due);
        assertThat(Tickets.nextMicrosecond(due.plusNanos(1))).isEqualTo(due.plusNanos(1000));
    }
}
