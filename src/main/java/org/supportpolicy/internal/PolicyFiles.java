package org.supportpolicy.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;

/**
 * The files a policy is made of.
 *
 * @param rules the rule files, in the order in which they are read
 * @param english the clause texts in English
 * @param dutch the clause texts in Dutch
 */
public record PolicyFiles(List<RuleFile> rules, RuleFile english, RuleFile dutch) {

    private static final List<String> SECTIONS = List.of("scope", "request", "submit", "contact", "effort", "closure",
            "urgency", "response", "followup", "priority", "duty", "sunset", "terms");

    private static final String ENGLISH = "policy.en.md";
    private static final String DUTCH = "policy.nl.md";

    /** The files in the library itself, read with its class loader so that a nested jar works. */
    public static PolicyFiles standard() {
        return new PolicyFiles(SECTIONS.stream().map(section -> resource(section + ".drl")).toList(),
                resource(ENGLISH), resource(DUTCH));
    }

    /** The files an analyst begins with, by their paths: rules, clause texts, scenarios and a page about them. */
    public static Map<String, String> library() {
        Map<String, String> files = new TreeMap<>();
        PolicyFiles standard = standard();
        Stream.concat(standard.rules.stream(), Stream.of(standard.english, standard.dutch))
                .forEach(file -> files.put(file.name().substring("rules/".length()), file.text()));
        SECTIONS.forEach(section -> files.put("scenarios/" + section + ".yaml", text("/scenarios/" + section + ".yaml")));
        files.put("README.md", text("/bench/README.md"));
        return files;
    }

    /**
     * The files of a directory: every {@code *.drl}, and the clause texts where they stand beside them, else the library's.
     *
     * @throws PolicyException if the directory cannot be read, holds no rule file, or a file is not UTF-8
     */
    public static PolicyFiles in(Path directory) {
        List<Problem> problems = new ArrayList<>();
        List<RuleFile> rules = new ArrayList<>();
        try (Stream<Path> entries = Files.list(directory)) {
            entries.filter(path -> path.getFileName().toString().endsWith(".drl"))
                    .sorted(Comparator.comparing(path -> path.getFileName().toString()))
                    .forEach(path -> addTo(rules, path, problems));
        } catch (IOException e) {
            throw failed("SP-R001", directory, "The rule directory (" + directory + ") must be a directory that can be read.", e);
        }
        RuleFile english = beside(directory, ENGLISH, problems);
        RuleFile dutch = beside(directory, DUTCH, problems);
        if (!problems.isEmpty()) {
            throw new PolicyException("The policy", problems);
        }
        if (rules.isEmpty()) {
            throw failed("SP-R002", directory, "The rule directory (" + directory + ") must hold at least one file that ends in .drl.", null);
        }
        return new PolicyFiles(List.copyOf(rules), english, dutch);
    }

    private static PolicyException failed(String code, Path path, String message, @Nullable Throwable cause) {
        return new PolicyException("The policy", List.of(Problem.untranslated(code, path.toString(), 0, 0, null, message, null, null)), cause);
    }

    private static RuleFile beside(Path directory, String name, List<Problem> problems) {
        List<RuleFile> found = new ArrayList<>();
        if (Files.exists(directory.resolve(name))) {
            addTo(found, directory.resolve(name), problems);
        }
        return found.isEmpty() ? resource(name) : found.get(0);
    }

    private static void addTo(List<RuleFile> files, Path path, List<Problem> problems) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(path))).toString();
            files.add(new RuleFile(path.toString(), text));
        } catch (CharacterCodingException e) {
            problems.add(Problem.untranslated("SP-R003", path.toString(), 0, 0, null, "The file must be written in UTF-8.", null, null));
        } catch (IOException e) {
            problems.add(Problem.untranslated("SP-R003", path.toString(), 0, 0, null, "The file must be readable (" + e.getMessage() + ").", null, null));
        }
    }

    private static RuleFile resource(String name) {
        return new RuleFile("rules/" + name, text("/rules/" + name));
    }

    private static String text(String name) {
        try (InputStream in = PolicyFiles.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The library lacks its own file (" + name + ").");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code sha256:} and the SHA-256 over name, length and content of every file, in the order of their names. */
    public String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Stream.concat(rules.stream(), Stream.of(english, dutch))
                    .map(file -> new RuleFile(Path.of(file.name()).getFileName().toString(), file.text()))
                    .sorted(Comparator.comparing(RuleFile::name))
                    .forEach(file -> {
                        byte[] text = file.text().getBytes(StandardCharsets.UTF_8);
                        digest.update((file.name() + '\n' + text.length + '\n').getBytes(StandardCharsets.UTF_8));
                        digest.update(text);
                    });
            return "sha256:" + HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
