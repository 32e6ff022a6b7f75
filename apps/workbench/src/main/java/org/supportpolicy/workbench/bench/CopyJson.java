package org.supportpolicy.workbench.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.fact.Desk;
import org.supportpolicy.workbench.http.Json;

/** The working copy as it stands, as JSON. */
final class CopyJson {

    private final Copy copy;
    private final ScenarioRuns runs;
    private final Places places;
    private final Revisions revisions;

    CopyJson(Copy copy, ScenarioRuns runs, Revisions revisions) {
        this.copy = copy;
        this.runs = runs;
        this.places = new Places(copy.files().directory());
        this.revisions = revisions;
    }

    ObjectNode of(Copy.State state, Locale language) {
        ObjectNode json = Json.object().put("directory", copy.files().directory().toString()).put("version", state.version())
                .put("git", revisions.isThere()).put("zone", Desk.DEFAULT_ZONE.getId());
        checked(state, language, json);
        ArrayNode files = json.putArray("files");
        state.files().forEach((path, version) -> CopyFile.of(path).ifPresent(file ->
                files.add(file(file).put("version", version))));
        runs.of(state.version()).ifPresent(run -> run.counts(json.putObject("scenarios")));
        clauses(state, language, json);
        return json;
    }

    /** What a check says: whether it is a policy, which, and every problem. */
    ObjectNode checked(Copy.State state, Locale language, ObjectNode json) {
        json.put("sound", state.policy().isPresent());
        state.policy().map(SupportPolicy::receipt).ifPresent(receipt ->
                json.put("edition", receipt.edition()).put("fingerprint", receipt.fingerprint()));
        json.set("problems", places.problems(state.problems(), language));
        return json;
    }

    static ObjectNode file(CopyFile file) {
        return Json.object().put("path", file.path()).put("kind", file.kind().name().toLowerCase(Locale.ROOT));
    }

    private void clauses(Copy.State state, Locale language, ObjectNode json) {
        ArrayNode clauses = json.putArray("clauses");
        ArrayNode sections = json.putArray("sections");
        state.policy().ifPresent(policy -> policy.sections().forEach(section ->
                sections.addObject().put("id", section.id()).put("title", section.title(language))));
        if (state.copy() != null) {
            ClausePlaces lines = new ClausePlaces(copy.files(), language);
            state.copy().clauses().forEach(clause -> {
                ObjectNode each = clauses.addObject().put("id", clause.id()).put("section", clause.section())
                        .put("text", clause.text(language));
                lines.line(clause.id()).ifPresent(line -> each.put("file", lines.file()).put("line", line));
            });
        }
    }
}
