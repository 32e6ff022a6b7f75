package org.supportpolicy.internal.words;

import java.util.Arrays;
import java.util.Locale;

/** What the memo of a policy change and the policy book say, in English or Dutch. Immutable and thread-safe. */
public final class MemoWords {

    private final Catalogue words;
    private final Locale locale;

    /** The words of a language: Dutch for a Dutch locale, English for any other. */
    public MemoWords(Locale locale) {
        this.locale = locale;
        words = locale.getLanguage().equals("nl") ? Catalogue.of("words_nl", "memo_nl", "book_nl")
                : Catalogue.of("words_en", "memo_en", "book_en");
    }

    /** Whether there are words of a key. */
    public boolean has(String key) {
        return words.has(key);
    }

    /** A phrase with its places filled. */
    public String label(String key, Object... values) {
        return words.label(key, values);
    }

    /** A phrase about so many, whose number is its last place; one has a phrase of its own. */
    public String counted(String key, int count, Object... values) {
        Object[] all = Arrays.copyOf(values, values.length + 1);
        all[values.length] = number(count);
        return words.label(count == 1 ? key + ".one" : key, all);
    }

    /** A number in the numerals of the language. */
    public String number(int number) {
        return String.format(locale, "%,d", number);
    }
}
