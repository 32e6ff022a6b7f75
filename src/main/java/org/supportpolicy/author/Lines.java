package org.supportpolicy.author;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Where the lines of a text begin. Offsets count UTF-16 characters from its start, lines and columns from 1. */
final class Lines {

    private final String file;
    private final String text;
    private final int[] starts;

    /** @param file its path in the working copy */
    Lines(String file, String text) {
        this.file = file;
        this.text = text;
        this.starts = IntStream.concat(IntStream.of(0), IntStream.range(0, text.length()).filter(this::endsLine).map(at -> at + 1)).toArray();
    }

    /** Whether a line ends with a character: a newline, or a return without one. */
    private boolean endsLine(int at) {
        return text.charAt(at) == '\n' || text.charAt(at) == '\r' && !(at + 1 < text.length() && text.charAt(at + 1) == '\n');
    }

    /** The text. */
    String text() {
        return text;
    }

    /** The offset of a line and column; of a column behind the line, where the line ends. */
    int offset(int line, int column) {
        if (line > starts.length) {
            return text.length();
        }
        int start = starts[Math.max(1, line) - 1];
        int end = line < starts.length ? starts[line] - 1 : text.length();
        int before = end > start && text.charAt(end - 1) == '\r' ? end - 1 : end;
        return start + Math.min(Math.max(1, column) - 1, before - start);
    }

    /** The place of what stands between two offsets. */
    Place place(int start, int end) {
        int line = line(start);
        int last = line(end);
        return new Place(file, line, start - starts[line - 1] + 1, last, end - starts[last - 1] + 1);
    }

    /** The line an offset lies on, from 1. */
    int line(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** Where the word begins that stands before an offset. */
    int wordStart(int offset, String others) {
        int start = offset;
        while (start > 0 && isPart(text.charAt(start - 1), others)) {
            start--;
        }
        return start;
    }

    /** Where the word ends that stands at an offset. */
    int wordEnd(int offset, String others) {
        int end = offset;
        while (end < text.length() && isPart(text.charAt(end), others)) {
            end++;
        }
        return end;
    }

    private static boolean isPart(char c, String others) {
        return Character.isLetterOrDigit(c) || c == '_' || others.indexOf(c) >= 0;
    }
}
