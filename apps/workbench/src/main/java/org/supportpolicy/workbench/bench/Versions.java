package org.supportpolicy.workbench.bench;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Names texts by what they say, and remembers the last of those that were handed out, so that edits of one text can be merged. */
final class Versions {

    private static final int DIGITS = 20;
    private static final int REMEMBERED = 64_000_000;

    private final LinkedHashMap<String, String> texts = new LinkedHashMap<>(16, 0.75f, true);
    private long characters;

    /** The version of a text. */
    static String of(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /** Remembers a text, and returns its version. */
    synchronized String remember(String text) {
        String version = of(text);
        if (texts.put(version, text) == null) {
            characters += text.length();
        }
        var eldest = texts.entrySet().iterator();
        while (characters > REMEMBERED && texts.size() > 1) {
            Map.Entry<String, String> forgotten = eldest.next();
            characters -= forgotten.getValue().length();
            eldest.remove();
        }
        return version;
    }

    synchronized Optional<String> text(String version) {
        return Optional.ofNullable(texts.get(version));
    }
}
