package org.supportpolicy.workbench.serve;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The paths of the service with the method of each. What answers GET answers HEAD the same without a body; OPTIONS says what a path
 * answers. Not thread-safe until all are known.
 */
final class Routes {

    private static final String ROUTE = "route";
    private static final String NONE = "(none)";

    private final RoutesConfig config;
    private final Map<String, HandlerType> methods = new TreeMap<>();
    private final Map<String, Pattern> patterns = new TreeMap<>();

    Routes(RoutesConfig config) {
        this.config = config;
        config.before(request -> request.attribute(ROUTE, found(request.path())));
    }

    void get(String path, Handler handler) {
        config.get(path, handler);
        config.head(path, handler);
        add(path, HandlerType.GET);
    }

    void post(String path, Handler handler) {
        config.post(path, handler);
        add(path, HandlerType.POST);
    }

    private void add(String path, HandlerType method) {
        methods.put(path, method);
        patterns.put(path, Pattern.compile(path.replaceAll("\\{\\w+}", "[^/]+") + "/?"));
        config.options(path, request -> request.status(204).header("Allow", allowed(request)));
    }

    private String found(String path) {
        return patterns.entrySet().stream().filter(route -> route.getValue().matcher(path).matches()).map(Map.Entry::getKey)
                .findFirst().orElse(NONE);
    }

    /** The paths, each with its method. */
    Map<String, HandlerType> all() {
        return Collections.unmodifiableMap(methods);
    }

    /** The route of a request, without what its path holds. */
    static String of(Context request) {
        return Objects.requireNonNullElse(request.attribute(ROUTE), NONE);
    }

    /** What the path of a request answers, as the header {@code Allow} has it. */
    String allowed(Context request) {
        return methods.get(of(request)) == HandlerType.POST ? "POST, OPTIONS" : "GET, HEAD, OPTIONS";
    }
}
