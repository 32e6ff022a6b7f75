package org.supportpolicy.internal.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.Problem;
import org.supportpolicy.Reading;

/**
 * The readings of a policy: what was adopted where its text leaves something open.
 *
 * @param readings the readings, in the order of the English text
 * @param places where the heading of each stands in the English text, by id
 */
public record ReadingBook(List<Reading> readings, Map<String, Integer> places) {

    private static final Pattern HEADING = Pattern.compile("### (AMB-\\d{2,3})( · contested)?");
    private static final Pattern ID = Pattern.compile("AMB-\\d{2,3}");
    private static final List<String> ENGLISH = List.of("Open: ", "Adopted: ", "Why: ");
    private static final List<String> DUTCH = List.of("Open: ", "Aangenomen: ", "Waarom: ");

    /**
     * A reading in one language.
     *
     * @param heading its heading
     * @param parts what is open, what was adopted, and why, as far as they are given
     */
    private record Entry(Markdown.Block heading, List<String> parts) {

        boolean contested() {
            return heading.text().endsWith("contested");
        }

        Reading.Text text() {
            return new Reading.Text(part(0), part(1), part(2));
        }

        private String part(int index) {
            return index < parts.size() ? parts.get(index) : "";
        }
    }

    /** Reads both texts; what is wrong with them is added to their problems, and the rest is read all the same. */
    public static ReadingBook read(Source english, Source dutch) {
        Map<String, Entry> en = read(english, ENGLISH);
        Map<String, Entry> nl = read(dutch, DUTCH);
        compare(english, en, dutch, nl);
        compare(dutch, nl, english, en);
        List<Reading> readings = new ArrayList<>();
        Map<String, Integer> places = new LinkedHashMap<>();
        en.forEach((id, entry) -> {
            readings.add(new Reading(id, entry.contested(), entry.text(), nl.getOrDefault(id, entry).text()));
            places.put(id, entry.heading().start());
        });
        return new ReadingBook(List.copyOf(readings), places);
    }

    private static void compare(Source source, Map<String, Entry> entries, Source other, Map<String, Entry> others) {
        entries.forEach((id, entry) -> {
            int start = entry.heading().start();
            if (!others.containsKey(id)) {
                source.add(start, Problem.of("SP-R019.missing", id, other.file().name()));
            } else if (source.file().name().compareTo(other.file().name()) > 0
                    && !others.get(id).heading().text().equals(entry.heading().text())) {
                source.add(start, Problem.of("SP-R019.differs", id, other.file().name()));
            }
        });
    }

    private static Map<String, Entry> read(Source source, List<String> marks) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        Entry open = null;
        boolean good = true;
        for (Markdown.Block block : Markdown.blocks(source)) {
            if (block.text().startsWith("#")) {
                close(source, open, good, marks);
                open = block.text().startsWith("### ") ? new Entry(block, new ArrayList<>()) : null;
                good = true;
                if (open != null) {
                    heading(source, open, entries);
                }
            } else if (open != null) {
                int next = open.parts().size();
                boolean expected = next < marks.size() && block.text().startsWith(marks.get(next));
                good = good && expected;
                if (expected) {
                    open.parts().add(block.text().substring(marks.get(next).length()));
                }
            }
        }
        close(source, open, good, marks);
        return entries;
    }

    private static void heading(Source source, Entry entry, Map<String, Entry> entries) {
        String text = entry.heading().text();
        Matcher id = ID.matcher(text);
        if (!HEADING.matcher(text).matches()) {
            source.add(entry.heading().start(), Problem.of("SP-R019", text));
        }
        if (id.find() && entries.putIfAbsent(id.group(), entry) != null) {
            source.add(entry.heading().start(), Problem.of("SP-R019.twice", id.group()));
        }
    }

    private static void close(Source source, @Nullable Entry entry, boolean good, List<String> marks) {
        if (entry != null && !(good && entry.parts().size() == marks.size())) {
            source.add(entry.heading().start(),
                    Problem.of("SP-R019.parts", marks.get(0).strip(), marks.get(1).strip(), marks.get(2).strip()));
        }
    }
}
