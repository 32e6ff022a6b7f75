package org.supportpolicy.internal.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;

/** What may stand in the directory of a policy, and what is never opened. */
class PolicyDirectoryTest {

    private static final String SECRET = "a line of a file elsewhere";

    @TempDir
    private Path temporary;

    private Path directory;

    @BeforeEach
    void makeTheDirectory() throws IOException {
        directory = Files.createDirectory(temporary.resolve("policy"));
        write("closure.drl", "closure");
    }

    @Test
    void linksWithinTheDirectoryAreFollowed() throws IOException {
        Path version = Files.createDirectories(directory.resolve("..2026_01"));
        Files.writeString(version.resolve("linked.drl"), "linked");
        Files.createSymbolicLink(directory.resolve("..data"), Path.of("..2026_01"));
        Files.createSymbolicLink(directory.resolve("linked.drl"), Path.of("..data", "linked.drl"));
        Path link = Files.createSymbolicLink(temporary.resolve("link"), directory);
        assertThat(PolicyFiles.in(link, new ArrayList<>()).rules())
                .containsExactly(new RuleFile(link + "/closure.drl", "closure"), new RuleFile(link + "/linked.drl", "linked"));
    }

    @Test
    void linksOutOfTheDirectoryAreRefusedAndNothingIsSaidOfWhatTheyLeadTo() throws IOException {
        Path elsewhere = Files.writeString(temporary.resolve("elsewhere"), SECRET);
        Files.createSymbolicLink(directory.resolve("a.drl"), elsewhere);
        Files.createSymbolicLink(directory.resolve("policy.nl.md"), Path.of("..", "elsewhere"));
        Files.createSymbolicLink(directory.resolve("out"), temporary);
        Files.createSymbolicLink(directory.resolve("b.drl"), Path.of("out", "elsewhere"));
        assertThat(problems()).extracting(Problem::message).hasSize(3).containsOnly(Problem.of("SP-R003.outside").message());
        assertThat(problems().toString()).doesNotContain(SECRET, elsewhere.toString());
    }

