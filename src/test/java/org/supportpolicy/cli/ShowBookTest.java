package org.supportpolicy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportpolicy.cli.MainTest.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supportpolicy.author.WorkingCopy;

/** The book of a policy is written to a file or to standard output. */
class ShowBookTest {

    @TempDir
    private Path directory;

    @Test
    void theLibrarysPolicyIsTakenWhenNoneIsNamed() {
        MainTest.Outcome outcome = run("", "book", "--lang", "nl");
        assertThat(outcome.status()).isZero();
        int scenarios = WorkingCopy.standard().scenarios().size();
        assertThat(outcome.out()).startsWith("<!DOCTYPE html>").contains("<html lang=\"nl\">", "<h1>Beleidsboek</h1>", "id=\"clause-closure.permanent\"",
                String.format(Locale.GERMANY, "<td>%,d van %,d zoals verwacht</td>", scenarios, scenarios)).endsWith("</html>\n");
    }

    @Test
    void aPolicyWithMistakesHasABookToo() throws IOException {
        WorkingCopy.init(directory.resolve("copy"));
        Path closure = directory.resolve("copy/closure.drl");
        Files.writeString(closure, Files.readString(closure).replace("new Lifecycle(", "new Lifecycl("));
        Path page = directory.resolve("book.html");
        MainTest.Outcome outcome = run("", "book", closure.getParent().toString(), "-o", page.toString());
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).isEmpty();
        assertThat(Files.readString(page)).contains("This is no policy yet", "Mistake SP-R040");
    }

    @Test
    void aDirectoryIsNotWrittenTo() {
        assertThat(run("", "book", "-o", directory.toString()).err()).isEqualTo(directory
                + "  SP-W010\n    The file must take all that is written (it is a directory); it has a part of it, or nothing.\n");
        assertThat(run("", "book", "--lang", "nl", "-o", directory.toString()).err()).isEqualTo(directory
                + "  SP-W010\n    Het bestand moet alles aannemen wat geschreven wordt (het is een map); het heeft een deel ervan, of niets.\n");
    }

    @Test
    void aDirectoryThatCannotBeReadEndsWithOne() {
        MainTest.Outcome outcome = run("", "book", directory.resolve("none").toString());
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err()).contains("SP-R001");
    }
}
