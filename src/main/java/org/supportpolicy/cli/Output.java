package org.supportpolicy.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.Problem;

/** Where results go. What cannot be written ends the run, at whatever depth, so that nothing half-written is taken for all. */
final class Output extends OutputStream {

    private static final byte[] LINE_END = System.lineSeparator().getBytes(StandardCharsets.US_ASCII);

    private final OutputStream target;
    private final @Nullable Path file;
    private @Nullable Failed failure;

    private Output(OutputStream target, @Nullable Path file) {
        this.target = target;
        this.file = file;
    }

    /** Something was not written. Unchecked, and no IOException: writers of the JDK keep those to themselves. */
    static final class Failed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient @Nullable Path file;

        private Failed(@Nullable Path file, IOException cause) {
            super(cause);
            this.file = file;
        }

        /** Whether it is standard output that fails. */
        boolean isStandard() {
            return file == null;
        }

        /** Whether nobody reads standard output any more, as after {@code | head -1}. */
        boolean isClosedPipe() {
            return file == null && ("Broken pipe".equals(getCause().getMessage()) || Progress.isPipe(1));
        }

        /** What is wrong. */
        Problem problem() {
            IOException cause = (IOException) getCause();
            if (file == null) {
                return Problem.of("SP-W010", why(cause));
            }
            Object why = Files.isDirectory(file) ? Problem.of("why.directory").said() : why(cause);
            return Problem.of("SP-W010.file", why).in(file.toString());
        }

        private static Object why(IOException cause) {
            if (cause instanceof AccessDeniedException || cause instanceof NoSuchFileException) {
                return Problem.of(cause instanceof AccessDeniedException ? "why.denied" : "why.no-directory").said();
            }
            String reason = cause instanceof FileSystemException ? ((FileSystemException) cause).getReason() : cause.getMessage();
            return reason == null ? cause.getClass().getSimpleName() : reason;
        }
    }

    /** Standard output. */
    static Output standard(OutputStream target) {
        return new Output(target, null);
    }

    /** A file, whose former content is gone. */
    static Output to(OutputFile file) {
        try {
            return new Output(new BufferedOutputStream(Files.newOutputStream(file.path())), file.path());
        } catch (IOException e) {
            throw new Failed(file.path(), e);
        }
    }

    /** Writes a whole file. */
    static void write(OutputFile file, String text) {
        try (Output out = to(file)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private interface Work {
        void work() throws IOException;
    }

    private void attempt(Work work) {
        if (failure != null) {
            throw failure;
        }
        try {
            work.work();
        } catch (IOException e) {
            failure = new Failed(file, e);
            throw failure;
        }
    }

    @Override
    public void write(int one) {
        attempt(() -> target.write(one));
    }

    @Override
    public void write(byte[] bytes) {
        write(bytes, 0, bytes.length);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        attempt(() -> target.write(bytes, from, length));
    }

    /** Writes a text and the end of its line. */
    void line(String text) {
        line(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a text in UTF-8 and the end of its line. */
    void line(byte[] text) {
        write(text);
        write(LINE_END);
    }

    @Override
    public void flush() {
        attempt(target::flush);
    }

    @Override
    public void close() {
        if (failure == null) {
            attempt(target::close);
            return;
        }
        try {
            target.close();
        } catch (IOException e) {
            failure.addSuppressed(e); // it was thrown before
        }
    }
}
