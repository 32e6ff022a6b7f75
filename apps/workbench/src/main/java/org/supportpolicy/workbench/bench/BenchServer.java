package org.supportpolicy.workbench.bench;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.http.sse.SseClient;
import io.javalin.util.JavalinBindException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.supportpolicy.PolicyException;
import org.supportpolicy.ProblemPages;
import org.supportpolicy.workbench.http.Json;
import org.supportpolicy.workbench.http.KnownMethods;
import org.supportpolicy.workbench.http.ProblemDocument;
import org.supportpolicy.workbench.http.Refused;
import org.supportpolicy.workbench.http.ServerErrors;

/** Serves the bench of a working copy to this machine, and to nobody else. */
final class BenchServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BenchServer.class);
    private static final String LOOPBACK = "127.0.0.1";
    private static final int THREADS = 32;
    private static final int MISSING = 404;
    private static final long SILENCE = 60_000;

    private final Copy copy;
    private final ScenarioRuns runs = new ScenarioRuns();
    private final Jobs jobs;
    private final Events events = new Events();
    private final Admission admission;
    private final String token;
    private final Javalin server;

    /**
     * Starts to listen.
     *
     * @param port 0 for any that is free
     * @throws PolicyException if the directory cannot be read
     * @throws JavalinBindException if something else listens on the port
     */
    BenchServer(Path directory, int port) {
        copy = new Copy(directory);
        token = Admission.token();
        admission = new Admission(token);
        Places places = new Places(copy.files().directory());
        Revisions revisions = new Revisions(copy.files().directory());
        CopyJson json = new CopyJson(copy, runs, revisions);
        jobs = new Jobs(status -> events.tell("job", language -> status.brief()));
        copy.listen(state -> {
            events.tell("copy", language -> json.of(state, language));
            runs.begin(state);
            jobs.outdate();
        });
        runs.listen(run -> events.tell("scenarios", language -> run.failures(places, language)));
        runs.begin(copy.state());
        FileRoutes files = new FileRoutes(copy, new Versions());
        List<Routes> routes = List.of(new CopyRoutes(copy, json), files, new EditingRoutes(copy, places), new WordRoutes(copy),
                new TicketRoutes(copy), new ScenarioRoutes(copy, runs, files), new TableRoutes(copy, files),
                new ChangeRoutes(copy, jobs, revisions), new CoverageRoutes(copy, jobs), new ReplayRoutes(copy, jobs, revisions),
                new BookRoutes(copy, runs, places));
        server = Javalin.create(config -> {
            configure(config);
            config.routes.before(admission::admit);
            config.routes.before(BenchServer::refuseHead);
            routes.forEach(each -> each.add(config.routes));
            config.routes.sse("/api/events", page -> listen(page, json, places));
            config.routes.get("/problems/{code}", request -> {
                String code = request.pathParam("code");
                if (!ProblemPages.codes().contains(code)) {
                    throw Refused.of(MISSING, "problem", code);
                }
                request.contentType("text/markdown; charset=utf-8").result(ProblemPages.page(code, Json.language(request)));
            });
            StaticFiles web = new StaticFiles(admission);
            config.routes.get("/", web.page());
            config.routes.get("/<file>", web.file());
            failures(config.routes);
        });
        try {
            server.start(LOOPBACK, port);
            admission.at(server.port());
        } catch (RuntimeException e) {
            stop();
            throw e;
        }
    }

    private void listen(SseClient client, CopyJson json, Places places) {
        Locale language = Json.language(client.ctx());
        events.add(client, language, page -> {
            Copy.State state = copy.state();
            page.tell("copy", json.of(state, language));
            runs.of(state.version()).ifPresent(run -> page.tell("scenarios", run.failures(places, language)));
            jobs.all().forEach(status -> page.tell("job", status.brief()));
        });
    }

    private static void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = ReplayRoutes.MOST;
        config.jetty.threadPool = new QueuedThreadPool(THREADS);
        config.jetty.modifyHttpConfiguration(http -> {
            http.setIdleTimeout(SILENCE);
            http.setSendServerVersion(false);
        });
        config.jetty.modifyServer(jetty -> {
            jetty.setHandler(new KnownMethods());
            jetty.setErrorHandler(new ServerErrors((request, status) -> LOG.debug("{} {} (server) {}",
                    Request.getRemoteAddr(request), request.getMethod(), status)));
            jetty.setStopTimeout(0); // pages that listen are not waited for
        });
    }

    /** What would be answered else is that all is well, whatever was asked for. */
    private static void refuseHead(Context request) {
        if (request.method() == HandlerType.HEAD) {
            throw new MethodNotAllowedResponse();
        }
    }

    private static void failures(RoutesConfig config) {
        config.exception(PolicyException.class, (e, request) -> ProblemDocument.of(e.problems(), Json.language(request)).writeTo(request));
        config.exception(Refused.class, (e, request) -> ProblemDocument.of(e, Json.language(request)).writeTo(request));
        config.exception(HttpResponseException.class, (e, request) ->
                ProblemDocument.of(e.getStatus(), Json.language(request)).writeTo(request));
        config.exception(Exception.class, (e, request) -> {
            String id = UUID.randomUUID().toString();
            LOG.error("Failed at {} {}, {}", request.method(), request.path(), id, e);
            ProblemDocument.failure(id, Json.language(request)).writeTo(request);
        });
    }

    /** The address of the page, with the token. */
    String address() {
        return origin() + "/?token=" + token;
    }

    /** Where it listens. */
    String origin() {
        return "http://" + LOOPBACK + ":" + server.port();
    }

    String token() {
        return token;
    }

    private void stop() {
        copy.close();
        jobs.close();
        runs.close();
        events.close();
    }

    /** Stops, and ends the connections there are. */
    void end() {
        stop();
        server.stop();
    }

    @Override
    public void close() {
        end();
    }
}
