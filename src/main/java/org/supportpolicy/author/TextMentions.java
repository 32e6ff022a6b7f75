package org.supportpolicy.author;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.supportpolicy.author.Mention.Role;

/** Finds the clauses and readings that are named in clause texts and in readings. */
final class TextMentions {

    private static final Pattern ID = Pattern.compile("(?<![\\w.-])(?:[a-z][\\w-]*(?:\\.[\\w-]+)+|AMB-\\d{2,3})(?![\\w-])");
    private static final String HEADING = "### ";

    private TextMentions() {}

    /** What all texts name, file by file. */
    static List<Mention> of(EditedCopy copy) {
        List<Mention> found = new ArrayList<>();
        Set<String> clauses = copy.clauses();
        Set<String> readings = copy.readings();
        for (Lines lines : copy.texts().values()) {
            String text = lines.text();
            Matcher id = ID.matcher(text);
            while (id.find()) {
                boolean isHeading = text.startsWith(HEADING, id.start() - HEADING.length())
                        && (id.start() == HEADING.length() || text.charAt(id.start() - HEADING.length() - 1) == '\n');
                Role role = isHeading ? Role.DEFINES : Role.USES;
                Place place = lines.place(id.start(), id.end());
                if (clauses.contains(id.group())) {
                    found.add(Mention.of(place, Subject.clause(id.group()), role));
                } else if (readings.contains(id.group())) {
                    found.add(Mention.of(place, Subject.reading(id.group()), role));
                }
            }
        }
        return found;
    }
}
