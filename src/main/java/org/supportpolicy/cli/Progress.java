package org.supportpolicy.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A line on a terminal that shows how far files are read; nothing where there is no terminal. Not thread-safe. */
final class Progress {

    private static final int WIDTH = 40;

    private final PrintWriter terminal;
    private final boolean shown;
    private final long total;
    private long read;
    private int drawn = -1;

    /**
     * Begins.
     *
     * @param terminal where the line is drawn
     * @param shown whether that is a terminal, and nothing else is written to it
     * @param files what is read
     */
    Progress(PrintWriter terminal, boolean shown, List<Path> files) throws IOException {
        this.terminal = terminal;
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.exists(file) ? Files.size(file) : 0;
        }
        this.total = Math.max(1, bytes);
        this.shown = shown && bytes > 0;
    }

    /**
     * Begins on standard error, if that is a terminal. It is drawn there past what keeps control characters from it.
     *
     * @param alone whether nothing else goes to that terminal meanwhile
     * @param files what is read
     */
    static Progress onTerminal(boolean alone, List<Path> files) throws IOException {
        return new Progress(new PrintWriter(new FileOutputStream(FileDescriptor.err)), alone && isTerminal(2), files);
    }

    /** Whether a stream of this process is known to be a pipe. */
    static boolean isPipe(int descriptor) {
        try {
            return open(descriptor).matches("(pipe|socket):.*");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private static String open(int descriptor) throws IOException {
        return Files.readSymbolicLink(Path.of("/proc/self/fd", String.valueOf(descriptor))).toString();
    }

    /** Whether a stream of this process, 1 for output or 2 for problems, is a terminal. */
    static boolean isTerminal(int descriptor) {
        try {
            return open(descriptor).matches("/dev/(pts/\\d+|tty.*|console)");
        } catch (IOException | UnsupportedOperationException e) {
            return System.console() != null; // a system that does not say; Java tells only whether input and output both are terminals
        }
    }

    /** A line was read, of so many bytes. */
    void line(int length) {
        read += length + 1L;
        int full = (int) Math.min(WIDTH, read * WIDTH / total);
        if (shown && full != drawn) {
            drawn = full;
            terminal.print("\r[" + "#".repeat(full) + ".".repeat(WIDTH - full) + "] " + Math.min(100, read * 100 / total) + " %");
            terminal.flush();
        }
    }

    /** Everything was read; the line is wiped. */
    void done() {
        if (shown && drawn >= 0) {
            terminal.print("\r" + " ".repeat(WIDTH + 8) + "\r");
            terminal.flush();
        }
    }
}
