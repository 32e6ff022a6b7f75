package org.supportpolicy.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.Clause;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;

/**
 * The clauses of a policy, read from its two texts.
 *
 * @param edition the edition they name
 * @param inForceFrom the first day on which that edition is in force
 * @param clauses the clauses, in the order of the English text
 */
public record ClauseBook(String edition, LocalDate inForceFrom, List<Clause> clauses) {

    private static final Pattern HEADING = Pattern.compile("### (\\S+) · ([A-Z ]+) · (\\w+)");
    private static final Pattern EDITION = Pattern.compile("Editi(?:on|e): (\\S+), (?:in force from|geldt vanaf) (\\d{4}-\\d{2}-\\d{2})");
    private static final Set<String> MODALITIES = Set.of("MUST", "MUST NOT", "WILL", "WILL NOT", "MAY", "RESERVED RIGHT",
            "SHOULD", "CONDITION", "DEFINITION");
    private static final Set<String> PARTIES = Set.of("support", "customer", "both");

    /**
     * Reads both texts.
     *
     * @throws PolicyException if a heading is malformed or repeated, a clause stands in one text only, or no edition is named
     */
    public static ClauseBook read(RuleFile english, RuleFile dutch) {
        List<Problem> problems = new ArrayList<>();
        Text en = Text.read(english, "Not automated: ", problems);
        Text nl = Text.read(dutch, "Niet geautomatiseerd: ", problems);
        en.missingFrom(nl, problems);
        nl.missingFrom(en, problems);
        if (problems.isEmpty() && !(en.edition.equals(nl.edition) && en.inForceFrom.equals(nl.inForceFrom))) {
            problems.add(Problem.untranslated("SP-R014", dutch.name(), nl.editionLine, 1, null, "The edition (" + nl.edition + ", " + nl.inForceFrom
                    + ") must be the one that " + english.name() + " names (" + en.edition + ", " + en.inForceFrom + ").", null, null));
        }
        if (!problems.isEmpty()) {
            throw new PolicyException("The policy", problems);
        }
        List<Clause> clauses = new ArrayList<>();
        en.entries.forEach((id, entry) -> {
            Entry other = nl.entries.get(id);
            clauses.add(new Clause(id, entry.modality, entry.party, entry.text.toString(), other.text.toString(),
                    entry.notAutomated, other.notAutomated));
        });
        return new ClauseBook(en.edition, en.inForceFrom, List.copyOf(clauses));
    }

    /** What a heading and the paragraphs under it say. */
    private static final class Entry {
        final int line;
        final String modality;
        final String party;
        final StringBuilder text = new StringBuilder();
        @Nullable String notAutomated;

        Entry(int line, String modality, String party) {
            this.line = line;
            this.modality = modality;
            this.party = party;
        }

        void add(String paragraph, String mark) {
            if (paragraph.startsWith(mark)) {
                notAutomated = paragraph.substring(mark.length());
            } else {
                text.append(text.isEmpty() ? "" : " ").append(paragraph);
            }
        }
    }

    /** One of the two texts. */
    private static final class Text {
        final RuleFile file;
        final Map<String, Entry> entries = new LinkedHashMap<>();
        String edition = "";
        LocalDate inForceFrom = LocalDate.EPOCH;
        int editionLine;

        Text(RuleFile file) {
            this.file = file;
        }

        static Text read(RuleFile file, String mark, List<Problem> problems) {
            Text text = new Text(file);
            Entry entry = null;
            StringBuilder paragraph = new StringBuilder();
            List<String> lines = new ArrayList<>(file.text().lines().toList());
            lines.add("");
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i);
                if (!line.isBlank() && !line.startsWith("#")) {
                    paragraph.append(paragraph.isEmpty() ? "" : " ").append(line.strip());
                    continue;
                }
                text.paragraph(paragraph, entry, mark, i);
                if (line.startsWith("### ")) {
                    entry = text.heading(i + 1, line, problems);
                } else if (line.startsWith("#")) {
                    entry = null;
                }
            }
            if (text.edition.isEmpty()) {
                problems.add(Problem.untranslated("SP-R010", file.name(), 1, 1, null,
                        "The text must name its edition, and the day from which it is in force, in a paragraph of its own.",
                        "Maybe Edition: 1.1, in force from 2027-01-01 (Editie: 1.1, geldt vanaf 2027-01-01).", null));
            }
            return text;
        }

        private void paragraph(StringBuilder paragraph, @Nullable Entry entry, String mark, int line) {
            String said = paragraph.toString();
            paragraph.setLength(0);
            Matcher named = EDITION.matcher(said);
            if (entry != null && !said.isEmpty()) {
                entry.add(said, mark);
            } else if (named.matches()) {
                try {
                    inForceFrom = LocalDate.parse(named.group(2));
                    edition = named.group(1);
                    editionLine = line;
                } catch (DateTimeException e) {
                    edition = "";
                }
            }
        }

        private @Nullable Entry heading(int number, String line, List<Problem> problems) {
            Matcher heading = HEADING.matcher(line.strip());
            if (!heading.matches() || !MODALITIES.contains(heading.group(2)) || !PARTIES.contains(heading.group(3))) {
                problems.add(Problem.untranslated("SP-R011", file.name(), number, 1, null, "The heading (" + line
                        + ") must name a clause, its modality and the party it binds.", "Maybe ### closure.permanent · WILL · support", line));
                return null;
            }
            Entry entry = new Entry(number, heading.group(2), heading.group(3));
            Entry former = entries.putIfAbsent(heading.group(1), entry);
            if (former != null) {
                problems.add(Problem.untranslated("SP-R012", file.name(), number, 5, null, "The clause (" + heading.group(1)
                        + ") must stand in the text once; it stands on line " + former.line + " too.", null, line));
            }
            return entry;
        }

        void missingFrom(Text other, List<Problem> problems) {
            entries.forEach((id, entry) -> {
                if (!other.entries.containsKey(id)) {
                    problems.add(Problem.untranslated("SP-R013", file.name(), entry.line, 5, null,
                            "The clause (" + id + ") must stand in " + other.file.name() + " too.", null, null));
                }
            });
        }
    }
}
