package org.supportpolicy.internal.source;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;
import org.supportpolicy.internal.environment.OwnFile;

/**
 * The files a policy is made of.
 *
 * @param rules the rule files, in the order in which they are read
 * @param english the clause texts in English
 * @param dutch the clause texts in Dutch
 * @param englishReadings the readings in English
 * @param dutchReadings the readings in Dutch
 */
public record PolicyFiles(List<RuleFile> rules, RuleFile english, RuleFile dutch, RuleFile englishReadings, RuleFile dutchReadings) {

    private static final List<String> SECTIONS = List.of("scope", "request", "submit", "contact", "effort", "closure",
            "urgency", "response", "followup", "priority", "duty", "sunset", "terms");
    static final List<String> TEXTS = List.of("policy.en.md", "policy.nl.md", "readings.en.md", "readings.nl.md");
    private static final int MOST_TRIES = 10;

    /** The files in the library itself, read with its class loader so that a nested jar works. */
    public static PolicyFiles standard() {
        return new PolicyFiles(SECTIONS.stream().map(section -> resource(section + ".drl")).toList(),
                TEXTS.stream().map(PolicyFiles::resource).toList());
    }

    PolicyFiles(List<RuleFile> rules, List<RuleFile> texts) {
        this(rules, texts.get(0), texts.get(1), texts.get(2), texts.get(3));
    }

    /** The clause texts and readings. */
    public List<RuleFile> texts() {
        return List.of(english, dutch, englishReadings, dutchReadings);
    }

    /** The same texts with other rules. */
    public PolicyFiles with(List<RuleFile> others) {
        return new PolicyFiles(others, texts());
    }

    /**
     * The files an analyst begins with, by their paths: rules, clause texts, readings, scenarios and a page about them.
     *
     * @param locale the language of the page: Dutch for Dutch, any other for English
     */
    public static Map<String, String> library(Locale locale) {
        Map<String, String> files = new TreeMap<>();
        PolicyFiles standard = standard();
        Stream.concat(standard.rules.stream(), standard.texts().stream())
                .forEach(file -> files.put(file.name().substring("rules/".length()), file.text()));
        Stream.concat(SECTIONS.stream(), Stream.of("outlook"))
                .forEach(file -> files.put("scenarios/" + file + ".yaml", text("/scenarios/" + file + ".yaml")));
        files.put("README.md", text(locale.getLanguage().equals("nl") ? "/bench/README.nl.md" : "/bench/README.md"));
        return files;
    }

    /**
     * The files of a directory as they stand at one moment: every {@code *.drl}, and the clause texts and readings where they stand
     * beside them, else the library's. A file that cannot be read, or that lies elsewhere, is a problem, and the others are read.
     *
     * @param problems gets what is wrong
     * @throws PolicyException if the directory cannot be read, holds no rule file or too many, or is never left alone while it is read
     */
    public static PolicyFiles in(Path directory, List<Problem> problems) {
        return in(directory, Map.of(), problems);
    }

    /**
     * The same with texts that are being edited.
     *
     * @param unsaved by the names of their files, texts that count instead of what is written, of files that need not be there yet
     */
    public static PolicyFiles in(Path directory, Map<String, String> unsaved, List<Problem> problems) {
        for (int tries = 1; tries <= MOST_TRIES; tries++) {
            DirectoryStamp before = DirectoryStamp.of(directory);
            List<Problem> unread = new ArrayList<>();
            PolicyFiles files = PolicyDirectory.at(directory, unsaved).read(unread);
            if (DirectoryStamp.of(directory).equals(before)) {
                problems.addAll(unread);
                return files;
            }
        }
        throw PolicyDirectory.refused(directory, "SP-R003.changing", null);
    }

    /** The name of a directory as a log can hold it: on one line, not endless. */
    public static String shown(Path directory) {
        return PolicyDirectory.shown(directory.toString());
    }

    static RuleFile resource(String name) {
        return new RuleFile("rules/" + name, text("/rules/" + name));
    }

    private static String text(String name) {
        return OwnFile.text(name).orElseThrow(() -> new PolicyException("The environment", List.of(Problem.of("SP-E002", name))));
    }

    /** {@code sha256:} and the SHA-256 over name, length and content of every file, in the order of their names. */
    public String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Stream.concat(rules.stream(), texts().stream())
                    .map(file -> new RuleFile(file.fileName(), file.text()))
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
