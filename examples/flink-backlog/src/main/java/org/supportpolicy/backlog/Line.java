package org.supportpolicy.backlog;

/** A line of a file, or a row of a table. Flink's serializer wants the fields public and a constructor without arguments. */
public final class Line {

    /** The file or the table. */
    public String source = "";
    /** Where it begins in its file, in bytes; or the key of the row. */
    public long position;
    /** What it holds without its end, in UTF-8; nothing when it was cut. */
    public byte[] bytes = {};
    /** Whether it was too long to be kept. */
    public boolean cut;

    /** For Flink, which sets the fields. */
    public Line() {}

    Line(String source, long position, byte[] bytes, boolean cut) {
        this.source = source;
        this.position = position;
        this.bytes = bytes;
        this.cut = cut;
    }

    boolean isBlank() {
        for (byte one : bytes) {
            if (one != ' ' && one != '\t') {
                return false;
            }
        }
        return !cut;
    }
}
