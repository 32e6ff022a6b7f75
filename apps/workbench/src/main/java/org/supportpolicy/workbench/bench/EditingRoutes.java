package org.supportpolicy.workbench.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.author.Completion;
import org.supportpolicy.author.Editing;
import org.supportpolicy.author.Fix;
import org.supportpolicy.author.Hint;
import org.supportpolicy.author.Place;
import org.supportpolicy.author.TextEdit;
import org.supportpolicy.workbench.http.Json;

/** What the editor asks of a place in a file. */
final class EditingRoutes implements Routes {

    private final Copy copy;
    private final Places places;
    private volatile @Nullable Read last;

    /** What was read last. */
    private record Read(long version, Map<String, String> unsaved, Editing editing) {}

    EditingRoutes(Copy copy, Places places) {
        this.copy = copy;
        this.places = places;
    }

    /** Where the cursor is, in what is being edited. */
    private record Cursor(Editing editing, Body body, String file, int line, int column, Locale language) {}

    @Override
    public void add(RoutesConfig config) {
        at(config, "complete", (cursor, request) -> {
            ArrayNode json = Json.object().arrayNode();
            cursor.editing.completions(cursor.file, cursor.line, cursor.column, cursor.language)
                    .forEach(each -> json.add(completion(each)));
            Json.write(Json.object().set("completions", json), request);
        });
        at(config, "hover", (cursor, request) -> cursor.editing.meaning(cursor.file, cursor.line, cursor.column, cursor.language)
                .ifPresentOrElse(meaning -> Json.write(Json.object().put("markdown", meaning.markdown())
                        .set("range", range(meaning.place())), request), () -> request.status(204)));
        at(config, "definition", (cursor, request) ->
                places(cursor.editing.definitions(cursor.file, cursor.line, cursor.column), request));
        at(config, "references", (cursor, request) ->
                places(cursor.editing.references(cursor.file, cursor.line, cursor.column), request));
        at(config, "renamed", (cursor, request) ->
                Json.write(place(cursor.editing.renamed(cursor.file, cursor.line, cursor.column)), request));
        at(config, "rename", (cursor, request) -> Json.write(Json.object().set("edits",
                edits(cursor.editing.rename(cursor.file, cursor.line, cursor.column, cursor.body.text("to")))), request));
        config.post("/api/fixes", this::fixes);
        config.post("/api/hints", this::hints);
    }

    private void at(RoutesConfig config, String what, BiConsumer<Cursor, Context> answer) {
        config.post("/api/" + what, request -> {
            Body body = Body.of(request);
            answer.accept(new Cursor(editing(body), body, body.text("file"), body.number("line"), body.number("column"),
                    Json.language(request)), request);
        });
    }

    /** The texts as they are being edited; asked for many times while they stay the same, and read once. */
    private Editing editing(Body body) {
        Map<String, String> unsaved = body.unsaved();
        long version = copy.state().version();
        Read read = last;
        if (read == null || read.version != version || !read.unsaved.equals(unsaved)) {
            read = new Read(version, unsaved, read == null ? Editing.of(copy.files().directory(), unsaved) : read.editing.again(unsaved));
            last = read;
        }
        return read.editing;
    }

    private void fixes(Context request) {
        Editing editing = editing(Body.of(request));
        Locale language = Json.language(request);
        ArrayNode json = Json.object().arrayNode();
        for (Fix fix : editing.fixes(editing.copy().problems())) {
            ObjectNode each = json.addObject().put("title", fix.title().in(language));
            each.set("problem", places.problems(List.of(fix.problem()), language).get(0));
            each.set("edits", edits(fix.edits()));
        }
        Json.write(Json.object().set("fixes", json), request);
    }

    private void hints(Context request) {
        Body body = Body.of(request);
        ArrayNode json = Json.object().arrayNode();
        for (Hint hint : editing(body).hints(body.text("file"), Json.language(request))) {
            json.addObject().put("holds", hint.holds()).put("text", hint.text()).put("detail", hint.detail())
                    .set("range", range(hint.place()));
        }
        Json.write(Json.object().set("hints", json), request);
    }

    private static ObjectNode completion(Completion completion) {
        ObjectNode json = Json.object().put("label", completion.label()).put("insert", completion.insert())
                .put("kind", completion.kind().name()).put("detail", completion.detail())
                .put("documentation", completion.documentation());
        json.set("from", range(completion.place()));
        json.set("also", edits(completion.also()));
        return json;
    }

    private static void places(List<Place> found, Context request) {
        ArrayNode json = Json.object().arrayNode();
        found.forEach(each -> json.add(place(each)));
        Json.write(Json.object().set("places", json), request);
    }

    private static ObjectNode place(Place place) {
        return Json.object().put("file", place.file()).setAll(range(place));
    }

    private static ObjectNode range(Place place) {
        return Json.object().put("line", place.line()).put("column", place.column()).put("endLine", place.endLine())
                .put("endColumn", place.endColumn());
    }

    /** Edits by the files they are of. */
    private static ObjectNode edits(List<TextEdit> edits) {
        Map<String, ArrayNode> files = new LinkedHashMap<>();
        edits.forEach(edit -> files.computeIfAbsent(edit.place().file(), file -> Json.object().arrayNode()).addObject()
                .put("text", edit.text()).set("range", range(edit.place())));
        ObjectNode json = Json.object();
        files.forEach(json::set);
        return json;
    }
}
