package org.supportpolicy.workbench.serve;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.util.JavalinBindException;
import io.javalin.util.JavalinException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;
import org.supportpolicy.workbench.http.Json;
import org.supportpolicy.workbench.http.KnownMethods;
import org.supportpolicy.workbench.http.ProblemDocument;
import org.supportpolicy.workbench.http.Refused;
import org.supportpolicy.workbench.http.ServerErrors;
import org.supportpolicy.workbench.http.Texts;

/** The service: its routes, what every request passes, and what becomes of one that fails. Thread-safe. */
final class Service implements AutoCloseable {

    /** The log of requests: who, what, how it ended, how long it took. No body, no query, no text of a ticket. */
    static final Logger ACCESS = LoggerFactory.getLogger("org.supportpolicy.access");
    private static final Logger LOG = LoggerFactory.getLogger(Service.class);
    private static final int THREADS = 64;
    private static final Pattern BEARER = Pattern.compile("(?i)bearer +(\\S+) *");
    /** A body that came too slowly: the framework answers it with a status alone. */
    private static final int SLOW = 408;
    private static final int TOO_LARGE = 413;
    static final String HEALTH = "/health";

    /** It cannot listen where it was told to. */
    static final class NotListening extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Problem.Said said;

        NotListening(String host, int port, Throwable cause) {
            this(Texts.said("command.occupied", host + ":" + port), cause);
        }

        private NotListening(Problem.Said said, Throwable cause) {
            super(said.english(), cause);
            this.said = said;
        }

        /** What it says, in both languages. */
        Problem.Said said() {
            return said;
        }
    }

    private final Javalin server;
    private final String host;

    private Service(Javalin server, String host) {
        this.server = server;
        this.host = host;
    }

    /**
     * Starts to listen.
     *
     * @param token what each request must bring; null for nothing
     * @throws NotListening if it cannot listen there
     */
    static Service start(Source source, String host, int port, Limits limits, @Nullable String token) {
        Meters meters = new Meters(source);
        Javalin server = Javalin.create(config -> {
            limit(config, limits);
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.startup.startupWatcherEnabled = false;
            config.http.prefer405over404 = true;
            config.requestLogger.http((request, milliseconds) -> {
                meters.request(request, milliseconds);
                ACCESS.info("{} {} {} {} {} ms{}", request.ip(), request.method(), Routes.of(request), request.statusCode(),
                        Math.round(milliseconds), Answers.ended(request));
            });
            Routes routes = new Routes(config.routes);
            config.routes.before(request -> admit(request, token));
            new Tickets(new Answers(source, meters), limits.time()).routes(routes);
            new PolicyPages(source).routes(routes);
            new OpenApi(source).routes(routes);
            routes.get("/metrics", request -> request.contentType(Meters.FORMAT).result(meters.text()));
            failures(config.routes, routes, limits);
        });
        try {
            server.start(host, port);
        } catch (JavalinBindException e) {
            throw new NotListening(host, port, e);
        }
        return new Service(server, host);
    }

    private static void limit(JavalinConfig config, Limits limits) {
        config.http.maxRequestSize = limits.body();
        config.jetty.threadPool = new QueuedThreadPool(THREADS);
        config.jetty.modifyHttpConfiguration(http -> {
            http.setIdleTimeout(limits.silence().toMillis());
            http.setSendServerVersion(false);
        });
        config.jetty.modifyServer(jetty -> {
            jetty.setHandler(new GracefulHandler(new KnownMethods()));
            jetty.setErrorHandler(new ServerErrors((request, status) -> ACCESS.info("{} {} (server) {}",
                    Request.getRemoteAddr(request), request.getMethod(), status)));
            jetty.setStopTimeout(limits.silence().toMillis());
        });
    }

    /** Lets a request in that brings the token; whether the service lives anyone may ask. */
    private static void admit(Context request, @Nullable String token) {
        if (token == null || request.path().equals(HEALTH)) {
            return;
        }
        Matcher given = BEARER.matcher(Objects.requireNonNullElse(request.header("Authorization"), ""));
        if (!given.matches() || !MessageDigest.isEqual(bytes(given.group(1)), bytes(token))) {
            request.header("WWW-Authenticate", "Bearer");
            throw Refused.of(401, "token");
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void failures(RoutesConfig config, Routes routes, Limits limits) {
        config.exception(PolicyException.class, (e, request) ->
                ProblemDocument.of(e.problems(), Json.language(request)).writeTo(request));
        config.exception(Refused.class, (e, request) -> ProblemDocument.of(e, Json.language(request)).writeTo(request));
        config.exception(HttpResponseException.class, (e, request) -> {
            Locale language = Json.language(request);
            (e.getStatus() == TOO_LARGE ? ProblemDocument.of(Refused.of(TOO_LARGE, "body", limits.body()), language)
                    : ProblemDocument.of(e.getStatus(), language)).writeTo(request);
        });
        config.exception(MethodNotAllowedResponse.class, (e, request) -> {
            String allowed = routes.allowed(request);
            request.header("Allow", allowed);
            ProblemDocument.of(Refused.of(405, "method", allowed, request.method()), Json.language(request)).writeTo(request);
        });
        config.error(SLOW, request -> {
            if (request.resultInputStream() == null) {
                ProblemDocument.of(SLOW, Json.language(request)).writeTo(request);
            }
        });
        config.exception(Exception.class, (e, request) -> {
            if (e instanceof HttpException refused) { // the server's own, such as a body that comes too slowly
                ProblemDocument.of(refused.getCode(), Json.language(request)).writeTo(request);
                return;
            }
            String id = UUID.randomUUID().toString();
            LOG.error("Failed at {} {}, {}", request.method(), Routes.of(request), id, e);
            ProblemDocument.failure(id, Json.language(request)).writeTo(request);
        });
    }

    /** Where it listens. */
    String address() {
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + server.port();
    }

    /** Takes no further request, lets those under way end, and stops. */
    void stop() {
        try {
            server.stop();
        } catch (JavalinException e) {
            LOG.warn("Stopped before all work under way had ended: it took longer than the timeout.");
        }
    }

    @Override
    public void close() {
        stop();
    }
}
