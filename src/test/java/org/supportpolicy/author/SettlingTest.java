package org.supportpolicy.author;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.supportpolicy.internal.source.DirectoryStamp;

/** How long files are waited for, in counted time. */
class SettlingTest {

    private final Map<String, List<?>> files = new HashMap<>();
    private int version;
    private long millis;
    private final Settling settling = new Settling(Duration.ofMillis(500), stamp(), 0);

    @Test
    void whatWasReadAtFirstIsReadOnceMoreWhenItHasRested() {
        assertThat(lookFor(2000)).containsExactly(500L);
    }

    @Test
    void filesAreReadWhenTheyHaveRested() {
        lookFor(1000);
        write("a.drl");
        assertThat(lookFor(3000)).containsExactly(1600L);
    }

    @Test
    void aSlowCopyIsWaitedForUntilItsLastFileRests() {
        lookFor(1000);
        for (int file = 0; file < 20; file++) {
            write(file + ".drl");
            assertThat(lookFor(400)).isEmpty();
        }
        assertThat(lookFor(3000)).containsExactly(9200L);
    }

    @Test
    void aFileThatNeverRestsHoldsUpNoOther() {
        lookFor(1000);
        write("a.drl");
        List<Long> due = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            write("policy.en.md");
            due.addAll(lookFor(100));
        }
        assertThat(due).containsExactly(2600L, 4100L);
        assertThat(lookFor(3000)).containsExactly(5500L);
    }

    @Test
    void aHalfCopyBesideAFileThatNeverRestsIsWaitedFor() {
        lookFor(1000);
        List<Long> due = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            write("policy.en.md");
            if (i == 12 || i == 16) {
                write(i + ".drl");
            }
            due.addAll(lookFor(100));
        }
        assertThat(due).containsExactly(3200L);
    }

    @Test
    void anotherDirectoryIsAChange() {
        lookFor(1000);
        assertThat(settling.isDue(new DirectoryStamp(Path.of("other"), Map.of()), 1000)).isFalse();
        assertThat(settling.isDue(new DirectoryStamp(Path.of("other"), Map.of()), millis(1500))).isTrue();
    }

    @Test
    void aTimeBelowNothingIsRefused() {
        assertThatThrownBy(() -> new Settling(Duration.ofMillis(-1), stamp(), 0)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Looks every hundred milliseconds, and says when the files were due. */
    private List<Long> lookFor(int time) {
        List<Long> due = new ArrayList<>();
        for (long end = millis + time; millis < end;) {
            millis += 100;
            if (settling.isDue(stamp(), millis(millis))) {
                settling.taken(millis(millis));
                due.add(millis);
            }
        }
        return due;
    }

    private static long millis(long millis) {
        return Duration.ofMillis(millis).toNanos();
    }

    private void write(String name) {
        files.put(name, List.of(version++));
    }

    private DirectoryStamp stamp() {
        return new DirectoryStamp(Path.of("policy"), Map.copyOf(files));
    }
}
