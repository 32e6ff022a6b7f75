package org.supportpolicy.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Keeps from a terminal what it would obey: control characters, whatever file, ticket or title they come from, are shown by
 * their codes.
 */
final class Screen extends FilterWriter {

    private static final Pattern BREAK = Pattern.compile("[\\n\\r\\t]");

    private Screen(Writer target) {
        super(target);
    }

    /** A writer to print on. */
    static PrintWriter on(Writer target) {
        return new PrintWriter(new Screen(target), false);
    }

    /** A place in a file, on one line whatever the file is called. */
    static String place(Object file, int line) {
        return onOneLine(file) + ":" + line;
    }

    /** A name, whatever it holds, on one line. */
    static String onOneLine(Object name) {
        return BREAK.matcher(name.toString()).replaceAll(found -> code(found.group().charAt(0)));
    }

    private static String code(char character) {
        return String.format(Locale.ROOT, "<U+%04X>", (int) character);
    }

    @Override
    public void write(int character) throws IOException {
        write(new char[] {(char) character}, 0, 1);
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
        write(text.toCharArray(), from, length);
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
        int written = from;
        int end = from + length;
        for (int i = from; i < end; i++) {
            if (Character.isISOControl(text[i]) && !isLayout(text, i, end)) {
                out.write(text, written, i - written);
                out.write(code(text[i]));
                written = i + 1;
            }
        }
        out.write(text, written, end - written);
    }

    /** A line end, of whichever system, or a tab. */
    private static boolean isLayout(char[] text, int at, int end) {
        return text[at] == '\n' || text[at] == '\t' || text[at] == '\r' && at + 1 < end && text[at + 1] == '\n';
    }
}
