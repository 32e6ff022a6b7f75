package org.supportpolicy.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.regex.Pattern;

/** The help of the commands in Dutch; in English it stands with each command. */
final class DutchUsage {

    private static final Pattern ASKED = Pattern.compile("(?i)--lang[= ]nl");
    private static final String FILE = "/org/supportpolicy/usage_nl.properties";

    private DutchUsage() {}

    /** Whether arguments ask for Dutch. */
    static boolean isAsked(String... args) {
        return ASKED.matcher(String.join(" ", args)).find();
    }

    /** What the help says. */
    static ResourceBundle words() {
        InputStream words = Objects.requireNonNull(DutchUsage.class.getResourceAsStream(FILE));
        try (Reader file = new InputStreamReader(words, StandardCharsets.UTF_8)) {
            return new PropertyResourceBundle(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
