package org.supportpolicy.workbench.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;
import org.supportpolicy.workbench.http.Json;
import org.supportpolicy.workbench.http.Refused;

/** Reads and saves files of the working copy; what another program wrote meanwhile is merged in, or the save is refused. */
final class FileRoutes implements Routes {

    private static final String PATH = "/api/files/<path>";
    private static final int BAD = 400;
    private static final int MISSING = 404;
    private static final int CONFLICT = 409;

    private final Copy copy;
    private final Versions versions;

    FileRoutes(Copy copy, Versions versions) {
        this.copy = copy;
        this.versions = versions;
    }

    @Override
    public void add(RoutesConfig config) {
        config.get(PATH, this::read);
        config.put(PATH, request -> {
            Body body = Body.of(request);
            Json.write(save(path(request, BAD), body.text("text"), body.given("base")), request);
        });
        config.post("/api/files", this::create);
        config.delete(PATH, this::delete);
    }

    private static CopyFile path(Context request, int otherwise) {
        return CopyFiles.named(request.pathParam("path"), otherwise);
    }

    private void read(Context request) {
        CopyFile file = path(request, MISSING);
        String text = copy.files().there(file);
        Json.write(CopyJson.file(file).put("version", versions.remember(text)).put("text", text), request);
    }

    /**
     * Saves a text.
     *
     * @param base the version that the editor began with; empty to save whatever stands there
     * @return the file with its new version, and the text when it is another than was to be saved
     * @throws Refused with both versions, if the file was written meanwhile and both edited the same place; or if what stands there is no
     *     text
     */
    ObjectNode save(CopyFile file, String text, Optional<String> base) {
        synchronized (copy.files()) {
            Optional<String> theirs = copy.files().known(file);
            String merged = base.isEmpty() || theirs.map(Versions::of).equals(base) ? text : merge(file, text, base.get(), theirs);
            copy.files().write(file, merged);
            copy.refresh();
            ObjectNode saved = CopyJson.file(file).put("version", versions.remember(merged)).put("merged", !merged.equals(text));
            return merged.equals(text) ? saved : saved.put("text", merged);
        }
    }

    private String merge(CopyFile file, String yours, String base, Optional<String> theirs) {
        Optional<String> began = versions.text(base);
        Optional<Merge> merge = began.flatMap(text -> theirs.map(other -> Merge.of(text, other, yours)));
        if (merge.isPresent() && merge.get().conflicts() == 0) {
            return merge.get().text();
        }
        Refused refused = Refused.of(CONFLICT, theirs.isPresent() ? "file.conflict" : "file.gone", file.path()).with("path", file.path())
                .with("yours", yours);
        theirs.ifPresent(text -> refused.with("theirs", text).with("version", versions.remember(text)));
        began.ifPresent(text -> refused.with("base", text));
        merge.ifPresent(both -> refused.with("conflicts", both.conflicts()));
        throw refused;
    }

    private void create(Context request) {
        Body body = Body.of(request);
        CopyFile file = CopyFiles.named(body.text("path"), BAD);
        String text = body.text("text");
        synchronized (copy.files()) {
            copy.files().known(file).ifPresent(there -> {
                throw Refused.of(CONFLICT, "file.there", file.path()).with("version", versions.remember(there));
            });
            Json.write(save(file, text, Optional.empty()), request.status(201));
        }
    }

    private void delete(Context request) {
        CopyFile file = path(request, BAD);
        synchronized (copy.files()) {
            String theirs = copy.files().there(file);
            String base = request.queryParam("base");
            if (base != null && !base.equals(Versions.of(theirs))) {
                throw Refused.of(CONFLICT, "file.conflict", file.path()).with("theirs", theirs)
                        .with("version", versions.remember(theirs));
            }
            copy.files().delete(file);
            copy.refresh();
        }
        request.status(204);
    }
}
