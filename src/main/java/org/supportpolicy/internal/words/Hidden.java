package org.supportpolicy.internal.words;

/** What a person cannot see in a text: controls, and what turns its direction around or takes no room in it. */
public final class Hidden {

    private Hidden() {}

    /** Whether a character cannot be seen; tabs and ends of lines can. */
    public static boolean is(char c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c != '\t' && c != '\n' && c != '\r';
            case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    /** A text that shows a sign for each such character, so that a terminal does not obey it. */
    public static String shown(String text) {
        StringBuilder shown = new StringBuilder(text);
        for (int i = 0; i < shown.length(); i++) {
            if (is(shown.charAt(i))) {
                shown.setCharAt(i, '\ufffd');
            }
        }
        return shown.toString();
    }
}
