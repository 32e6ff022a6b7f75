package org.supportpolicy.internal.words;

import java.util.Locale;

/** What the memo of a policy change says, in English or Dutch. Immutable and thread-safe. */
public final class MemoWords {

    private final Catalogue words;

    /** The words of a language: Dutch for a Dutch locale, English for any other. */
    public MemoWords(Locale locale) {
        words = locale.getLanguage().equals("nl") ? Catalogue.of("words_nl", "memo_nl") : Catalogue.of("words_en", "memo_en");
    }

    /** Whether there are words of a key. */
    public boolean has(String key) {
        return words.has(key);
    }

    /** A phrase with its places filled. */
    public String label(String key, Object... values) {
        return words.label(key, values);
    }
}
