package org.supportpolicy.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.author.WorkingCopy;
import org.supportpolicy.internal.source.PolicyFiles;
import org.supportpolicy.internal.source.RuleFile;

/** The standard policy with facts and findings of a desk's own, and with rules over them in several sections. */
public final class OwnPolicy {

    private static final List<String> FILES = List.of("facts.drl", "own-urgency.drl", "own-duty.drl", "own-closure.drl", "own-terms.drl",
            "own-scope.drl");

    private OwnPolicy() {}

    /** The files that it adds. */
    public static List<RuleFile> added() {
        return FILES.stream().map(name -> new RuleFile(name, text(name))).toList();
    }

    /** All rule files. */
    public static List<RuleFile> rules() {
        return Stream.concat(PolicyFiles.standard().rules().stream(), added().stream()).toList();
    }

    /** Writes the policy into an empty directory. */
    public static Path write(Path directory) throws IOException {
        WorkingCopy.init(directory);
        for (RuleFile file : added()) {
            Files.writeString(directory.resolve(file.name()), file.text());
        }
        return directory;
    }

    /** The policy, written into an empty directory. */
    public static SupportPolicy in(Path directory) throws IOException {
        return SupportPolicy.load(write(directory));
    }

    private static String text(String name) {
        try (InputStream file = OwnPolicy.class.getResourceAsStream("/own-policy/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
