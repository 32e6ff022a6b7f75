package org.supportpolicy.backlog;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.supportpolicy.SupportPolicy;

/**
 * The rules of a policy as they travel to the workers: their files, and the fingerprint that the policy made of them must have there.
 *
 * @param files what each file holds, by its name; none for the policy that comes with the library
 * @param fingerprint as a receipt has it
 */
record Rules(TreeMap<String, byte[]> files, String fingerprint) implements Serializable {

    /** What names the policy of the library. */
    static final String STANDARD = "standard";

    /** The policies of this worker, which all its tasks share, by their fingerprints. */
    private static final Map<String, SupportPolicy> LOADED = new ConcurrentHashMap<>();

    /** A worker has other rules, or another library, than whoever started the job. */
    static final class Differ extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Differ(String found, String expected) {
            super("The fingerprint of the policy (" + found + ") must be " + expected + ".");
        }
    }

    /**
     * The rules of a directory or of an artifact: a jar or zip file whose root holds the same files.
     *
     * @throws org.supportpolicy.PolicyException if they are no policy
     */
    static Rules at(String name) throws IOException {
        if (name.equals(STANDARD)) {
            return new Rules(new TreeMap<>(), SupportPolicy.standard().receipt().fingerprint());
        }
        Path path = Path.of(name);
        if (!Files.isRegularFile(path)) {
            String fingerprint = SupportPolicy.load(path).receipt().fingerprint();
            return new Rules(files(path), fingerprint);
        }
        try (FileSystem artifact = FileSystems.newFileSystem(path)) {
            TreeMap<String, byte[]> files = files(artifact.getPath("/"));
            return new Rules(files, load(files).receipt().fingerprint());
        }
    }

    /** The policy, made once in this process and shared by its tasks. */
    SupportPolicy policy() {
        return LOADED.computeIfAbsent(fingerprint, expected -> {
            SupportPolicy policy = files.isEmpty() ? SupportPolicy.standard() : load(files);
            return policy.receipt().fingerprint().equals(expected) ? policy : differs(policy.receipt().fingerprint());
        });
    }

    private SupportPolicy differs(String found) {
        throw new Differ(found, fingerprint);
    }

    private static TreeMap<String, byte[]> files(Path directory) throws IOException {
        TreeMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(directory)) {
            for (Path file : (Iterable<Path>) all::iterator) {
                String name = file.getFileName().toString();
                if (name.endsWith(".drl") || name.endsWith(".md")) {
                    files.put(name, Files.readAllBytes(file));
                }
            }
        }
        return files;
    }

    private static SupportPolicy load(Map<String, byte[]> files) {
        try {
            Path directory = Files.createTempDirectory("rules");
            try {
                for (Map.Entry<String, byte[]> file : files.entrySet()) {
                    Files.write(directory.resolve(file.getKey()), file.getValue());
                }
                return SupportPolicy.load(directory);
            } finally {
                for (String file : files.keySet()) {
                    Files.deleteIfExists(directory.resolve(file));
                }
                Files.delete(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
