package org.supportpolicy.backlog;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads the lines of a piece of a file: those that begin in it. Lines end as they do for the command line. Not thread-safe. */
final class LineReader implements Closeable {

    /** The most bytes of a line. What is longer is passed over, not kept. */
    static final int LONGEST = 10_000_000;

    private static final int BUFFER = 256 * 1024;

    private final InputStream in;
    private final String source;
    private final long pieceEnd;
    private byte[] buffer = new byte[BUFFER];
    /** What was read and not yet given stands from begin to end. */
    private int begin;
    private int end;
    /** Where begin is in the file. */
    private long position;
    private boolean ended;

    /**
     * Begins.
     *
     * @param in the file from the position on
     * @param source what its lines name as their source
     * @param position where the next line begins
     * @param pieceEnd a line that begins here or later is left to the reader of another piece
     */
    LineReader(InputStream in, String source, long position, long pieceEnd) {
        this.in = in;
        this.source = source;
        this.position = position;
        this.pieceEnd = pieceEnd;
    }

    /** Passes over the rest of a line of the piece before; the reader begins a byte before its own to see whether there is one. */
    void skipRest() throws IOException {
        line();
    }

    /** The next line; null at the end of the piece. */
    @Nullable Line next() throws IOException {
        return position < pieceEnd ? line() : null;
    }

    private @Nullable Line line() throws IOException {
        long start = position;
        int scanned = begin;
        boolean cut = false;
        while (true) {
            while (scanned < end && buffer[scanned] != '\n' && buffer[scanned] != '\r') {
                scanned++;
            }
            if (scanned < end || ended) {
                break;
            }
            if (scanned - begin > LONGEST) {
                cut = true;
                pass(scanned);
            }
            scanned -= fill();
        }
        if (scanned == begin && scanned == end && !cut) {
            return null;
        }
        cut |= scanned - begin > LONGEST;
        Line line = new Line(source, start, cut ? new byte[0] : Arrays.copyOfRange(buffer, begin, scanned), cut);
        passEnd(scanned);
        return line;
    }

    private void passEnd(int lineEnd) throws IOException {
        if (lineEnd == end) {
            pass(lineEnd);
            return;
        }
        boolean isReturn = buffer[lineEnd] == '\r';
        pass(lineEnd + 1);
        if (isReturn && begin == end && !ended) {
            fill();
        }
        if (isReturn && begin < end && buffer[begin] == '\n') {
            pass(begin + 1);
        }
    }

    private void pass(int to) {
        position += to - begin;
        begin = to;
    }

    /** Reads more; returns by how much what was read moved to the front. */
    private int fill() throws IOException {
        int moved = begin;
        System.arraycopy(buffer, begin, buffer, 0, end - begin);
        end -= begin;
        begin = 0;
        if (end == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * end);
        }
        int read = in.read(buffer, end, buffer.length - end);
        ended = read < 0;
        end += Math.max(0, read);
        return moved;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
