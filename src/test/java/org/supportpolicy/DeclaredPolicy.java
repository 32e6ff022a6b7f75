package org.supportpolicy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.supportpolicy.author.WorkingCopy;

/** The library's policy with facts, findings and rules of a desk that sells tiers. */
public final class DeclaredPolicy {

    private static final Path ADDED = Path.of("src/test/resources/declarations");

    private DeclaredPolicy() {}

    /** Writes it into an empty directory and loads it. */
    public static SupportPolicy in(Path directory) throws IOException {
        WorkingCopy.init(directory);
        Files.copy(ADDED.resolve("facts.drl"), directory.resolve("facts.drl"));
        Files.copy(ADDED.resolve("urgency.drl"), directory.resolve("tiers.drl"));
        return SupportPolicy.load(directory);
    }
}
