package org.supportpolicy.backlog;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.fs.Path;

/** Finds the number of a line whose position is known, by counting the lines before it. It is asked for bad lines only. Not thread-safe. */
final class LineNumbers {

    private static final int BUFFER = 256 * 1024;

    /** How far lines were counted last: positions mostly grow, and what lies before is not read again. */
    private String source = "";
    private long position;
    private int number = 1;

    /** The number of a line of a file, from 1. */
    int of(Line line) {
        try {
            if (!line.source.equals(source) || line.position < position) {
                source = line.source;
                position = 0;
                number = 1;
            }
            count(line.position);
            return number;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void count(long to) throws IOException {
        Path file = new Path(source);
        try (FSDataInputStream from = file.getFileSystem().open(file)) {
            from.seek(position);
            InputStream in = new BufferedInputStream(from, BUFFER);
            boolean afterReturn = false;
            for (; position < to; position++) {
                int one = in.read();
                if (one == '\r' || one == '\n' && !afterReturn) {
                    number++;
                }
                afterReturn = one == '\r';
            }
        }
    }
}
