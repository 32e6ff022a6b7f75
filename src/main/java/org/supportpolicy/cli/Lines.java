package org.supportpolicy.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;

/** Reads lines of UTF-8 that may come when they like and be of any length. Not thread-safe. */
final class Lines implements Closeable {

    /** The most bytes of a line, or of an object over several lines. What is longer is passed over, not kept. */
    static final int LONGEST = 10_000_000;

    /** What has no end of a line in so many bytes is no text of lines, and is read no further. */
    static final long ENDLESS = 1_000_000_000;

    private static final int BUFFER = 64 * 1024;

    private final InputStream in;
    private final Runnable beforeWaiting;
    /** What was read and not yet given stands from begin to end; up to scanned there is no end of a line in it. */
    private byte[] buffer = new byte[BUFFER];
    private int begin;
    private int scanned;
    private int end;
    private int number;
    private boolean ended;
    private boolean cut;
    private long passedOver;
    private boolean afterReturn;

    /**
     * Begins.
     *
     * @param in where the lines come from
     * @param beforeWaiting is run before lines are waited for
     */
    Lines(InputStream in, Runnable beforeWaiting) {
        this.in = in;
        this.beforeWaiting = beforeWaiting;
    }

    /**
     * A line as it was read.
     *
     * @param number its number, from 1
     * @param bytes what it holds without its end; nothing when it was cut
     * @param cut whether it was too long to be kept
     * @param endless whether it was so long that nothing more is read
     */
    record Line(int number, byte[] bytes, boolean cut, boolean endless) {

        /** Whether it holds nothing but white space. */
        boolean isBlank() {
            return !cut && last() < 0;
        }

        /** Whether its last character that is no white space is another. */
        boolean endsWith(char character) {
            return last() >= 0 && bytes[last()] == character;
        }

        private int last() {
            int last = bytes.length - 1;
            while (last >= 0 && (bytes[last] == ' ' || bytes[last] == '\t')) {
                last--;
            }
            return last;
        }

        /**
         * The text.
         *
         * @param source what problems call the text that the line stands in
         * @throws PolicyException if the line was too long, or is not UTF-8
         */
        String text(String source) {
            if (endless) {
                throw new PolicyException("The input", List.of(Problem.of("SP-I001.endless", ENDLESS).in(source).at(number, 1, null)));
            } else if (cut) {
                throw tooLong(source, number);
            }
            String text = new String(bytes, StandardCharsets.UTF_8);
            if (text.indexOf('\uFFFD') >= 0) {
                refuseOtherThanUtf8(source);
            }
            return text;
        }

        private void refuseOtherThanUtf8(String source) {
            CharBuffer read = CharBuffer.allocate(bytes.length);
            if (StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), read, true).isError()) {
                throw new PolicyException("The input",
                        List.of(Problem.of("SP-I008.line").in(source).at(number, read.position() + 1, null)));
            }
        }
    }

    /** That a line, or an object that goes on in it, has too many bytes. */
    static PolicyException tooLong(String source, int line) {
        return new PolicyException("The input", List.of(Problem.of("SP-I001.line", LONGEST).in(source).at(line, 1, null)));
    }

    /** Whether the next line, or the end, can be had without waiting. */
    boolean ready() {
        try {
            while (lineEnd() < 0 && !ended) {
                if (in.available() <= 0) {
                    return false;
                }
                fill();
            }
            return true;
        } catch (IOException e) {
            return true; // whoever reads the line meets it again
        }
    }

    /** The next line; null at the end. */
    @Nullable Line next() throws IOException {
        int to = lineEnd();
        while (to < 0 && !ended) {
            if (in.available() <= 0) {
                beforeWaiting.run();
            }
            fill();
            to = lineEnd();
        }
        if (to < 0 && begin == end && !cut) {
            return null;
        }
        to = to < 0 ? end : to;
        boolean tooLong = cut || to - begin > LONGEST;
        Line line = new Line(++number, tooLong ? new byte[0] : Arrays.copyOfRange(buffer, begin, to), tooLong, passedOver > ENDLESS);
        afterReturn = to < end && buffer[to] == '\r';
        begin = Math.min(end, to + 1);
        scanned = begin;
        cut = false;
        passedOver = 0;
        return line;
    }

    /** Where the line ends in what was read; -1 when it goes on. */
    private int lineEnd() {
        if (afterReturn && begin < end) {
            begin += buffer[begin] == '\n' ? 1 : 0;
            scanned = begin;
            afterReturn = false;
        }
        while (scanned < end) {
            byte here = buffer[scanned];
            if (here == '\n' || here == '\r') {
                return scanned;
            }
            scanned++;
        }
        return -1;
    }

    /** Reads more, waiting for it if need be. */
    private void fill() throws IOException {
        if (end - begin > LONGEST) {
            cut = true;
            passedOver += end - begin;
            begin = end;
        }
        if (passedOver > ENDLESS) {
            ended = true;
            return;
        }
        System.arraycopy(buffer, begin, buffer, 0, end - begin);
        scanned -= begin;
        end -= begin;
        begin = 0;
        if (end == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * end);
        }
        int read = in.read(buffer, end, buffer.length - end);
        ended = read < 0;
        end += Math.max(0, read);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
