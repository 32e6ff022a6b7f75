package org.supportpolicy.cli;

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

    Progress(PrintWriter terminal, List<Path> files) throws IOException {
        this.terminal = terminal;
        this.shown = System.console() != null;
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.exists(file) ? Files.size(file) : 0;
        }
        this.total = Math.max(1, bytes);
    }

    /** A line was read. */
    void line(String line) {
        read += line.length() + 1;
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
