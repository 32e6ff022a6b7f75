package org.supportpolicy.workbench.bench;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.workbench.http.Refused;

/** Lets in who brings the token, from a page of the bench itself, by an address of this machine; nobody else. */
final class Admission {

    private static final int TOKEN_BYTES = 24;
    private static final int FORBIDDEN = 403;
    private static final Pattern BEARER = Pattern.compile("(?i)bearer +(\\S+) *");

    private final String token;
    private volatile int port;

    Admission(String token) {
        this.token = token;
    }

    /** A token that nobody guesses. */
    static String token() {
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** What the server listens on, once it does. */
    void at(int port) {
        this.port = port;
    }

    /** Refuses what does not come from this machine by the right address, with the token. */
    void admit(Context request) {
        headers(request);
        Set<String> hosts = Stream.of("127.0.0.1", "localhost", "[::1]").map(host -> host + ":" + port).collect(Collectors.toSet());
        if (!hosts.contains(Objects.requireNonNullElse(request.header("Host"), ""))) {
            throw Refused.of(FORBIDDEN, "bench.host");
        }
        String origin = request.header("Origin");
        if (origin != null && !(origin.startsWith("http://") && hosts.contains(origin.substring("http://".length())))) {
            throw Refused.of(FORBIDDEN, "bench.origin");
        }
        if (!isToken(request.cookie(cookie())) && !isToken(bearer(request)) && !isEntry(request)) {
            throw Refused.of(401, "bench.token");
        }
    }

    /** What a page may do, with styles of its own where they are as said. */
    static String policy(String styles) {
        return "default-src 'self'; style-src 'self' " + styles + "; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
                + "form-action 'self'; frame-ancestors 'self'";
    }

    private static void headers(Context request) {
        request.header("Content-Security-Policy", policy("'unsafe-inline'")).header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer").header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cross-Origin-Resource-Policy", "same-origin").header("Cache-Control", "no-store");
    }

    /** Whether it is the address that the command printed, which brings the token once and for all. */
    private boolean isEntry(Context request) {
        return request.path().equals("/") && isToken(request.queryParam("token"));
    }

    /** Whether a token came with the address; the browser keeps it from now on, out of sight. */
    boolean enters(Context request) {
        if (!isEntry(request)) {
            return false;
        }
        request.cookie(new Cookie(cookie(), token, "/", -1, false, true, null, SameSite.STRICT));
        return true;
    }

    /** Of its own for each port, since browsers keep one cookie of a name for all ports of a machine. */
    private String cookie() {
        return "bench-" + port;
    }

    private boolean isToken(@Nullable String given) {
        return given != null && MessageDigest.isEqual(bytes(given), bytes(token));
    }

    private static @Nullable String bearer(Context request) {
        Matcher bearer = BEARER.matcher(Objects.requireNonNullElse(request.header("Authorization"), ""));
        return bearer.matches() ? bearer.group(1) : null;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
