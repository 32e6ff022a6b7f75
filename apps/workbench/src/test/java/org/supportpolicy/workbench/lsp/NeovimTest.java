package org.supportpolicy.workbench.lsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supportpolicy.author.WorkingCopy;
import org.supportpolicy.workbench.Workbench;

/** The language server as a process of its own, started by an editor that many use. */
class NeovimTest {

    @TempDir
    private Path folder;

    @Test
    void aPolicyIsEditedInNeovim() throws IOException, InterruptedException {
        assumeTrue(isThere("nvim"), "nvim is not there; Debian's package neovim has it");
        Path copy = folder.resolve("copy");
        WorkingCopy.init(copy);
        Path rules = copy.resolve("closure.drl");
        Files.writeString(rules, Files.readString(rules).replaceFirst("AsOf\\( \\$closes <= instant \\)", "AsOf( \\$closes <= instnat )"));

        List<String> transcript = edit(copy);
        transcript.forEach(System.out::println);

        assertThat(transcript).containsExactly(
                "underlined: instnat from column 22",
                "says: AsOf has no field (instnat). Maybe instant.",
                "action: Change to instant",
                "now: AsOf( $closes <= instant )",
                "hover: **TicketState** · choice",
                "definition: closure.drl conclude( kcontext, new ReplyWindow( $first, daysAfter( 7, $first, $zone ) ) );",
                "definition: terms.drl conclude( kcontext, new ReplyWindow( $first, $closes ) );",
                "renamed in: closure.drl, policy.en.md, policy.nl.md, scenarios/closure.yaml",
                "refused: The name (Conversation) is the library's and cannot be renamed.");
        WorkingCopy edited = WorkingCopy.read(copy);
        assertThat(edited.problems()).isEmpty();
        assertThat(edited.clauses()).extracting(clause -> clause.id()).contains("closure.final").doesNotContain("closure.permanent");
    }

    /** What Neovim says while it edits the copy by the script. */
    private List<String> edit(Path copy) throws IOException, InterruptedException {
        Path script = Path.of(System.getProperty("project.root"), "apps/workbench/src/test/resources/lsp/edit.lua");
        Path out = folder.resolve("out");
        ProcessBuilder editor = new ProcessBuilder("nvim", "--headless", "-u", "NONE", "-i", "NONE", "-n", "-c", "luafile " + script)
                .redirectOutput(out.toFile()).redirectError(folder.resolve("err").toFile());
        editor.environment().put("HOME", folder.toString());
        editor.environment().put("COPY", copy.toString());
        editor.environment().put("SERVER", String.join("\n", java(), "-cp", System.getProperty("java.class.path"),
                Workbench.class.getName(), "lsp"));
        Process process = editor.start();
        process.getOutputStream().close();
        int status = process.waitFor();
        assertThat(status).as(Files.readString(out) + Files.readString(folder.resolve("err"))).isZero();
        return Files.readAllLines(out, StandardCharsets.UTF_8);
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static boolean isThere(String command) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator)).anyMatch(place -> Files.isExecutable(Path.of(place, command)));
    }
}
