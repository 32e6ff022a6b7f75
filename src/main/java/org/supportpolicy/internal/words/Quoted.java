package org.supportpolicy.internal.words;

/** What stands in a file, as a problem can quote it: on one line, not too long, and with nothing in it that cannot be seen. */
public final class Quoted {

    private static final int LONGEST = 500;

    private Quoted() {}

    /** Whether a character takes no room, or turns around or breaks what stands beside it. */
    public static boolean isHidden(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character != '\t' && character != '\n' && character != '\r';
            case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE -> true;
            default -> character >= 0x2060 && character <= 0x206f;
        };
    }

    private static boolean breaks(int character) {
        return isHidden(character) || character == '\n' || character == '\r';
    }

    /** How a character that cannot be seen is named. */
    public static String code(int character) {
        return String.format(java.util.Locale.ROOT, "U+%04X", character);
    }

    /** A piece of a file, what cannot be seen in it named, what is too long of it left out. */
    public static String piece(String text) {
        return piece(text, LONGEST);
    }

    /** The same with the most characters of it that are quoted. */
    public static String piece(String text, int most) {
        if (text.length() <= most && isPlain(text)) {
            return text;
        }
        StringBuilder piece = new StringBuilder();
        int at = 0;
        while (at < text.length() && piece.length() < most) {
            int character = text.codePointAt(at);
            if (breaks(character)) {
                piece.append('<').append(code(character)).append('>');
            } else {
                piece.appendCodePoint(character);
            }
            at += Character.charCount(character);
        }
        return at < text.length() ? piece.append('…').toString() : piece.toString();
    }

    /** Whether all of a text can be seen, on one line; asked of every text that a decision is written with. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return text.codePoints().noneMatch(Quoted::breaks);
            }
        }
        return true;
    }

    /** A line of a file, as many characters long as it is. */
    public static String line(String text) {
        StringBuilder line = new StringBuilder(text);
        text.codePoints().filter(Quoted::breaks).distinct().mapToObj(Character::toString)
                .forEach(hidden -> replace(line, hidden));
        return line.toString();
    }

    private static void replace(StringBuilder line, String hidden) {
        for (int at = line.indexOf(hidden); at >= 0; at = line.indexOf(hidden, at)) {
            line.replace(at, at + hidden.length(), "\ufffd".repeat(hidden.length()));
        }
    }
}
