package org.supportpolicy.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The help of the commands in Dutch; in English it stands with each command. */
final class DutchUsage {

    private static final Pattern ASKED = Pattern.compile("(?i)--lang[= ]nl");
    private static final String FILE = "/org/supportpolicy/usage_nl.properties";
    private static final String BESIDE = "usage_nl.properties";

    private DutchUsage() {}

    /** Whether arguments ask for Dutch. */
    static boolean isAsked(String... args) {
        return ASKED.matcher(String.join(" ", args)).find();
    }

    /**
     * What the help says.
     *
     * @param more further commands, whose own words stand beside their classes
     */
    static ResourceBundle words(Collection<?> more) {
        List<InputStream> words = Stream.concat(Stream.of(Objects.requireNonNull(DutchUsage.class.getResourceAsStream(FILE))),
                more.stream().map(command -> command.getClass().getResourceAsStream(BESIDE)).filter(Objects::nonNull)).toList();
        InputStream all = new SequenceInputStream(Collections.enumeration(words));
        try (Reader text = new InputStreamReader(all, StandardCharsets.UTF_8)) {
            return new PropertyResourceBundle(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
