package org.supportpolicy.backlog;

/** What is said of a line. Flink's serializer wants the fields public and a constructor without arguments. */
public final class Said {

    /** The file or the table of the line; empty for a count. */
    public String source = "";
    /** The position of the line in it. */
    public long position;
    /** What is said, in UTF-8. */
    public byte[] text = {};

    /** For Flink, which sets the fields. */
    public Said() {}

    Said(String source, long position, byte[] text) {
        this.source = source;
        this.position = position;
        this.text = text;
    }
}
