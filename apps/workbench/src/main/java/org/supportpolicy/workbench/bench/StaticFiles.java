package org.supportpolicy.workbench.bench;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.supportpolicy.workbench.http.Json;
import org.supportpolicy.workbench.http.Refused;
import org.supportpolicy.workbench.http.Texts;

/** The page itself and what it needs, from the class path. */
final class StaticFiles {

    private static final String FOLDER = "/web/";
    private static final int MISSING = 404;
    private static final Pattern PATH = Pattern.compile("(?:[\\w-][\\w.-]*/)*[\\w-][\\w.-]*\\.(\\w+)");
    private static final Map<String, String> TYPES = Map.ofEntries(Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"), Map.entry("mjs", "text/javascript; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"), Map.entry("svg", "image/svg+xml"), Map.entry("png", "image/png"),
            Map.entry("ico", "image/x-icon"), Map.entry("json", "application/json"), Map.entry("map", "application/json"),
            Map.entry("woff2", "font/woff2"), Map.entry("txt", "text/plain; charset=utf-8"));

    private static final String PLACE = "{{nonce}}";

    private final Admission admission;

    StaticFiles(Admission admission) {
        this.admission = admission;
    }

    /** The page, with the value by which its editor may style itself; an address with the token leads to one without it. */
    Handler page() {
        return request -> {
            if (admission.enters(request)) {
                String language = request.queryParam("lang");
                request.redirect("nl".equals(language) || "en".equals(language) ? "/?lang=" + language : "/");
                return;
            }
            try (InputStream page = StaticFiles.class.getResourceAsStream(FOLDER + "index.html")) {
                if (page == null) {
                    request.contentType("text/plain; charset=utf-8").result(Texts.said("bench.no-page").in(Json.language(request)));
                } else {
                    String nonce = Admission.token();
                    request.header("Content-Security-Policy", Admission.policy("'nonce-" + nonce + "'")).contentType(TYPES.get("html"))
                            .result(new String(page.readAllBytes(), StandardCharsets.UTF_8).replace(PLACE, nonce));
                }
            }
        };
    }

    /** Whatever lies beside it. */
    Handler file() {
        return request -> {
            String path = request.path().substring(1);
            if (!PATH.matcher(path).matches() || path.contains("..") || !send(path, request)) {
                throw Refused.of(MISSING, "bench.missing");
            }
        };
    }

    private static boolean send(String path, Context request) throws IOException {
        String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
        try (InputStream file = type == null ? null : StaticFiles.class.getResourceAsStream(FOLDER + path)) {
            if (type == null || file == null) {
                return false;
            }
            request.contentType(type).result(file.readAllBytes());
            return true;
        }
    }
}