    @Test
    void whatIsNoPlainFileIsNeverOpened() throws Exception {
        String[] pipes = {"mkfifo", directory.resolve("pipe.drl").toString(), directory.resolve("readings.en.md").toString()};
        assertThat(new ProcessBuilder(pipes).start().waitFor()).isZero();
        Files.createSymbolicLink(directory.resolve("piped.drl"), Path.of("pipe.drl"));
        Files.createDirectory(directory.resolve("directory.drl"));
        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(30), this::problems))
                .extracting(Problem::message).hasSize(4).containsOnly(Problem.of("SP-R003.regular").message());
    }

    @Test
    void aPipeInPlaceOfTheDirectoryIsNeverOpened() throws Exception {
        Path pipe = temporary.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
        Path link = Files.createSymbolicLink(temporary.resolve("link"), pipe);
        for (Path path : List.of(pipe, link)) {
            assertThatThrownBy(() -> assertTimeoutPreemptively(Duration.ofSeconds(30), () -> PolicyFiles.in(path, new ArrayList<>())))
                    .isInstanceOf(PolicyException.class).hasMessageContaining("SP-R001");
        }
    }

    @Test
    void aDirectoryInAnArchiveIsReadAsAnyOther() throws IOException {
        List<RuleFile> rules = PolicyFiles.in(directory, new ArrayList<>()).rules();
        try (FileSystem archive = FileSystems.newFileSystem(temporary.resolve("policy.zip"), Map.of("create", "true"))) {
            Path inside = Files.createDirectory(archive.getPath("/policy"));
            Files.copy(directory.resolve("closure.drl"), inside.resolve("closure.drl"));
            assertThat(PolicyFiles.in(inside, new ArrayList<>()).rules()).extracting(RuleFile::text).containsExactly(rules.get(0).text());
        }
    }

    @Test
    void socketsAndLinksThatGoInCirclesAreNoFiles() throws IOException {
        try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            socket.bind(UnixDomainSocketAddress.of(directory.resolve("s.drl")));
            Files.createSymbolicLink(directory.resolve("a.drl"), Path.of("b.drl"));
            Files.createSymbolicLink(directory.resolve("b.drl"), Path.of("a.drl"));
            assertThat(problems()).extracting(Problem::message).containsExactly(Problem.of("SP-R003.readable").message(), Problem.of("SP-R003.readable").message(),
                    Problem.of("SP-R003.regular").message());
        }
        Path circle = Files.createSymbolicLink(temporary.resolve("circle"), Path.of("circle"));
        assertThatThrownBy(() -> PolicyFiles.in(circle, new ArrayList<>())).isInstanceOf(PolicyException.class).hasMessageContaining("SP-R001");
    }

    @Test
    void theFirstByteThatIsNotUtf8IsSaidByItsPlace() throws IOException {
        Files.write(directory.resolve("a.drl"), "\u00e9".getBytes(StandardCharsets.ISO_8859_1));
        Files.write(directory.resolve("b.drl"), "one\r\ntwo\rthr\u00e9\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        Files.write(directory.resolve("c.drl"), Arrays.copyOf("\u00e9\n\ud83d\ude00".getBytes(StandardCharsets.UTF_8), 6)); // breaks off
        Files.write(directory.resolve("d.drl"), "\r\u00e9".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(problems()).extracting(problem -> problem.code() + " " + problem.line() + ":" + problem.column())
                .containsExactly("SP-R003 1:1", "SP-R003 3:4", "SP-R003 2:1", "SP-R003 2:1");
    }

    @Test
    void aThreadThatWasInterruptedReadsAllTheSame() {
        Thread.currentThread().interrupt();
        assertThat(problems()).isEmpty();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void thereIsAnEndToAllFilesTogether() throws IOException {
        Path large = Files.writeString(temporary.resolve("large"), "x".repeat(Limits.FILE));
        for (int i = 0; i < 10; i++) {
            Files.createLink(directory.resolve(i + ".drl"), large);
        }
        assertThatThrownBy(this::problems).isInstanceOf(PolicyException.class).hasMessageContaining("SP-R004").hasMessageContaining("10000000 characters in all");
        Files.delete(directory.resolve("0.drl"));
        assertThat(problems()).isEmpty();
        for (int i = 0; i < Limits.FILES; i++) {
            Files.createLink(directory.resolve("x" + i + ".drl"), directory.resolve("closure.drl"));
        }
        assertThatThrownBy(this::problems).isInstanceOf(PolicyException.class).hasMessageContaining("at most 200 rule files");
    }

    @Test
    void aDeviceIsNotReadToItsEnd() throws IOException {
        Path device = Files.createSymbolicLink(directory.resolve("zero.drl"), Path.of("/dev/zero"));
        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(30), this::problems)).extracting(Problem::code).containsExactly("SP-R003");
        Files.delete(device);
    }

    @Test
    void aLinkThatLeadsNowhereIsAProblemForTextsToo() throws IOException {
        Files.createSymbolicLink(directory.resolve("policy.en.md"), Path.of("gone"));
        assertThat(problems()).extracting(Problem::message).containsExactly(Problem.of("SP-R003.readable").message());
    }

    @Test
    void aFileOfAGigabyteIsNotRead() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(directory.resolve("large.drl").toFile(), "rw")) {
            file.setLength(1L << 30);
        }
        assertThat(problems()).extracting(Problem::code).containsExactly("SP-R004");
    }

    @Test
    void filesWhoseNamesBeginWithADotAreTheEditorsOwn() throws IOException {
        write(".closure.drl", "an editor's");
        Files.createSymbolicLink(directory.resolve(".#closure.drl"), Path.of("somebody@here.1234"));
        assertThat(PolicyFiles.in(directory, new ArrayList<>()).rules()).hasSize(1);
    }

    @Test
    void namesAreQuotedOnOneLine() throws IOException {
        write("two\nlines\u001b[31m\t" + "x".repeat(200) + ".drl", "\0");
        Files.createSymbolicLink(directory.resolve("red\u001b[31m.drl"), Path.of("gone"));
        List<Problem> problems = new ArrayList<>();
        PolicyFiles files = PolicyFiles.in(directory, problems);
        assertThat(files.rules()).extracting(RuleFile::fileName)
                .contains("two<U+000A>lines<U+001B>[31m " + "x".repeat(200) + ".drl");
        assertThat(problems).extracting(Problem::source).containsExactly(directory + "/red<U+001B>[31m.drl");
        assertThatThrownBy(() -> PolicyFiles.in(temporary.resolve("not\nhere"), problems)).message()
                .contains("not<U+000A>here").doesNotContain("not\nhere");
    }

    @Test
    void aFingerprintDoesNotDependOnWhereTheDirectoryIs() throws IOException {
        String before = PolicyFiles.in(directory, new ArrayList<>()).fingerprint();
        Path deep = Files.createDirectories(temporary.resolve("a".repeat(200)).resolve("b".repeat(200)).resolve("c".repeat(200)));
        Path moved = Files.move(directory, deep.resolve("moved"));
        assertThat(PolicyFiles.in(moved, new ArrayList<>()).fingerprint()).isEqualTo(before);
    }

    @Test
    void aStampTellsWhatAFileThatKeepsItsSizeAndItsDateBecame() throws IOException {
        Path file = directory.resolve("closure.drl");
        FileTime time = FileTime.fromMillis(1_700_000_000_000L);
        Files.setLastModifiedTime(file, time);
        DirectoryStamp before = DirectoryStamp.of(directory);
        assertThat(DirectoryStamp.of(directory)).isEqualTo(before);
        Files.setLastModifiedTime(Files.writeString(temporary.resolve("new"), "CLOSURE"), time);
        Files.move(temporary.resolve("new"), file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThat(DirectoryStamp.of(directory)).isNotEqualTo(before);
        assertThat(DirectoryStamp.of(temporary.resolve("none")).files()).isEmpty();
    }

    private List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        PolicyFiles.in(directory, problems);
        return problems;
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text);
    }
}
