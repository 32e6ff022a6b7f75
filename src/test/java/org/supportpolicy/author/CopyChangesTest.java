package org.supportpolicy.author;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CopyChangesTest {

    @TempDir
    private Path directory;

    private CopyChanges changes;

    @BeforeEach
    void begin() {
        WorkingCopy.init(directory);
        changes = new CopyChanges(directory);
    }

    /** Goes on for some looks. */
    private static BooleanSupplier looks(int most) {
        AtomicInteger looks = new AtomicInteger();
        return () -> looks.incrementAndGet() <= most;
    }

    @ParameterizedTest
    @ValueSource(strings = {"closure.drl", "policy.nl.md", "readings.en.md", "scenarios/closure.yaml", "scenarios/deep/further.yaml",
        "facts.drl", "README.md"})
    void aWrittenFileIsNoticedOnce(String file) throws IOException, InterruptedException {
        assertThat(changes.await(looks(3))).isFalse();
        Files.createDirectories(directory.resolve(file).getParent());
        Files.writeString(directory.resolve(file), "written");
        assertThat(changes.await(looks(100))).isTrue();
        assertThat(changes.await(looks(3))).isFalse();
    }

    @Test
    void aFileThatIsRemovedIsNoticed() throws IOException, InterruptedException {
        Files.delete(directory.resolve("scenarios/closure.yaml"));
        assertThat(changes.await(looks(100))).isTrue();
    }

    @Test
    void aFileThatDoesNotBelongToTheCopyIsNot() throws IOException, InterruptedException {
        Files.writeString(directory.resolve("notes.txt"), "written");
        Files.writeString(directory.resolve(".closure.drl.swp"), "written");
        assertThat(changes.await(looks(10))).isFalse();
    }

    /** Whoever writes without a rest is not waited for endlessly. */
    @Test
    void whatIsWrittenOnAndOnIsNoticed() throws InterruptedException {
        AtomicInteger looks = new AtomicInteger();
        assertThat(changes.await(() -> {
            try {
                Files.writeString(directory.resolve("closure.drl"), "x".repeat(looks.incrementAndGet()));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            return looks.get() < 1000;
        })).isTrue();
    }
}
