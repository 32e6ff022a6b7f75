package org.supportpolicy.cli;

import java.io.InputStream;

/** An input of one line again and again, a line at a time, which counts how many were read. */
final class ManyLines extends InputStream {

    private final byte[] line;
    private final int lines;
    private int given;

    ManyLines(byte[] line, int lines) {
        this.line = line;
        this.lines = lines;
    }

    /** How many lines were read. */
    int given() {
        return given;
    }

    @Override
    public int read(byte[] bytes, int from, int length) {
        if (given == lines) {
            return -1;
        }
        given++;
        System.arraycopy(line, 0, bytes, from, line.length);
        return line.length;
    }

    @Override
    public int read() {
        throw new UnsupportedOperationException();
    }
}
