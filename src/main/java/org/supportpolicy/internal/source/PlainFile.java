package org.supportpolicy.internal.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.supportpolicy.Problem;

/**
 * Reads plain files. Nothing else is opened, since a pipe would keep its reader waiting and a device may have no end, and no file is read
 * further than it may go, though it grows meanwhile.
 */
public final class PlainFile {

    private PlainFile() {}

    /** What may be wrong with a file. */
    public enum Fault { MISSING, UNREADABLE, NOT_PLAIN, TOO_LARGE, NOT_UTF8 }

    /** A file was not read. */
    public static final class Unread extends Exception {

        private static final long serialVersionUID = 1L;

        private final Fault fault;
        private final long bytes;
        private final int line;
        private final int column;

        private Unread(Fault fault, long bytes, int line, int column) {
            super(fault.name());
            this.fault = fault;
            this.bytes = bytes;
            this.line = line;
            this.column = column;
        }

        private Unread(Fault fault, IOException cause) {
            this(fault, 0, 0, 0);
            initCause(cause);
        }

        /** What is wrong. */
        public Fault fault() {
            return fault;
        }

        /** How large it is, at least, when it is too large. */
        public long bytes() {
            return bytes;
        }

        /** A problem with the place at which the file ceases to be UTF-8. */
        public Problem at(Problem problem) {
            return problem.at(line, column, null);
        }
    }

    /**
     * The text of a file; a link is followed.
     *
     * @param most the most bytes that it may hold
     */
    public static String text(Path file, int most) throws Unread {
        try {
            Path real = file.toRealPath();
            BasicFileAttributes attributes = Files.readAttributes(real, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!attributes.isRegularFile()) {
                throw new Unread(Fault.NOT_PLAIN, 0, 0, 0);
            }
            if (attributes.size() > most) {
                throw new Unread(Fault.TOO_LARGE, attributes.size(), 0, 0);
            }
            byte[] bytes;
            try (InputStream in = open(real)) {
                bytes = in.readNBytes(most + 1);
            }
            return text(bytes, most);
        } catch (NoSuchFileException e) {
            throw new Unread(Fault.MISSING, e);
        } catch (IOException e) {
            throw new Unread(Fault.UNREADABLE, e);
        }
    }

    /** Opens a file, unless a link has taken its place; in an archive there are none, and it refuses to be told so. */
    private static InputStream open(Path real) throws IOException {
        try {
            return Files.newInputStream(real, LinkOption.NOFOLLOW_LINKS);
        } catch (UnsupportedOperationException e) {
            return Files.newInputStream(real);
        }
    }

    /**
     * The text of what was read elsewhere.
     *
     * @param most the most bytes that it may hold
     */
    public static String text(byte[] bytes, int most) throws Unread {
        if (bytes.length > most) {
            throw new Unread(Fault.TOO_LARGE, bytes.length, 0, 0);
        }
        CharBuffer text = CharBuffer.allocate(bytes.length); // no byte makes more than one character
        boolean whole = !StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), text, true).isError();
        text.flip();
        if (whole) {
            return text.toString();
        }
        int line = 1;
        int begin = 0;
        for (int i = 0; i < text.length(); i++) {
            boolean ends = text.charAt(i) == '\n' || text.charAt(i) == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n');
            line += ends ? 1 : 0;
            begin = ends ? i + 1 : begin;
        }
        throw new Unread(Fault.NOT_UTF8, bytes.length, line, text.length() - begin + 1);
    }
}
