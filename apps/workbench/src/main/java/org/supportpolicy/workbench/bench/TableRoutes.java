package org.supportpolicy.workbench.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.Optional;
import java.util.function.BiFunction;
import org.supportpolicy.Problem;
import org.supportpolicy.workbench.http.Json;
import org.supportpolicy.workbench.http.Refused;

/** Tables of scenarios as grids and as spreadsheets. */
final class TableRoutes implements Routes {

    private static final int BAD = 400;
    private static final int MISSING = 404;
    private static final String TABLE = "/api/table";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Copy copy;
    private final FileRoutes files;

    TableRoutes(Copy copy, FileRoutes files) {
        this.copy = copy;
        this.files = files;
    }

    /** A table that a request names, in its file. */
    private record Named(CopyFile file, String text, ScenarioTable table) {}

    @Override
    public void add(RoutesConfig config) {
        config.get("/api/tables", this::all);
        config.get(TABLE, request -> {
            Named named = named(request);
            Json.write(named.table.json(named.file.path()).put("version", Versions.of(named.text)), request);
        });
        config.put(TABLE, request -> {
            Body body = Body.of(request);
            Json.write(save(request, body.given("base"), (bytes, table) -> table.with(body)), request);
        });
        config.get(TABLE + ".xlsx", request -> download(request, XLSX, "xlsx", Xlsx.of(named(request).table)));
        config.get(TABLE + ".csv", request -> download(request, "text/csv; charset=utf-8", "csv",
                Csv.of(named(request).table, Json.language(request))));
        config.post(TABLE + ".xlsx", request -> upload(request, Xlsx::table));
        config.post(TABLE + ".csv", request -> upload(request, (bytes, table) -> Csv.table(Body.text(bytes), table)));
    }

    private void all(Context request) {
        ArrayNode tables = Json.object().arrayNode();
        copy.state().files().keySet().forEach(path -> CopyFile.of(path).filter(file -> file.kind() == CopyFile.Kind.SCENARIOS)
                .flatMap(copy.files()::text).ifPresent(text -> {
                    try {
                        ScenarioText scenarios = ScenarioText.of(text);
                        scenarios.tables().forEach(place -> table(path, scenarios, place, tables));
                    } catch (Refused e) {
                        return; // the problems of the copy say it
                    }
                }));
        Json.write(Json.object().set("tables", tables), request);
    }

    private static void table(String path, ScenarioText scenarios, int place, ArrayNode tables) {
        try {
            ScenarioTable table = scenarios.tableAt(place);
            tables.addObject().put("file", path).put("line", table.line()).put("title", table.title()).put("rows", table.rows().size());
        } catch (Refused e) {
            return; // it is left to the editor
        }
    }

    private Named named(Context request) {
        String path = Optional.ofNullable(request.queryParam("file")).orElseThrow(() -> Refused.of(BAD, "member.text", "file"));
        CopyFile file = CopyFiles.named(path, MISSING);
        String text = copy.files().there(file);
        if (file.kind() != CopyFile.Kind.SCENARIOS) {
            throw Refused.of(MISSING, "table.none", path);
        }
        String line = Optional.ofNullable(request.queryParam("line")).filter(number -> number.matches("\\d{1,9}"))
                .orElseThrow(() -> Refused.of(BAD, "member.number", "line"));
        return new Named(file, text, ScenarioText.of(text).table(Integer.parseInt(line)));
    }

    private void download(Context request, String type, String ending, byte[] bytes) {
        String name = named(request).file.path().replaceAll(".*/|\\.ya?ml$", "").replaceAll("[^\\w-]", "_");
        request.contentType(type).header("Content-Disposition", "attachment; filename=\"" + name + "-"
                + request.queryParam("line") + "." + ending + "\"").result(bytes);
    }

    private void upload(Context request, BiFunction<byte[], ScenarioTable, ScenarioTable> read) {
        Json.write(save(request, Optional.ofNullable(request.queryParam("base")), read), request);
    }

    /** Saves the table in its file; the place of the table is that in the text as it stands there now, which must be the base. */
    private ObjectNode save(Context request, Optional<String> base, BiFunction<byte[], ScenarioTable, ScenarioTable> edit) {
        byte[] bytes = request.method() == HandlerType.POST ? Body.bytes(request, Body.MOST) : new byte[0];
        synchronized (copy.files()) {
            Named named = named(request);
            if (base.isPresent() && !base.get().equals(Versions.of(named.text))) {
                throw Refused.of(409, "file.conflict", named.file.path()).with("version", Versions.of(named.text));
            }
            ScenarioText changed = ScenarioText.of(named.text).with(edit.apply(bytes, named.table));
            ScenarioTable table = changed.tableAt(named.table.place());
            if (request.method() == HandlerType.POST) {
                refuseIfWrong(named.file, changed, table);
            }
            ObjectNode saved = files.save(named.file, changed.text(), Optional.of(Versions.of(named.text)));
            saved.set("table", table.json(named.file.path()).put("version", saved.path("version").asText()));
            return saved;
        }
    }

    /** Refuses a sheet with values that are new mistakes in the file, each at its row. */
    private void refuseIfWrong(CopyFile file, ScenarioText changed, ScenarioTable table) {
        SheetErrors errors = new SheetErrors();
        for (Problem problem : copy.added(file, changed.text())) {
            if (!problem.isWarning()) {
                long above = table.rows().stream().filter(row -> row.line() <= problem.line()).count();
                errors.add((int) above + 1, problem.said());
            }
        }
        errors.refuseIfAny();
    }
}
