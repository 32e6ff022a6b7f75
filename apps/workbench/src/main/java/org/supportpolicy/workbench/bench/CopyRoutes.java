package org.supportpolicy.workbench.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Locale;
import org.supportpolicy.workbench.http.Json;

/** The working copy as it stands, and a check of what is being edited in it. */
final class CopyRoutes implements Routes {

    private final Copy copy;
    private final CopyJson json;
    private final Places places;

    CopyRoutes(Copy copy, CopyJson json) {
        this.copy = copy;
        this.json = json;
        this.places = new Places(copy.files().directory());
    }

    @Override
    public void add(RoutesConfig config) {
        config.get("/api/copy", request -> Json.write(json.of(copy.state(), Json.language(request)), request));
        config.post("/api/check", this::check);
    }

    private void check(Context request) {
        Body body = Body.of(request);
        Locale language = Json.language(request);
        Copy.State state = copy.with(body.unsaved());
        ObjectNode checked = json.checked(state, language, Json.object());
        if (body.isTrue("scenarios") && state.policy().isPresent()) {
            checked.set("scenarios", ScenarioRuns.run(state).failures(places, language));
        }
        Json.write(checked, request);
    }
}
