package org.supportpolicy.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.Problem;

/** The text of a rule file, in which words are found and problems are placed. Not thread-safe. */
final class SourceText {

    private static final Pattern COMMENT = Pattern.compile("(\"(?:[^\"\\\\\\n]|\\\\.)*\")|//[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern MASKED = Pattern.compile("//[^\\n]*|/\\*.*?\\*/|\"(?:[^\"\\\\\\n]|\\\\.)*\"", Pattern.DOTALL);

    private final RuleFile file;
    private final List<String> lines;
    private final int[] starts;
    private final String masked;
    private final String code;
    private final List<Problem> problems = new ArrayList<>();

    SourceText(RuleFile file) {
        this.file = file;
        this.lines = List.of(file.text().split("\n", -1));
        this.starts = new int[lines.size()];
        for (int i = 1; i < starts.length; i++) {
            starts[i] = starts[i - 1] + lines.get(i - 1).length() + 1;
        }
        this.masked = MASKED.matcher(file.text()).replaceAll(found -> found.group().replaceAll("[^\\n]", " "));
        this.code = COMMENT.matcher(file.text()).replaceAll(found -> Matcher.quoteReplacement(
                found.group(1) != null ? found.group() : found.group().replaceAll("[^\\n]", " ")));
    }

    RuleFile file() {
        return file;
    }

    /** The text with comments and strings blanked out, every other character in its place. */
    String masked() {
        return masked;
    }

    /** The text with comments blanked out, every other character in its place. */
    String code() {
        return code;
    }

    /** The line an offset lies on, from 1. */
    int lineOf(int offset) {
        int line = 0;
        while (line + 1 < starts.length && starts[line + 1] <= offset) {
            line++;
        }
        return line + 1;
    }

    List<Problem> problems() {
        return problems;
    }

    /** A line, from 1. */
    String line(int number) {
        return lines.get(Math.min(Math.max(number, 1), lines.size()) - 1);
    }

    /** The offset of a line and column, both from 1. */
    int offset(int line, int column) {
        return starts[Math.min(Math.max(line, 1), starts.length) - 1] + Math.max(0, column - 1);
    }

    /** The offset of a word at or after an offset, outside comments and strings; the offset itself when it is not there. */
    int find(String word, int from) {
        Matcher matcher = Pattern.compile("(?<![\\w$])" + Pattern.quote(word) + "(?!\\w)").matcher(masked);
        return matcher.find(Math.min(from, masked.length())) ? matcher.start() : from;
    }

    /** The offset of a piece of text at or after an offset, wherever it stands; the offset itself when it is not there. */
    int findRaw(String piece, int from) {
        int at = file.text().indexOf(piece, from);
        return at < 0 ? from : at;
    }

    void add(String code, int offset, String message, @Nullable String advice) {
        int line = lineOf(offset) - 1;
        Problem problem = Problem.untranslated(code, file.name(), line + 1, offset - starts[line] + 1, null, message, advice, lines.get(line).replace("\r", ""));
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }

}
