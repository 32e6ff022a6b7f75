package org.supportpolicy.internal.words;

import java.util.List;

/** Strings things together for the ear. */
final class Lists {

    private Lists() {}

    /** "a, b and c". */
    static String and(List<String> items, Catalogue words) {
        return last(items, words, "and");
    }

    /** "a, b or c". */
    static String or(List<String> items, Catalogue words) {
        return last(items, words, "or");
    }

    private static String last(List<String> items, Catalogue words, String key) {
        int end = items.size() - 1;
        return end < 1 ? String.join("", items) : words.label(key, String.join(", ", items.subList(0, end)), items.get(end));
    }

    /** "a, b, c", with semicolons when a comma stands in one of them. */
    static String plain(List<String> items) {
        return String.join(items.stream().anyMatch(item -> item.contains(", ")) ? "; " : ", ", items);
    }
}
