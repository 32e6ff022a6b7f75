package org.supportpolicy.author;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supportpolicy.Problem;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.Ticket;
import org.supportpolicy.fact.TicketState;

/** Edits that come into force while decisions are made. */
class WatchedPolicyTest {

    private static final Duration QUIET = Duration.ofMillis(300);
    private static final FactSet ACTIVE = FactSet.builder(Instant.EPOCH).with(Ticket.builder().state(TicketState.ACTIVE).build()).build();
    private static final String RULES = """
            // One rule.
            // Reads Ticket.  Concludes Lifecycle.
            package org.supportpolicy.rules.closure;

            import org.supportpolicy.fact.Ticket;
            import org.supportpolicy.fact.TicketState;
            import org.supportpolicy.finding.Lifecycle;
            import static org.supportpolicy.rules.Conclude.conclude;

            rule "A ticket keeps its state"
                @clause("closure.permanent")
                @nl("Een ticket houdt zijn status")
            when
                Ticket( state == TicketState.ACTIVE )
            then
                conclude( kcontext, new Lifecycle( TicketState.%s ) );
            end
            """;

    @TempDir
    private Path directory;

    private final BlockingQueue<Object> heard = new LinkedBlockingQueue<>();
    private final WatchedPolicy.Listener listener = new WatchedPolicy.Listener() {
        @Override
        public void reloaded(SupportPolicy policy) {
            heard.add(policy);
        }

        @Override
        public void refused(List<Problem> problems) {
            heard.add(problems);
        }
    };

    @Test
    void anEditComesIntoForceAndABrokenOneLeavesTheLastGoodPolicy() throws Exception {
        write(TicketState.ACTIVE.name());
        try (WatchedPolicy watched = WatchedPolicy.of(directory, QUIET, listener)) {
            assertThat(state(watched)).isEqualTo(TicketState.ACTIVE);
            write(TicketState.ON_HOLD.name());
            assertThat(heard.poll(30, TimeUnit.SECONDS)).isInstanceOf(SupportPolicy.class);
            assertThat(state(watched)).isEqualTo(TicketState.ON_HOLD);
            write("ACTVE");
            assertThat(heard.poll(30, TimeUnit.SECONDS)).asList().extracting(problem -> ((Problem) problem).code()).containsExactly("SP-R042");
            assertThat(state(watched)).isEqualTo(TicketState.ON_HOLD);
            write(TicketState.CLOSED.name());
            assertThat(heard.poll(30, TimeUnit.SECONDS)).isInstanceOf(SupportPolicy.class);
            assertThat(state(watched)).isEqualTo(TicketState.CLOSED);
        }
    }

    @Test
    void aFileThatIsStillBeingWrittenDoesNotCount() throws Exception {
        write(TicketState.ACTIVE.name());
        String text = String.format(RULES, TicketState.RESOLVED);
        try (WatchedPolicy watched = WatchedPolicy.of(directory, Duration.ofSeconds(2), listener)) {
            for (int written = text.length() / 2; written < text.length(); written += text.length() / 6) {
                Files.writeString(directory.resolve("closure.drl"), text.substring(0, written));
                Thread.sleep(100);
            }
            Files.writeString(directory.resolve("closure.drl"), text);
            assertThat(heard.poll(30, TimeUnit.SECONDS)).isInstanceOf(SupportPolicy.class);
            assertThat(heard).isEmpty();
            assertThat(state(watched)).isEqualTo(TicketState.RESOLVED);
        }
    }

    @Test
    void fiveHundredReloadsLeaveHeapAndMetaspaceFlat() throws Exception {
        write(TicketState.ACTIVE.name());
        WatchedPolicy watched = WatchedPolicy.of(directory, Duration.ofHours(1), listener);
        long[] early = null;
        for (int i = 1; i <= 500; i++) {
            TicketState state = TicketState.values()[i % TicketState.values().length];
            write(state.name());
            assertThat(watched.reload()).isEmpty();
            assertThat(state(watched)).isEqualTo(state);
            heard.clear();
            if (i == 100) {
                early = used();
            }
        }
        long[] late = used();
        watched.close();
        System.out.printf("Reloads: heap %d kB and Metaspace %d kB after 100, %d kB and %d kB after 500%n", early[0] >> 10, early[1] >> 10, late[0] >> 10, late[1] >> 10);
        assertThat(late[0]).as("heap after collection").isLessThan(early[0] + (4 << 20));
        assertThat(late[1]).as("Metaspace after collection").isLessThan(early[1] + (4 << 20));
    }

    /** Heap and Metaspace in use once everything that can go has gone. */
    private static long[] used() throws InterruptedException {
        for (int i = 0; i < 5; i++) {
            System.gc();
            Thread.sleep(100);
        }
        long metaspace = ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getName().equals("Metaspace")).map(MemoryPoolMXBean::getUsage)
                .mapToLong(java.lang.management.MemoryUsage::getUsed).sum();
        return new long[] {ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(), metaspace};
    }

    private static TicketState state(WatchedPolicy watched) {
        return watched.decide(ACTIVE).lifecycle().orElseThrow().state();
    }

    private void write(String state) throws IOException {
        Files.writeString(directory.resolve("closure.drl"), String.format(RULES, state));
    }
}
