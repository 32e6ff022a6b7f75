package org.supportpolicy.author;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.verify.Scenario;
import org.supportpolicy.verify.ScenarioSuite;

/** Long work tells how far it is, and ends when its thread is interrupted. */
class LongWorkTest {

    private static final SupportPolicy STANDARD = SupportPolicy.standard();
    private static final List<Scenario> SCENARIOS =
            ScenarioSuite.of(STANDARD, Path.of("src/test/resources/scenarios/scope.yaml")).scenarios();
    private static final int FEW = 3;

    @AfterEach
    void goOn() {
        Thread.interrupted();
    }

    @Test
    void eachItemIsWorkedOnOnceAndCounted() {
        List<Integer> items = IntStream.range(0, 10_000).boxed().toList();
        AtomicInteger sum = new AtomicInteger();
        List<Integer> told = new ArrayList<>();
        LongWork.on(items, (done, total) -> {
            assertThat(total).isEqualTo(items.size());
            told.add(done);
        }, sum::addAndGet);
        assertThat(sum).hasValue(items.stream().mapToInt(item -> item).sum());
        assertThat(told).isEqualTo(IntStream.rangeClosed(1, items.size()).boxed().toList());
    }

    @Test
    void whatTheWorkThrowsIsThrown() {
        assertThatThrownBy(() -> LongWork.on(List.of(1), ProgressListener.NOBODY, item -> {
            throw new IllegalStateException("broken");
        })).isInstanceOf(IllegalStateException.class).hasMessage("broken");
    }

    @Test
    void anInterruptionEndsEachOfThem() {
        interrupted(progress -> PolicyDiff.between(STANDARD, STANDARD).report(SCENARIOS, progress));
        interrupted(progress -> ChangeMemo.between(STANDARD, STANDARD, Locale.ENGLISH).report(SCENARIOS, progress));
        interrupted(progress -> Coverage.of(STANDARD, SCENARIOS, progress));
        interrupted(progress -> MutantReport.of(STANDARD, SCENARIOS, false, progress));
    }

    private static void interrupted(Consumer<ProgressListener> work) {
        int[] last = {0, 0};
        assertThatThrownBy(() -> work.accept((done, total) -> {
            last[0] = done;
            last[1] = total;
            if (done == FEW) {
                Thread.currentThread().interrupt();
            }
        })).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(last[0]).isLessThan(last[1]);
    }
}
