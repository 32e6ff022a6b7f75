package org.supportpolicy.author;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.supportpolicy.Problem;

/** Finds the piece of a file that a problem is about, and what may put it right. */
final class Fixes {

    private static final String NOT_IMPORTED = "SP-R040";

    private Fixes() {}

    /**
     * A piece of a file.
     *
     * @param lines the file
     * @param file its path in the copy
     * @param start where it begins
     * @param end where it ends
     */
    record Located(Lines lines, String file, int start, int end) {

        Place place() {
            return lines.place(start, end);
        }

        String text() {
            return lines.text().substring(start, end);
        }
    }

    /** The word that a problem is about; of one with dots, all of it when that is what was meant. */
    static Optional<Located> locate(Path directory, EditedCopy copy, Problem problem) {
        String source = problem.source();
        String within = directory + File.separator;
        if (source == null || !source.startsWith(within)) {
            return Optional.empty();
        }
        String file = source.substring(within.length()).replace('\\', '/');
        return copy.lines(file).map(lines -> {
            int at = lines.offset(problem.line(), problem.column());
            String text = lines.text();
            boolean isRule = file.endsWith(".drl");
            int begin = at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'') && !isRule ? at + 1 : at;
            boolean dotted = problem.meant() != null && problem.meant().contains(".");
            String parts = dotted ? ".-" : isRule && !isInText(text, at) ? "$" : "-";
            int start = dotted ? lines.wordStart(begin, parts) : begin;
            int end = lines.wordEnd(begin, parts);
            return new Located(lines, file, start, end > start ? end : start + sign(text, start));
        });
    }

    /** Whether a text has begun on the line and has not ended. */
    private static boolean isInText(String text, int at) {
        boolean in = false;
        for (int i = text.lastIndexOf('\n', Math.max(0, at - 1)) + 1; i < at; i++) {
            in ^= text.charAt(i) == '"';
        }
        return in;
    }

    /** How many characters the sign has that stands somewhere; none at the end of a line. */
    private static int sign(String text, int at) {
        if (at >= text.length() || Character.isWhitespace(text.charAt(at))) {
            return 0;
        }
        int end = at;
        while (end < text.length() && "=<>!&|".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return Math.max(Character.charCount(text.codePointAt(at)), end - at);
    }

    /** The word that was meant, or the import that is missing. */
    static Optional<Fix> of(EditedCopy copy, Problem problem, Located at) {
        if (problem.meant() != null) {
            return at.start == at.end ? Optional.empty() : Optional.of(new Fix(Problem.of("editing.change", problem.meant()).said(), problem,
                    List.of(new TextEdit(at.place(), problem.meant()))));
        }
        Imports imports = problem.code().equals(NOT_IMPORTED) ? Imports.of(copy, at.file) : null;
        return imports == null ? Optional.empty() : imports.adding(at.text()).map(edit -> new Fix(
                Problem.of("editing.import", at.text()).said(), problem, List.of(edit)));
    }
}
