package org.supportpolicy.internal.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.supportpolicy.Clause;
import org.supportpolicy.Problem;
import org.supportpolicy.internal.words.Spelling;

/** The lines under a clause, in one language, that say how it is read, such as {@code Read as: support may still help. (AMB-91)}. */
final class ReadAsLines {

    private static final Pattern LINE = Pattern.compile("(\\S.*) \\((AMB-\\d{2,3})\\)");

    /**
     * A line.
     *
     * @param sentence what it says
     * @param place where it names its reading
     */
    private record Line(String sentence, int place) {}

    private final String mark;
    private final Map<String, Line> lines = new LinkedHashMap<>();
    private boolean sound = true;

    /**
     * Begins without a line.
     *
     * @param mark what a line begins with
     */
    ReadAsLines(String mark) {
        this.mark = mark;
    }

    /**
     * Takes a paragraph that begins with the mark; what is wrong with it is added to the problems of its text.
     *
     * @param readings the ids of the readings there are
     */
    void add(Markdown.Block paragraph, Source source, Set<String> readings) {
        Matcher line = LINE.matcher(paragraph.text().substring(mark.length()).strip());
        if (!line.matches() || line.group(1).contains(mark)) {
            refuse(paragraph.start(), source);
            return;
        }
        String reading = line.group(2);
        int place = source.text().indexOf(reading, paragraph.start());
        if (!readings.contains(reading)) {
            sound = false;
            source.add(place, Problem.of("SP-R037", reading).maybe(Spelling.nearest(reading, readings)));
        } else if (lines.putIfAbsent(reading, new Line(line.group(1), place)) != null) {
            source.add(place, Problem.of("SP-R009.twice", reading));
        }
    }

    /** Says that a line at a place is none. */
    void refuse(int place, Source source) {
        sound = false;
        source.add(place, Problem.of("SP-R009", mark));
    }

    /** Says which of them another text lacks under the same clause; nothing when a line is wrong that may have been meant. */
    void missingFrom(ReadAsLines other, String clause, Source source, Source otherSource) {
        lines.forEach((reading, line) -> {
            if (other.sound && !other.lines.containsKey(reading)) {
                source.add(line.place, Problem.of("SP-R009.missing", reading, clause, otherSource.file().name()));
            }
        });
    }

    /** These, which are English, with the Dutch of each. */
    List<Clause.ReadAs> with(ReadAsLines dutch) {
        List<Clause.ReadAs> all = new ArrayList<>();
        lines.forEach((reading, line) -> all.add(new Clause.ReadAs(reading, line.sentence,
                dutch.lines.getOrDefault(reading, line).sentence)));
        return List.copyOf(all);
    }
}
