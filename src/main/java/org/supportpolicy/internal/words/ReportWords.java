package org.supportpolicy.internal.words;

import java.util.Arrays;
import java.util.Locale;
import org.supportpolicy.Problem;

/** What the reports of the bench, the memo of a policy change and the policy book say, in English or Dutch. Immutable and thread-safe. */
public final class ReportWords {

    private static final int COLUMN = 9;
    private static final ReportWords ENGLISH = new ReportWords(Catalogue.of("words_en", "memo_en", "reports_en", "book_en"));
    private static final ReportWords DUTCH = new ReportWords(Catalogue.of("words_nl", "memo_nl", "reports_nl", "book_nl"));

    private final Catalogue words;

    private ReportWords(Catalogue words) {
        this.words = words;
    }

    /** The words of a language: Dutch for a Dutch locale, English for any other. */
    public static ReportWords of(Locale locale) {
        return locale.getLanguage().equals("nl") ? DUTCH : ENGLISH;
    }

    /** A phrase in both languages. A value that is said differently in the two languages is a {@link Problem.Said}. */
    public static Problem.Said said(String key, Object... values) {
        return new Problem.Said(ENGLISH.filled(key, values), DUTCH.filled(key, values));
    }

    private String filled(String key, Object... values) {
        return words.label(key, Arrays.stream(values).map(value -> value instanceof Problem.Said said ? said.in(words.locale()) : value)
                .toArray());
    }

    /** Whether there are words of a key. */
    public boolean has(String key) {
        return words.has(key);
    }

    /** A phrase with its places filled. */
    public String label(String key, Object... values) {
        return words.label(key, values);
    }

    /** What an answer of a decision is called; its key where it has no words. */
    public String answer(String key) {
        return has("answer." + key) ? label("answer." + key) : key;
    }

    /** A phrase about so many, whose number is its last place; one has a phrase of its own. */
    public String counted(String key, int count, Object... values) {
        Object[] all = Arrays.copyOf(values, values.length + 1);
        all[values.length] = number(count);
        return words.label(count == 1 ? key + ".one" : key, all);
    }

    /** A number in the numerals of the language. */
    public String number(int number) {
        return String.format(words.locale(), "%,d", number);
    }

    /** The same, right in a column. */
    public String column(int number) {
        return String.format(words.locale(), "%," + COLUMN + "d", number);
    }

    /** A share from 0 to 1 in hundredths, with one decimal. */
    public String percentage(double share) {
        return String.format(words.locale(), "%.1f", 100 * share);
    }

    /** A place in a file, on one line whatever the file is called. */
    public static String place(String file, int line) {
        return Quoted.piece(file) + ":" + line;
    }

    /** What the section of a space of combinations is called, or where else fact sets come from. */
    public String section(String name) {
        String key = "section." + name.replace(' ', '_');
        return words.has(key) ? words.label(key) : name;
    }
}
