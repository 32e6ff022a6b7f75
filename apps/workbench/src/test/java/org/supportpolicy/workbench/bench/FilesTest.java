package org.supportpolicy.workbench.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.supportpolicy.workbench.http.Refused;

/** Files are saved as a whole, and never over what another program wrote. */
class FilesTest {

    private static final String FILE = "closure.drl";
    private static final String TEXT = "text";
    private static final String BASE = "base";

    @TempDir
    private Path place;

    private RunningBench bench;

    @BeforeEach
    void start() {
        bench = RunningBench.ofStandard(place.resolve("copy"));
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private JsonNode read() {
        return bench.asked(bench.get("/api/files/" + FILE));
    }

    private HttpResponse<String> save(String text, String base) {
        return bench.send("PUT", "/api/files/" + FILE, Map.of(TEXT, text, BASE, base));
    }

    @Test
    void whatIsSavedStandsThereAndIsCheckedAtOnce() throws IOException {
        JsonNode file = read();
        assertThat(file.path(TEXT).asText()).isEqualTo(bench.text(FILE));
        String text = file.path(TEXT).asText() + "\n// ✓ één\n";
        JsonNode saved = bench.asked(save(text, file.path("version").asText()));
        assertThat(saved.path("merged").asBoolean()).isFalse();
        assertThat(saved.has(TEXT)).isFalse();
        assertThat(bench.text(FILE)).isEqualTo(text);
        JsonNode copy = bench.asked(bench.get("/api/copy"));
        assertThat(copy.path("version").asInt()).isEqualTo(2);
        assertThat(copy.path("files").findValuesAsText("version")).contains(saved.path("version").asText());
        try (Stream<Path> all = Files.list(bench.directory)) {
            assertThat(all.map(path -> path.getFileName().toString())).noneMatch(name -> name.startsWith("."));
        }
    }

    @Test
    void manyWhoSaveAtOnceLoseNothing() {
        List<String> added = IntStream.range(0, 12).mapToObj(i -> "// added by " + i + "\n").toList();
        CompletableFuture<?>[] savers = added.stream().map(line -> CompletableFuture.runAsync(() -> {
            HttpResponse<String> answer;
            do { // both at the end of the file: one is refused, reads what the other wrote, and tries again
                JsonNode file = read();
                answer = save(file.path(TEXT).asText() + line, file.path("version").asText());
                assertThat(answer.statusCode()).isIn(200, 409);
            } while (answer.statusCode() != 200);
        }, work -> new Thread(work).start())).toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(savers).join();
        assertThat(bench.text(FILE)).contains(added);
    }

    @Test
    void whatAnotherProgramWroteElsewhereInTheFileIsMergedIn() {
        JsonNode file = read();
        String text = file.path(TEXT).asText();
        bench.write(FILE, "// theirs\n" + text);
        JsonNode saved = bench.asked(save(text + "\n// yours\n", file.path("version").asText()));
        assertThat(saved.path("merged").asBoolean()).isTrue();
        assertThat(bench.text(FILE)).isEqualTo("// theirs\n" + text + "\n// yours\n").isEqualTo(saved.path(TEXT).asText());
    }

    @Test
    void whereBothEditedNothingIsSavedAndBothVersionsAreGiven() {
        JsonNode file = read();
        String text = file.path(TEXT).asText();
        String theirs = text.replaceFirst("seven days", "eight days");
        String yours = text.replaceFirst("seven days", "ten days");
        bench.write(FILE, theirs);
        HttpResponse<String> refused = save(yours, file.path("version").asText());
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode both = RunningBench.read(refused.body());
        assertThat(both.path("theirs").asText()).isEqualTo(theirs);
        assertThat(both.path("yours").asText()).isEqualTo(yours);
        assertThat(both.path(BASE).asText()).isEqualTo(text);
        assertThat(both.path("conflicts").asInt()).isEqualTo(1);
        assertThat(bench.text(FILE)).isEqualTo(theirs);
        bench.asked(save(yours, both.path("version").asText()));
        assertThat(bench.text(FILE)).isEqualTo(yours);
    }

    @Test
    void ofABaseThatNobodyKnowsNothingIsMerged() {
        assertThat(save("// mine\n", "0000").statusCode()).isEqualTo(409);
        assertThat(bench.text(FILE)).isNotEqualTo("// mine\n");
    }

    @Test
    void aFileThatIsGoneIsNotMadeAnewUnasked() throws IOException {
        JsonNode file = read();
        Files.delete(bench.directory.resolve(FILE));
        HttpResponse<String> refused = save("// mine\n", file.path("version").asText());
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(RunningBench.read(refused.body()).has("theirs")).isFalse();
        assertThat(bench.directory.resolve(FILE)).doesNotExist();
    }

    @Test
    void filesAreMadeAndDeleted() {
        String path = "scenarios/more/own.yaml";
        JsonNode made = bench.asked(bench.post("/api/files", Map.of("path", path, TEXT, "# none yet\n")));
        assertThat(bench.text(path)).isEqualTo("# none yet\n");
        assertThat(bench.post("/api/files", Map.of("path", path, TEXT, "")).statusCode()).isEqualTo(409);
        assertThat(bench.send("DELETE", "/api/files/" + path + "?base=0000", "").statusCode()).isEqualTo(409);
        assertThat(bench.directory.resolve(path)).exists();
        assertThat(bench.send("DELETE", "/api/files/" + path + "?base=" + made.path("version").asText(), "").statusCode()).isEqualTo(204);
        assertThat(bench.directory.resolve(path)).doesNotExist();
        assertThat(bench.send("DELETE", "/api/files/" + path, "").statusCode()).isEqualTo(404);
    }

    @Test
    void nothingElseIsWritten() throws IOException {
        List<Path> before = all();
        String facts = RunningBench.ticket("server-down").toString();
        assertThat(List.of("../out.drl", "scenarios/../../out.yaml", "scenarios/../closure.drl", "/etc/out.drl", "out.sh",
                "closure.drl.bak", ".hidden.drl", "scenarios/.git/x.yaml", "scenarios/x.txt", "deep/out.drl", "policy.fr.md",
                "notes.md", "scenarios\\x.yaml", "a\nb.drl", "", "scenarios//x.yaml", "scenarios/", "C:out.drl")).allSatisfy(path -> {
                    assertThat(bench.post("/api/files", Map.of("path", path, TEXT, "x")).statusCode()).isEqualTo(400);
                    assertThat(bench.post("/api/check", Map.of("unsaved", Map.of(path, "x"))).statusCode()).isEqualTo(400);
                    assertThat(bench.post("/api/scenarios/add", Map.of("file", path, "title", "x", "facts", facts)).statusCode())
                            .isEqualTo(400);
                });
        assertThat(all()).isEqualTo(before);
    }

    @Test
    void nothingElseIsRead() throws IOException {
        Files.writeString(place.resolve("secret.drl"), "secret");
        Files.writeString(bench.directory.resolve("secret.txt"), "secret");
        assertThat(List.of("../secret.drl", "%2e%2e/secret.drl", "..%2fsecret.drl", "scenarios/../../secret.drl", "secret.txt"))
                .allSatisfy(path -> {
                    HttpResponse<String> answer = bench.get("/api/files/" + path);
                    assertThat(answer.statusCode()).isIn(400, 404);
                    assertThat(answer.body()).doesNotContain("\"secret\"");
                });
    }

    private List<Path> all() throws IOException {
        try (Stream<Path> all = Files.walk(place)) {
            return all.sorted().toList();
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void linksAreFollowedWithinTheFolderAlone() throws IOException {
        Files.writeString(place.resolve("outside.yaml"), "secret");
        Files.createSymbolicLink(bench.directory.resolve("scenarios/out.yaml"), place.resolve("outside.yaml"));
        Files.createDirectory(place.resolve("folder"));
        Files.createSymbolicLink(bench.directory.resolve("scenarios/folder"), place.resolve("folder"));
        assertThat(bench.get("/api/files/scenarios/out.yaml").body()).doesNotContain("secret");
        assertThat(bench.send("PUT", "/api/files/scenarios/out.yaml", Map.of(TEXT, "x")).statusCode()).isEqualTo(400);
        assertThat(bench.post("/api/files", Map.of("path", "scenarios/folder/x.yaml", TEXT, "x")).statusCode()).isEqualTo(400);
        assertThat(place.resolve("outside.yaml")).hasContent("secret");
        assertThat(place.resolve("folder")).isEmptyDirectory();

        Files.createSymbolicLink(bench.directory.resolve("linked.drl"), Path.of("contact.drl"));
        bench.asked(bench.send("PUT", "/api/files/linked.drl", Map.of(TEXT, "// through the link\n")));
        assertThat(bench.text("contact.drl")).isEqualTo("// through the link\n");
        assertThat(bench.directory.resolve("linked.drl")).isSymbolicLink();
    }

    @Test
    void permissionsStay() throws IOException {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        Path file = bench.directory.resolve(FILE);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        bench.asked(save(bench.text(FILE) + "\n", read().path("version").asText()));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-r-----");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void nothingIsDeletedOutsideTheDirectory() throws IOException {
        Path outside = Files.createDirectories(place.resolve("outside"));
        Path theirs = Files.writeString(outside.resolve("theirs.yaml"), "# theirs\n");
        Files.createSymbolicLink(bench.directory.resolve("scenarios/link"), outside);
        assertThat(bench.send(bench.request("/api/files/scenarios/link/theirs.yaml").DELETE()).statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(theirs).exists();
        CopyFiles files = new CopyFiles(bench.directory.toRealPath());
        assertThatThrownBy(() -> files.delete(CopyFiles.named("scenarios/link/theirs.yaml", 400))).isInstanceOf(Refused.class);
        assertThat(theirs).exists();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aPipeIsNoFileAndHoldsNothingUp() throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("mkfifo", bench.directory.resolve("pipe.drl").toString()).start().waitFor()).isZero();
        assertThat(bench.get("/api/files/pipe.drl").statusCode()).isEqualTo(404);
        assertThat(bench.asked(save("// saved\n", read().path("version").asText())).path("merged").asBoolean()).isFalse();
    }

    @Test
    void whatIsNoTextIsNeverWrittenOver() throws IOException {
        byte[] theirs = {'#', ' ', (byte) 0xe9, '\n'};
        Path file = bench.directory.resolve("scenarios/theirs.yaml");
        Files.write(file, theirs);
        String path = "scenarios/theirs.yaml";
        ObjectNode scenario = RunningBench.MAPPER.createObjectNode().put("file", path).put("title", "One more");
        scenario.set("facts", RunningBench.ticket("server-down"));
        assertThat(List.of(bench.post("/api/files", Map.of("path", path, TEXT, "x")), bench.send("PUT", "/api/files/" + path,
                Map.of(TEXT, "x")), bench.send("PUT", "/api/files/" + path, Map.of(TEXT, "x", BASE, "0000")),
                bench.post("/api/scenarios/add", scenario))).allSatisfy(answer -> {
                    assertThat(answer.statusCode()).isEqualTo(409);
                    assertThat(answer.body()).contains("no text in UTF-8");
                });
        assertThat(bench.get("/api/files/" + path).body()).contains("no text in UTF-8");
        assertThat(file).hasBinaryContent(theirs);
    }

    @Test
    void whatStandsInTheWayOfASaveIsNoFailureOfTheBench() throws IOException {
        Files.createDirectory(bench.directory.resolve("folder.drl"));
        assertThat(bench.send("PUT", "/api/files/folder.drl", Map.of(TEXT, "x")).statusCode()).isEqualTo(409);
        assertThat(bench.post("/api/files", Map.of("path", "scenarios/closure.yaml/x.yaml", TEXT, "x")).statusCode()).isEqualTo(409);
        assertThat(bench.post("/api/files", Map.of("path", "é".repeat(130) + ".drl", TEXT, "x")).statusCode()).isEqualTo(400);
        assertThat(bench.directory.resolve("folder.drl")).isEmptyDirectory();
    }

    @ParameterizedTest
    @MethodSource
    void whatCannotBeWrittenAsItIsIsRefused(String text) {
        HttpResponse<String> refused = bench.send(bench.request("/api/files/" + FILE).header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"text\": " + text + "}")));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(read().path(TEXT).asText()).startsWith("// Closing tickets.");
    }

    static Stream<String> whatCannotBeWrittenAsItIsIsRefused() {
        return Stream.of("\"half a character: \\ud800\"", "[".repeat(5_000) + "]".repeat(5_000));
    }
}
