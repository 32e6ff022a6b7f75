package org.supportpolicy.workbench.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the headings of the clauses stand in the text of a language. */
final class ClausePlaces {

    private static final Pattern HEADING = Pattern.compile("###\\s+(\\S+).*");

    private final String file;
    private final Map<String, Integer> lines = new HashMap<>();

    /** Looks through the text as it is written; finds nothing when it is not there. */
    ClausePlaces(CopyFiles files, Locale language) {
        file = language.getLanguage().equals("nl") ? "policy.nl.md" : "policy.en.md";
        List<String> text = files.text(new CopyFile(file, CopyFile.Kind.CLAUSES)).map(all -> all.lines().toList()).orElse(List.of());
        for (int i = 0; i < text.size(); i++) {
            Matcher heading = HEADING.matcher(text.get(i));
            if (heading.matches()) {
                lines.putIfAbsent(heading.group(1), i + 1);
            }
        }
    }

    String file() {
        return file;
    }

    /** The line of the heading of a clause, from 1. */
    Optional<Integer> line(String clause) {
        return Optional.ofNullable(lines.get(clause));
    }
}
