package org.supportpolicy.workbench.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supportpolicy.author.WorkingCopy;

/** What an edit changes is looked for in the background, against any other policy. */
class ChangesTest {

    private static final String AGAINST = "against";

    @TempDir
    private static Path place;

    private static RunningBench bench;
    private static RevCommit first;

    /** A working copy in a folder of a repository, with a second version in which one number is another. */
    @BeforeAll
    static void start() throws Exception {
        Path directory = place.resolve("desk/policy");
        WorkingCopy.init(directory);
        try (Git git = Git.init().setDirectory(place.toFile()).setInitialBranch("main").call()) {
            git.add().addFilepattern(".").call();
            first = git.commit().setMessage("As it was\n\nand more").setAuthor("Ann", "ann@example.org").setSign(false).call();
            git.tag().setName("v1").setAnnotated(false).call();
            bench = new RunningBench(directory);
            bench.edit("closure.drl", "daysAfter( 7, $marked", "daysAfter( 10, $marked");
            git.add().addFilepattern(".").call();
            git.commit().setMessage("Ten days").setAuthor("Ann", "ann@example.org").setSign(false).call();
            bench.write("desk.txt", "no file of the copy");
        }
        bench.asked(bench.post("/api/files", Map.of("path", "scenarios/any.yaml", "text", "# so that the copy is read anew\n")));
        bench.send("DELETE", "/api/files/scenarios/any.yaml", "");
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    @Test
    void whatChangesIsSaidWithTheSmallestTicketAndAMemo() throws Exception {
        assertThat(bench.get("/api/changes/memo").statusCode()).isEqualTo(404);
        JsonNode begun = bench.asked(bench.post("/api/changes", Map.of(AGAINST, "revision:v1")));
        assertThat(begun.path("state").asText()).isEqualTo("running");
        JsonNode status = bench.job("changes");
        assertThat(status.path("state").asText()).isEqualTo("done");
        JsonNode result = status.path("result");
        assertThat(result.path("tried").asInt()).isGreaterThan(10_000);
        assertThat(result.path("edits").findValuesAsText("clause")).containsOnly("closure.reopen");
        assertThat(result.path("edits").findValuesAsText("kind")).contains("CONDITIONS");
        JsonNode change = result.path("changes").get(0);
        assertThat(change.path("clauses").toString()).contains("closure.reopen");
        assertThat(change.path("facts").path("resolution").has("markedResolvedAt")).isTrue();
        assertThat(change.path("ticketWords")).hasSizeGreaterThan(1);
        assertThat(change.path("effects")).isNotEmpty();
        assertThat(result.path("changes").findValuesAsText("label")).contains("state of the ticket");
        assertThat(change.path("differences")).as("of a list what comes and what goes, not the whole").anySatisfy(difference -> {
            assertThat(difference.path("answer").asText()).isEqualTo("needs");
            assertThat(difference.path("gone").asBoolean()).isFalse();
            assertThat(difference.path("come").asBoolean()).isTrue();
            assertThat(difference.path("after").asText()).isEqualTo("Did the customer say why the ticket must be open again?");
        });

        String memo = bench.get("/api/changes/memo").body();
        assertThat(memo).startsWith("<!DOCTYPE html>\n<html lang=\"en\">").contains("closure.reopen").doesNotContain("<script");
        assertThat(bench.get("/api/changes/memo.md").body()).startsWith("# ");

        JsonNode dutch = bench.asked(bench.get("/api/changes?lang=nl")).path("result");
        assertThat(dutch.path("changes").get(0).path("effects")).isNotEqualTo(change.path("effects"));

        bench.edit("closure.drl", "daysAfter( 10, $marked", "daysAfter( 11, $marked");
        bench.asked(bench.send("PUT", "/api/files/README.md", Map.of("text", "# Ours\n")));
        JsonNode stale = bench.asked(bench.get("/api/changes"));
        assertThat(stale.path("stale").asBoolean()).isTrue();
        assertThat(stale.path("result")).isEqualTo(result);
    }

    @Test
    void theVersionsAreThoseInWhichTheCopyChanged() {
        JsonNode revisions = bench.asked(bench.get("/api/revisions"));
        assertThat(revisions.path("git").asBoolean()).isTrue();
        assertThat(revisions.path("branch").asText()).isEqualTo("main");
        assertThat(revisions.path("revisions").findValuesAsText("message")).containsExactly("Ten days", "As it was");
        JsonNode oldest = revisions.path("revisions").get(1);
        assertThat(oldest.path("id").asText()).isEqualTo(first.name());
        assertThat(oldest.path("who").asText()).isEqualTo("Ann");
        assertThat(oldest.path("names").toString()).contains("v1");
    }

    @Test
    void whatIsNoPolicyIsNotComparedWith() {
        for (String against : new String[] {"revision:none", "revision:HEAD~9", "revision:", "revision:..", "nothing", "directory:\u0000",
            "directory:" + place.resolve("nowhere")}) {
            assertThat(bench.post("/api/changes", Map.of(AGAINST, against)).statusCode()).as(against).isEqualTo(400);
        }
        assertThat(bench.post("/api/changes", Map.of("unsaved", Map.of("closure.drl", "rule oops"))).statusCode()).isEqualTo(422);
    }

    @Test
    void coverageListsWhatIsNotTried() throws Exception {
        bench.asked(bench.post("/api/coverage", Map.of()));
        JsonNode result = bench.job("coverage").path("result");
        assertThat(result.path("rules").asInt()).isEqualTo(result.path("untried").size() + result.path("tried").size());
        JsonNode rule = result.path("tried").get(0).path("rule");
        assertThat(bench.text(rule.path("file").asText()).lines().toList().get(rule.path("line").asInt() - 1)).startsWith("rule ");
    }

    @Test
    void aStockOfTicketsIsReplayed() throws Exception {
        String lines = RunningBench.ticket("server-down") + "\n{\"oops\":1}\n"
                + "{\"asOf\":\"2025-03-13T09:00:00Z\",\"ticket\":{\"number\":\"T-9\",\"state\":\"RESOLVED\"},"
                + "\"resolution\":{\"markedResolvedAt\":\"2025-03-04T09:00:00Z\"}}\n";
        bench.asked(bench.send(bench.request("/api/replay?against=standard").header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(lines))));
        JsonNode result = bench.job("replay").path("result");
        assertThat(result.path("tickets").asInt()).isEqualTo(2);
        assertThat(result.path("undecided").asInt()).isEqualTo(1);
        assertThat(result.path("problems").get(0).path("line").asInt()).isEqualTo(2);
        assertThat(result.path("changed").asInt()).isEqualTo(1);
        assertThat(result.path("changes").get(0).path("facts").path("ticket").path("number").asText()).isEqualTo("T-9");
        assertThat(result.path("answers").path("urgency").path("1").asInt()).isEqualTo(1);
        assertThat(bench.asked(bench.get("/api/replay?lang=nl")).path("result").path("answers").path("status van het ticket")
                .path("opgelost").asInt()).isEqualTo(1);
    }
}
