package org.supportpolicy.json;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import org.supportpolicy.internal.words.Words;

/** A JSON text that is being written, in UTF-8; it sets the commas itself. Not thread-safe. */
final class JsonText {

    private static final byte[] HEXADECIMAL = ascii("0123456789ABCDEF");
    private static final byte[] TRUE = ascii("true");
    private static final byte[] FALSE = ascii("false");

    private static final int LONGEST_ESCAPE = 6;

    private byte[] bytes;
    private int length;

    /** @param expected how many bytes it will probably take; it grows as it must */
    JsonText(int expected) {
        bytes = new byte[expected];
    }

    /** A text as it stands in JSON, in quotes; for what is written many times. */
    static byte[] quoted(String text) {
        JsonText json = new JsonText(text.length() + 16);
        json.text(text);
        return json.toBytes();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Begins again. */
    void clear() {
        length = 0;
    }

    /** Opens an object or an array. */
    void open(char bracket) {
        separate(1);
        bytes[length++] = (byte) bracket;
    }

    /** Closes what was opened. */
    void close(char bracket) {
        reserve(1);
        bytes[length++] = (byte) bracket;
    }

    /** Writes the name of a member, in plain ASCII; its value must follow. */
    @SuppressWarnings("deprecation") // copies the low byte of each character, which is all there is of ASCII
    void name(String name) {
        separate(name.length() + 3);
        bytes[length++] = '"';
        name.getBytes(0, name.length(), bytes, length);
        length += name.length();
        bytes[length++] = '"';
        bytes[length++] = ':'; // no comma comes after it
    }

    /** Writes a text in quotes, and says where it begins. */
    @SuppressWarnings("deprecation") // copies the low byte of each character, which is all there is of ASCII
    int text(String text) {
        if (!isPlain(text)) {
            return escapedText(text);
        }
        int size = text.length();
        separate(size + 2);
        int begin = length;
        bytes[length++] = '"';
        text.getBytes(0, size, bytes, length);
        length += size;
        bytes[length++] = '"';
        return begin;
    }

    /** Whether a text is ASCII of which nothing has to be escaped, as nearly all are. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character < ' ' || character > '~' || character == '"' || character == '\\') {
                return false;
            }
        }
        return true;
    }

    private int escapedText(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        separate(utf8.length + 2);
        int begin = length;
        bytes[length++] = '"';
        int done = 0;
        for (int i = 0; i < utf8.length; i++) {
            if (isEscaped(utf8[i])) {
                copy(utf8, done, i);
                reserve(LONGEST_ESCAPE + utf8.length - i);
                escape(utf8[i]);
                done = i + 1;
            }
        }
        copy(utf8, done, utf8.length);
        bytes[length++] = '"';
        return begin;
    }

    void number(int number) {
        raw(ascii(Integer.toString(number)));
    }

    void truth(boolean truth) {
        raw(truth ? TRUE : FALSE);
    }

    /** Writes a number, a truth, an instant in a zone, or the text of anything else. */
    void value(Object value, ZoneId zone) {
        if (value instanceof Integer number) {
            number(number);
        } else if (value instanceof Boolean truth) {
            truth(truth);
        } else {
            text(value instanceof Instant instant ? Words.instant(instant, zone) : value.toString());
        }
    }

    /** Writes a value, or members of an object, that are JSON already. */
    void raw(byte[] json) {
        separate(json.length);
        copy(json, 0, json.length);
    }

    /** Writes a value again that stands in the text already. */
    void again(int begin, int end) {
        separate(end - begin);
        copy(bytes, begin, end);
    }

    int length() {
        return length;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    /** Control characters, the quote and the backslash; the bytes of other characters than ASCII are negative. */
    private static boolean isEscaped(byte utf8) {
        return utf8 >= 0 && utf8 < ' ' || utf8 == '"' || utf8 == '\\';
    }

    private void escape(byte character) {
        bytes[length++] = '\\';
        switch (character) {
            case '\b' -> bytes[length++] = 'b';
            case '\t' -> bytes[length++] = 't';
            case '\n' -> bytes[length++] = 'n';
            case '\f' -> bytes[length++] = 'f';
            case '\r' -> bytes[length++] = 'r';
            case '"', '\\' -> bytes[length++] = character;
            default -> copy(new byte[] {'u', '0', '0', HEXADECIMAL[character >> 4], HEXADECIMAL[character & 15]}, 0, 5);
        }
    }

    /** Sets a comma where one belongs, and makes room for what comes after it. */
    private void separate(int room) {
        reserve(room + 1);
        byte last = length == 0 ? (byte) '{' : bytes[length - 1];
        if (last != '{' && last != '[' && last != ':') {
            bytes[length++] = ',';
        }
    }

    private void reserve(int room) {
        if (length + room > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + room, 2 * bytes.length));
        }
    }

    private void copy(byte[] from, int start, int end) {
        System.arraycopy(from, start, bytes, length, end - start);
        length += end - start;
    }
}
