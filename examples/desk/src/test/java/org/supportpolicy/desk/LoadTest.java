package org.supportpolicy.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.supportpolicy.fact.Channel;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.FunctionalityLoss;
import org.supportpolicy.fact.Impact;
import org.supportpolicy.fact.ProductionImpact;
import org.supportpolicy.fact.Ticket;
import org.supportpolicy.fact.TicketKind;
import org.supportpolicy.fact.TicketState;

/** Many people at once, half of them at the same few tickets: each is told what became of what they did, and no update is lost. */
class LoadTest {

    private static final int USERS = Integer.getInteger("desk.users", 20);
    private static final int TICKETS = Integer.getInteger("desk.tickets", 200);
    private static final int ACTS = Integer.getInteger("desk.acts", 10);
    private static final int HOT = 5;
    private static final int AT_ONCE = 500;

    private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();
    private final Queue<List<String>> kept = new ConcurrentLinkedQueue<>();
    private final AtomicInteger refused = new AtomicInteger();

    @Test
    void noUpdateIsLostOrWrong() throws Exception {
        try (DeskUnderTest desk = new DeskUnderTest()) {
            long begin = System.nanoTime();
            for (int first = 0; first < TICKETS; first += AT_ONCE) {
                desk.desk.helpdesk().load(IntStream.range(first, Math.min(TICKETS, first + AT_ONCE)).mapToObj(LoadTest::incident).toList());
            }
            for (String page : List.of("/", "/tickets/" + number(0))) { // one person is there before the crowd
                assertThat(desk.get(page).statusCode()).isEqualTo(200);
            }
            long loaded = System.nanoTime();
            ExecutorService users = Executors.newFixedThreadPool(USERS);
            List<Callable<Void>> work = IntStream.range(0, USERS).<Callable<Void>>mapToObj(user -> () -> use(desk, user)).toList();
            for (Future<Void> each : users.invokeAll(work)) {
                each.get();
            }
            users.shutdown();
            long done = System.nanoTime();
            check(desk);
            List<Long> sorted = nanos.stream().sorted().toList();
            System.out.printf("%d users, %d tickets: loaded in %d s; %d acts kept, %d told that they came too late, %d requests in %d s, "
                    + "half within %d ms, 99 of 100 within %d ms%n", USERS, TICKETS, Duration.ofNanos(loaded - begin).toSeconds(),
                    kept.size(), refused.get(), sorted.size(), Duration.ofNanos(done - loaded).toSeconds(),
                    sorted.get(sorted.size() / 2) / 1_000_000, sorted.get(sorted.size() * 99 / 100) / 1_000_000);
        }
    }

    private static ServiceNowLog.Incident incident(int i) {
        FactSet facts = FactSet.builder(DeskUnderTest.MONDAY).with(
                Ticket.builder().number(number(i)).channel(Channel.ONLINE_HELPDESK).kind(TicketKind.PROBLEM).createdAt(DeskUnderTest.MONDAY)
                        .state(TicketState.ACTIVE).build(),
                Impact.builder().functionalityLoss(FunctionalityLoss.values()[i % 5])
                        .productionImpact(ProductionImpact.values()[i % 4]).build()).build();
        return new ServiceNowLog.Incident(number(i), facts, List.of(new Event(DeskUnderTest.MONDAY, Event.FILED, "")));
    }

    private static String number(int i) {
        return "L-%06d".formatted(i);
    }

    /** Looks at a ticket, then does something to it; now and then looks at the queue. */
    private Void use(DeskUnderTest desk, int user) {
        Random random = new Random(user);
        for (int i = 0; i < ACTS; i++) {
            String number = number(random.nextInt(random.nextBoolean() ? HOT : TICKETS));
            String text = "user " + user + " act " + i;
            String version = timed(() -> desk.version(number));
            Map<String, String> form = Map.of("act", "RESPOND", "awaited", "true", "version", version, "text", text);
            int status = timed(() -> desk.post("/tickets/" + number, form).statusCode());
            assertThat(status).isIn(303, 409);
            if (status == 303) {
                kept.add(List.of(number, text));
            } else {
                refused.incrementAndGet();
            }
            if (i % 5 == 0) {
                assertThat(timed(() -> desk.get("/").statusCode())).isEqualTo(200);
            }
        }
        return null;
    }

    private <T> T timed(Callable<T> request) {
        long begin = System.nanoTime();
        try {
            return request.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            nanos.add(System.nanoTime() - begin);
        }
    }

    private void check(DeskUnderTest desk) {
        assertThat(kept.size() + refused.get()).isEqualTo(USERS * ACTS);
        assertThat(desk.rows("SELECT number, detail FROM event WHERE kind = 'RESPOND'")).containsExactlyInAnyOrderElementsOf(kept);
        Map<String, Integer> times = new HashMap<>();
        kept.forEach(each -> times.merge(each.get(0), 1, Integer::sum));
        times.forEach((number, count) -> assertThat(desk.facts(number)).contains("\"unansweredAttempts\":" + count + ","));
        for (List<String> row : desk.rows("SELECT number, version FROM ticket")) {
            assertThat(row.get(1)).as(row.get(0)).isEqualTo("" + (1 + times.getOrDefault(row.get(0), 0)));
        }
        assertThat(desk.column("SELECT COUNT(*) FROM decision_log")).containsExactly("" + (TICKETS + kept.size()));
    }
}
