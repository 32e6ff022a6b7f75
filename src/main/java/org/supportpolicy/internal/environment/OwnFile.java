package org.supportpolicy.internal.environment;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;

/** The files that stand beside the classes of this library, read with their class loader, whatever the thread's own may be. */
public final class OwnFile {

    private OwnFile() {}

    /**
     * The text of a file; nothing when it was lost, such as in a jar that was packed anew.
     *
     * @param path its path from the root of the jar, beginning with a slash
     */
    public static Optional<String> text(String path) {
        try (InputStream in = OwnFile.class.getResourceAsStream(path)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The texts of a file of keys and texts.
     *
     * @throws IllegalStateException if it was lost; there may be no words to say so otherwise
     */
    public static Properties properties(String path) {
        String text = text(path).orElseThrow(
                () -> new IllegalStateException("The library must have its own file (" + path + ") beside its classes."));
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
