package org.supportpolicy.workbench.bench;

import io.javalin.config.RoutesConfig;
import org.supportpolicy.workbench.http.Json;

/** How a job stands, and how it is ended. */
record JobRoutes(Jobs jobs, String job) implements Routes {

    @Override
    public void add(RoutesConfig config) {
        config.get("/api/" + job, request -> Json.write(jobs.of(job).whole(Json.language(request)), request));
        config.delete("/api/" + job, request -> Json.write(jobs.cancel(job).brief(), request));
    }
}
