package org.supportpolicy.workbench.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;

/** One job at a time; a newer one, and a change of the copy, end it. */
class JobsTest {

    private final BlockingQueue<Jobs.Status> told = new LinkedBlockingQueue<>();
    private final Jobs jobs = new Jobs(told::add);

    @AfterEach
    void stop() {
        jobs.close();
    }

    private static Function<Locale, JsonNode> result(String text) {
        return language -> JsonNodeFactory.instance.textNode(text + " " + language);
    }

    /** Work that goes on until it is interrupted. */
    private static Jobs.Work endless(CountDownLatch begun, CountDownLatch ended) {
        return progress -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                ended.countDown();
            }
            throw new CancellationException();
        };
    }

    private Jobs.Status next(String job, Jobs.State state) throws InterruptedException {
        while (true) {
            Jobs.Status status = told.poll(10, TimeUnit.MINUTES);
            if (status == null || status.job().equals(job) && status.state() == state) {
                assertThat(status).isNotNull();
                return status;
            }
        }
    }

    @Test
    void aResultIsWrittenInTheLanguageThatIsAskedForAndStaysUntilTheNext() throws InterruptedException {
        assertThat(jobs.of("a").brief().path("state").asText()).isEqualTo("none");
        jobs.begin("a", Map.of("against", "standard"), progress -> result("first"));
        Jobs.Status done = next("a", Jobs.State.DONE);
        assertThat(done.whole(Locale.forLanguageTag("nl")).toString()).contains("\"against\":\"standard\"", "\"result\":\"first nl\"");

        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        jobs.begin("a", Map.of(), endless(begun, ended));
        begun.await();
        assertThat(jobs.of("a").whole(Locale.ENGLISH).toString()).contains("running", "first en", "\"stale\":true");
        assertThat(jobs.cancel("a").state()).isEqualTo(Jobs.State.CANCELLED);
        ended.await();
        assertThat(jobs.of("a").whole(Locale.ENGLISH).toString()).contains("first en");
    }

    @Test
    void aNewerOneEndsTheOneUnderWay() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        jobs.begin("a", Map.of(), endless(begun, ended));
        begun.await();
        jobs.begin("b", Map.of(), progress -> result("other"));
        ended.await();
        next("b", Jobs.State.DONE);
        assertThat(jobs.of("a").state()).isEqualTo(Jobs.State.CANCELLED);
        assertThat(jobs.all()).extracting(Jobs.Status::job).containsExactly("a", "b");
        assertThat(jobs.cancel("a").state()).isEqualTo(Jobs.State.CANCELLED);
        assertThat(jobs.of("b").state()).isEqualTo(Jobs.State.DONE);
    }

    @Test
    void aChangeOfTheCopyEndsItAndMarksAllResults() throws InterruptedException {
        jobs.begin("a", Map.of(), progress -> result("old"));
        next("a", Jobs.State.DONE);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        jobs.begin("b", Map.of(), endless(begun, ended));
        begun.await();
        jobs.outdate();
        ended.await();
        assertThat(jobs.of("a").isStale()).isTrue();
        assertThat(jobs.of("a").state()).isEqualTo(Jobs.State.DONE);
        assertThat(jobs.of("b").state()).isEqualTo(Jobs.State.CANCELLED);
        told.clear();
        jobs.begin("a", Map.of(), progress -> result("new"));
        assertThat(next("a", Jobs.State.DONE).isStale()).isFalse();
    }

    @Test
    void workThatFailsSaysWhyAndTheNextIsDone() throws InterruptedException {
        jobs.begin("a", Map.of(), progress -> {
            throw new PolicyException("The policy", List.of(Problem.of("SP-W001", "x")));
        });
        assertThat(next("a", Jobs.State.FAILED).whole(Locale.ENGLISH).path("detail").asText()).isNotBlank();
        jobs.begin("a", Map.of(), progress -> result("better"));
        assertThat(next("a", Jobs.State.DONE).whole(Locale.ENGLISH).has("detail")).isFalse();
    }

    @Test
    void progressIsToldNowAndThen() throws InterruptedException {
        CountDownLatch seen = new CountDownLatch(1);
        jobs.begin("a", Map.of(), progress -> {
            int done = 0;
            while (seen.getCount() > 0) {
                progress.at(++done, 1_000_000_000);
            }
            return result("done");
        });
        Jobs.Status status = next("a", Jobs.State.RUNNING);
        while (status.total() == 0) {
            status = next("a", Jobs.State.RUNNING);
        }
        seen.countDown();
        assertThat(status.done()).isPositive();
        next("a", Jobs.State.DONE);
    }
}
