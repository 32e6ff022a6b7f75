package org.supportpolicy.internal.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.supportpolicy.Problem;

/**
 * The readings of a policy: what was adopted where its text leaves something open.
 *
 * @param places where the heading of each stands in the English text, by id
 */
public record ReadingBook(Map<String, Integer> places) {

    private static final Pattern HEADING = Pattern.compile("### (AMB-\\d{2,3})( · contested)?");
    private static final Pattern ID = Pattern.compile("AMB-\\d{2,3}");
    private static final List<String> ENGLISH = List.of("Open: ", "Adopted: ", "Why: ");
    private static final List<String> DUTCH = List.of("Open: ", "Aangenomen: ", "Waarom: ");

    /** Reads both texts; what is wrong with them is added to their problems, and the rest is read all the same. */
    public static ReadingBook read(Source english, Source dutch) {
        Map<String, Markdown.Block> en = read(english, ENGLISH);
        Map<String, Markdown.Block> nl = read(dutch, DUTCH);
        compare(english, en, dutch, nl);
        compare(dutch, nl, english, en);
        Map<String, Integer> places = new LinkedHashMap<>();
        en.forEach((id, heading) -> places.put(id, heading.start()));
        return new ReadingBook(places);
    }

    private static void compare(Source source, Map<String, Markdown.Block> headings, Source other, Map<String, Markdown.Block> others) {
        headings.forEach((id, heading) -> {
            if (!others.containsKey(id)) {
                source.add(heading.start(), Problem.of("SP-R019.missing", id, other.file().name()));
            } else if (source.file().name().compareTo(other.file().name()) > 0 && !others.get(id).text().equals(heading.text())) {
                source.add(heading.start(), Problem.of("SP-R019.differs", id, other.file().name()));
            }
        });
    }

    private static Map<String, Markdown.Block> read(Source source, List<String> marks) {
        Map<String, Markdown.Block> headings = new LinkedHashMap<>();
        Markdown.Block open = null;
        int said = 0;
        for (Markdown.Block block : Markdown.blocks(source)) {
            if (block.text().startsWith("#")) {
                close(source, open, said, marks);
                open = block.text().startsWith("### ") ? block : null;
                said = 0;
                if (open != null) {
                    heading(source, block, headings);
                }
            } else if (open != null) {
                said = said < marks.size() && block.text().startsWith(marks.get(said)) ? said + 1 : marks.size() + 1;
            }
        }
        close(source, open, said, marks);
        return headings;
    }

    private static void heading(Source source, Markdown.Block block, Map<String, Markdown.Block> headings) {
        Matcher heading = HEADING.matcher(block.text());
        Matcher id = ID.matcher(block.text());
        if (!heading.matches()) {
            source.add(block.start(), Problem.of("SP-R019", block.text()));
        }
        if (id.find() && headings.putIfAbsent(id.group(), block) != null) {
            source.add(block.start(), Problem.of("SP-R019.twice", id.group()));
        }
    }

    private static void close(Source source, Markdown.@org.jspecify.annotations.Nullable Block heading, int said, List<String> marks) {
        if (heading != null && said != marks.size()) {
            source.add(heading.start(), Problem.of("SP-R019.parts", marks.get(0).strip(), marks.get(1).strip(), marks.get(2).strip()));
        }
    }
}
