package org.supportpolicy.workbench.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.supportpolicy.Decision;
import org.supportpolicy.Problem;
import org.supportpolicy.json.DecisionWriter;
import org.supportpolicy.workbench.http.Json;
import org.supportpolicy.workbench.http.Refused;

/** The scenarios as they come out, and one more made of the ticket that is being tried. */
final class ScenarioRoutes implements Routes {

    private static final int BAD = 400;
    private static final String FILE = "scenarios/tried.yaml";
    /** What depends on more than the ticket at hand, and is not expected unless it is asked for. */
    private static final Set<String> NOT_EXPECTED = Set.of("needs", "readings");

    private final Copy copy;
    private final ScenarioRuns runs;
    private final FileRoutes files;
    private final Places places;

    ScenarioRoutes(Copy copy, ScenarioRuns runs, FileRoutes files) {
        this.copy = copy;
        this.runs = runs;
        this.files = files;
        this.places = new Places(copy.files().directory());
    }

    @Override
    public void add(RoutesConfig config) {
        config.get("/api/scenarios", request -> list(copy.state(), request));
        config.post("/api/scenarios", request -> list(copy.with(Body.of(request).unsaved()), request));
        config.post("/api/scenarios/add", this::append);
    }

    private void list(Copy.State state, Context request) {
        places.sound(state, Json.language(request));
        Optional<ScenarioRun> ran = state == copy.state() ? runs.of(state.version()) : Optional.empty();
        Json.write(ran.orElseGet(() -> ScenarioRuns.run(state)).all(places, Json.language(request)), request);
    }

    private void append(Context request) {
        TicketRoutes.Try tried = TicketRoutes.Try.of(request, copy, places);
        Body body = tried.body();
        CopyFile file = CopyFiles.named(body.given("file").orElse(FILE), BAD);
        if (file.kind() != CopyFile.Kind.SCENARIOS) {
            throw Refused.of(BAD, "scenarios.file", file.path());
        }
        JsonNode facts = body.json().path("facts");
        JsonNode given = facts.isTextual() ? Json.read(facts.textValue()) : facts;
        ObjectNode expect = expected(tried.policy().decide(tried.facts()), body.json().path("expect"));
        String title = body.text("title").strip();
        if (title.isEmpty()) {
            throw Refused.of(BAD, "member.text", "title");
        }
        String piece = ScenarioText.scenario("", title, given, expect);
        if (body.isTrue("dry")) {
            Json.write(Json.object().put("file", file.path()).put("text", piece), request);
            return;
        }
        synchronized (copy.files()) {
            String before = copy.files().known(file).orElse("");
            ScenarioText after = ScenarioText.of(before).append(title, given, expect);
            refuseIfWrong(file, after.text(), tried.language());
            Optional<String> base = before.isEmpty() ? Optional.empty() : Optional.of(Versions.of(before));
            Json.write(files.save(file, after.text(), base).put("line", after.lastLine()).put("text", piece), request);
        }
    }

    /** What the decision answers, in the sections that are asked for. */
    private static ObjectNode expected(Decision decision, JsonNode asked) {
        Set<String> sections = new HashSet<>();
        if (asked.isArray()) {
            asked.forEach(section -> sections.add(section.asText()));
        } else {
            sections.addAll(DecisionWriter.sections());
            sections.removeAll(NOT_EXPECTED);
        }
        ObjectNode answers = (ObjectNode) Json.read(new DecisionWriter().answersOnly().write(decision));
        ObjectNode expected = Json.object();
        DecisionWriter.sections().stream().filter(sections::contains).filter(answers::has)
                .filter(section -> asked.isArray() || !answers.get(section).isEmpty() || answers.get(section).isValueNode())
                .forEach(section -> expected.set(section, answers.get(section)));
        if (expected.isEmpty()) {
            throw Refused.of(BAD, "scenarios.expect");
        }
        return expected;
    }

    /** Refuses a text in which something is wrong that is right in what is written. */
    private void refuseIfWrong(CopyFile file, String text, Locale language) {
        List<Problem> problems = copy.added(file, text);
        if (!problems.isEmpty()) {
            throw Refused.of(BAD, "scenarios.wrong").with("problems", places.problems(problems, language));
        }
    }
}
