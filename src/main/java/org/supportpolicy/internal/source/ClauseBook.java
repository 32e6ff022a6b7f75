package org.supportpolicy.internal.source;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
 * @param cited where each reading is first cited in that text, by its id
 */
public record ClauseBook(String edition, @Nullable LocalDate inForceFrom, List<PolicySection> sections, List<Clause> clauses,
        Map<String, Integer> places, Map<String, Integer> cited) {

    private static final String ID = "([a-z][\\w-]{0,60}(?:\\.[\\w-]{1,60}){1,5})";
    private static final Pattern HEADING = Pattern.compile("### " + ID + " · ([A-Z ]{1,40}) · (\\w{1,40})");
    private static final Pattern NAMED = Pattern.compile("### +" + ID + "(?: .*)?");
    private static final Pattern SECTION = Pattern.compile("## +([a-z][\\w-]{0,60}): +(\\S.*)");
    private static final Pattern EDITION =
            Pattern.compile("Editi(?:on|e): ([^\\s,]+)(?:, (?:in force from|geldt vanaf) (\\d{4}-\\d{2}-\\d{2}))?");
    private static final Pattern READ_AS = Pattern.compile("(?:Read as|Zo gelezen): (\\S.*) \\((AMB-\\d{2,3})\\)");
    private static final Pattern NEARLY_READ_AS = Pattern.compile("(?:Read as|Zo gelezen)\\b.*");
    private static final Set<String> MODALITIES = Set.of("MUST", "MUST NOT", "WILL", "WILL NOT", "MAY", "RESERVED RIGHT",
            "SHOULD", "CONDITION", "DEFINITION");
    private static final Set<String> PARTIES = Set.of("support", "customer", "both");

    /** Reads both texts; what is wrong with them is added to their problems, and the rest is read all the same. */
    public static ClauseBook read(Source english, Source dutch) {
        Text en = new Text(english, "Not automated: ");
        Text nl = new Text(dutch, "Niet geautomatiseerd: ");
        en.missingFrom(nl);
        nl.missingFrom(en);
        if (en.editionPlace >= 0 && nl.editionPlace >= 0 && !(en.edition.equals(nl.edition) && Objects.equals(en.inForceFrom, nl.inForceFrom))) {
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
                    readAs(id, en, entry, nl, other), entry.notAutomated, other.notAutomated));
        });
        List<PolicySection> sections = en.sections.entrySet().stream().map(section -> new PolicySection(section.getKey(),
                section.getValue(), nl.sections.getOrDefault(section.getKey(), section.getValue()))).toList();
        Map<String, Integer> cited = new LinkedHashMap<>();
        en.entries.values().forEach(entry -> entry.readAs.forEach(said -> cited.putIfAbsent(said.reading, said.place)));
        return new ClauseBook(en.edition, en.inForceFrom, sections, List.copyOf(clauses), places, cited);
    }

    /** How a clause was read, as both texts say it in one order. */
    private static List<Clause.ReadAs> readAs(String id, Text en, Entry entry, Text nl, Entry other) {
        List<Clause.ReadAs> both = new ArrayList<>();
        for (int i = 0; i < Math.max(entry.readAs.size(), other.readAs.size()); i++) {
            Said one = i < entry.readAs.size() ? entry.readAs.get(i) : null;
            Said same = i < other.readAs.size() ? other.readAs.get(i) : null;
            if (one == null || same == null || !one.reading.equals(same.reading)) {
                Source source = one == null || same != null ? nl.source : en.source;
                source.add(one == null || same != null ? same.place : one.place,
                        Problem.of("SP-R009.differs", id, (source == nl.source ? en : nl).source.file().name()));
                break;
            }
            both.add(new Clause.ReadAs(one.reading, one.sentence, same.sentence));
        }
        return List.copyOf(both);
    }

    /**
     * A paragraph that says how a clause was read.
     *
     * @param place where it begins
     */
    private record Said(String reading, String sentence, int place) {}

    /** What a heading and the paragraphs under it say. */
    private static final class Entry {
        final int place;
        final String modality;
        final String party;
        final StringBuilder text = new StringBuilder();
        final List<Said> readAs = new ArrayList<>();
        @Nullable String notAutomated;

        Entry(int place, String modality, String party) {
            this.place = place;
            this.modality = modality;
            this.party = party;
        }

        /** Whether its heading could be read. */
        boolean isRead() {
            return !modality.isEmpty();
        }

        String binds() {
            return modality + ", " + party;
        }

        void add(Markdown.Block paragraph, String mark, Source source) {
            String said = paragraph.text();
            Matcher read = READ_AS.matcher(said);
            if (read.matches()) {
                readAs.add(new Said(read.group(2), read.group(1), paragraph.start()));
            } else if (NEARLY_READ_AS.matcher(said).matches()) {
                source.add(paragraph.start(), Problem.of("SP-R009"));
            } else if (said.startsWith(mark)) {
                notAutomated = said.substring(mark.length());
            } else {
                text.append(text.isEmpty() ? "" : " ").append(said);
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

        Text(Source source, String mark) {
            this.source = source;
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
                } else if (entry != null) {
                    entry.add(block, mark, source);
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
                Entry entry = new Entry(block.start(), "", "");
                entry.text.append(' ');
                return id.matches() ? entries.computeIfAbsent(id.group(1), key -> entry) : entry;
            }
            Entry entry = new Entry(block.start() + 4, heading.group(2), heading.group(3));
            Entry former = entries.putIfAbsent(heading.group(1), entry);
            if (former != null) {
                source.add(entry.place, Problem.of("SP-R012", heading.group(1), source.lineOf(former.place)));
                entry.text.append(' ');
            }
            return entry;
        }

        void missingFrom(Text other) {
            entries.forEach((id, entry) -> {
                if (!other.entries.containsKey(id)) {
                    source.add(entry.place, Problem.of("SP-R013", id, other.source.file().name()));
                }
            });
        }
    }
}
