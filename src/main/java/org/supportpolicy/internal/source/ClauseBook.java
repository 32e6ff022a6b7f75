package org.supportpolicy.internal.source;

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
import org.supportpolicy.PolicySection;
import org.supportpolicy.Problem;

/**
 * The clauses of a policy, read from its two texts.
 *
 * @param edition the edition they name
 * @param inForceFrom the first day on which that edition is in force; null when it is from the beginning
 * @param sections its sections, in the order of the English text
 * @param clauses the clauses, in the order of the English text
 * @param places where the heading of each clause stands in that text
 */
public record ClauseBook(String edition, @Nullable LocalDate inForceFrom, List<PolicySection> sections, List<Clause> clauses,
        Map<String, Integer> places) {

    private static final String ID = "([a-z][\\w-]{0,60}(?:\\.[\\w-]{1,60}){1,5})";
    private static final Pattern HEADING = Pattern.compile("### " + ID + " · ([A-Z ]{1,40}) · (\\w{1,40})");
    private static final Pattern NAMED = Pattern.compile("### +" + ID + "(?: .*)?");
    private static final Pattern SECTION = Pattern.compile("## +([a-z][\\w-]{0,60}): +(\\S.*)");
    private static final Pattern EDITION =
            Pattern.compile("Editi(?:on|e): ([^\\s,]+)(?:, (?:in force from|geldt vanaf) (\\d{4}-\\d{2}-\\d{2}))?");
    /** How a clause can bind. */
    public static final Set<String> MODALITIES = Set.of("MUST", "MUST NOT", "WILL", "WILL NOT", "MAY", "RESERVED RIGHT",
            "SHOULD", "CONDITION", "DEFINITION");
    /** Whom a clause can bind. */
    public static final Set<String> PARTIES = Set.of("support", "customer", "both");

    /**
     * Reads both texts; what is wrong with them is added to their problems, and the rest is read all the same.
     *
     * @param readings the ids of the readings there are
     */
    public static ClauseBook read(Source english, Source dutch, Set<String> readings) {
        Text en = new Text(english, "Not automated: ", "Read as:", readings);
        Text nl = new Text(dutch, "Niet geautomatiseerd: ", "Zo gelezen:", readings);
        en.missingFrom(nl);
        nl.missingFrom(en);
        if (en.editionPlace >= 0 && nl.editionPlace >= 0 && !en.named().equals(nl.named())) {
            dutch.add(nl.editionPlace, Problem.of("SP-R014", nl.named(), english.file().name(), en.named()));
        }
        List<Clause> clauses = new ArrayList<>();
        Map<String, Integer> places = new LinkedHashMap<>();
        en.entries.forEach((id, entry) -> {
            Entry other = nl.entries.getOrDefault(id, entry);
            if (entry.isRead() && other.isRead() && !entry.binds().equals(other.binds())) {
                dutch.add(other.place, Problem.of("SP-R017", id, other.binds(), english.file().name(), entry.binds()));
            }
            places.put(id, entry.place);
            clauses.add(new Clause(id, entry.modality, entry.party, entry.text.toString(), other.text.toString(),
                    entry.readAs.with(other.readAs), entry.notAutomated, other.notAutomated));
        });
        List<PolicySection> sections = en.sections.entrySet().stream().map(section -> new PolicySection(section.getKey(),
                section.getValue(), nl.sections.getOrDefault(section.getKey(), section.getValue()))).toList();
        return new ClauseBook(en.edition, en.inForceFrom, sections, List.copyOf(clauses), places);
    }

    /** What a heading and the paragraphs under it say. */
    private static final class Entry {
        final int place;
        final String modality;
        final String party;
        final StringBuilder text = new StringBuilder();
        final ReadAsLines readAs;
        @Nullable String notAutomated;

        Entry(int place, String modality, String party, ReadAsLines readAs) {
            this.place = place;
            this.modality = modality;
            this.party = party;
            this.readAs = readAs;
        }

        /** Whether its heading could be read. */
        boolean isRead() {
            return !modality.isEmpty();
        }

        String binds() {
            return modality + ", " + party;
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
        final Source source;
        final Map<String, String> sections = new LinkedHashMap<>();
        final Map<String, Entry> entries = new LinkedHashMap<>();
        String edition = "";
        @Nullable LocalDate inForceFrom;
        int editionPlace = -1;
        private final String readAs;

        Text(Source source, String notAutomated, String readAs, Set<String> readings) {
            this.source = source;
            this.readAs = readAs;
            Entry entry = null;
            for (Markdown.Block block : Markdown.blocks(source)) {
                if (block.text().startsWith("### ")) {
                    entry = heading(block);
                } else if (block.text().startsWith("#")) {
                    entry = null;
                    Matcher section = SECTION.matcher(block.text());
                    if (section.matches()) {
                        sections.putIfAbsent(section.group(1), section.group(2));
                    }
                } else if (block.text().startsWith(readAs)) {
                    if (entry == null) {
                        source.add(block.start(), Problem.of("SP-R009.outside", readAs));
                    } else {
                        entry.readAs.add(block, source, readings);
                    }
                } else if (entry != null) {
                    paragraph(entry, block, notAutomated);
                } else {
                    edition(block);
                }
            }
            if (editionPlace < 0) {
                source.add(0, Problem.of("SP-R010"));
            }
            entries.forEach((id, each) -> {
                if (each.text.isEmpty()) {
                    source.add(each.place, Problem.of("SP-R018", id));
                }
            });
        }

        private void paragraph(Entry entry, Markdown.Block block, String notAutomated) {
            if (block.text().contains(" " + readAs)) { // an empty line was forgotten
                entry.readAs.refuse(source.text().indexOf(readAs, block.start()), source);
            }
            entry.add(block.text(), notAutomated);
        }

        /** The edition and its first day as problems tell them. */
        String named() {
            return inForceFrom == null ? edition : edition + ", " + inForceFrom;
        }

        private void edition(Markdown.Block paragraph) {
            Matcher named = EDITION.matcher(paragraph.text());
            if (named.matches()) {
                try {
                    inForceFrom = named.group(2) == null ? null : LocalDate.parse(named.group(2));
                    edition = named.group(1);
                    editionPlace = paragraph.start();
                } catch (DateTimeException e) {
                    return; // then no edition is named
                }
            }
        }

        private Entry heading(Markdown.Block block) {
            Matcher heading = HEADING.matcher(block.text());
            boolean sound = heading.matches() && MODALITIES.contains(heading.group(2)) && PARTIES.contains(heading.group(3));
            if (!sound) {
                source.add(block.start(), Problem.of("SP-R011", block.text()));
                Matcher id = NAMED.matcher(block.text());
                Entry entry = new Entry(block.start(), "", "", new ReadAsLines(readAs));
                entry.text.append(' ');
                return id.matches() ? entries.computeIfAbsent(id.group(1), key -> entry) : entry;
            }
            Entry entry = new Entry(block.start() + 4, heading.group(2), heading.group(3), new ReadAsLines(readAs));
            Entry former = entries.putIfAbsent(heading.group(1), entry);
            if (former != null) {
                source.add(entry.place, Problem.of("SP-R012", heading.group(1), source.lineOf(former.place)));
                entry.text.append(' ');
            }
            return entry;
        }

        void missingFrom(Text other) {
            entries.forEach((id, entry) -> {
                Entry same = other.entries.get(id);
                if (same == null) {
                    source.add(entry.place, Problem.of("SP-R013", id, other.source.file().name()));
                } else {
                    entry.readAs.missingFrom(same.readAs, id, source, other.source);
                }
            });
        }
    }
}
