package org.supportpolicy.workbench.bench;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.supportpolicy.author.WorkingCopy;

/**
 * What a path in a working copy may name: only what belongs to it is read or written.
 *
 * @param path the path with slashes, such as {@code scenarios/closure.yaml}
 * @param kind what stands there
 */
record CopyFile(String path, Kind kind) {

    private static final int LONGEST = 200;
    private static final int LONGEST_NAME = 240;
    private static final Set<String> CLAUSES = Set.of("policy.en.md", "policy.nl.md");
    private static final Set<String> READINGS = Set.of("readings.en.md", "readings.nl.md");
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_. -]*");

    /** What stands in a file. */
    enum Kind { RULES, FACTS, CLAUSES, READINGS, SCENARIOS, TEXT }

    /** The file that a path names; empty when nothing of the kind belongs to a working copy. */
    static Optional<CopyFile> of(String path) {
        if (path.length() > LONGEST || !Arrays.stream(path.split("/", -1)).allMatch(CopyFile::isName)) {
            return Optional.empty();
        }
        return kind(path).map(kind -> new CopyFile(path, kind));
    }

    /** Whether a name is one that every file system takes, most of which count bytes. */
    private static boolean isName(String name) {
        return NAME.matcher(name).matches() && name.getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME;
    }

    private static Optional<Kind> kind(String path) {
        if (path.startsWith(WorkingCopy.SCENARIOS + "/")) {
            return path.endsWith(".yaml") || path.endsWith(".yml") ? Optional.of(Kind.SCENARIOS) : Optional.empty();
        }
        if (path.contains("/")) {
            return Optional.empty();
        }
        if (path.endsWith(".drl")) {
            return Optional.of(path.equals("facts.drl") ? Kind.FACTS : Kind.RULES);
        }
        return CLAUSES.contains(path) ? Optional.of(Kind.CLAUSES) : READINGS.contains(path) ? Optional.of(Kind.READINGS)
                : path.equals(WorkingCopy.PAGE) ? Optional.of(Kind.TEXT) : Optional.empty();
    }
}
