package org.supportpolicy.cli;

import java.util.Locale;

/** Says how many of something there are. */
final class Count {

    private Count() {}

    /** Such as "1 fact set" or "2,000 fact sets". */
    static String of(int number, String one, String many) {
        return of(Locale.ENGLISH, number, one, many);
    }

    /** The same in the numerals of a language. */
    static String of(Locale locale, int number, String one, String many) {
        return String.format(locale, "%,d %s", number, number == 1 ? one : many);
    }

    /** Such as "1 fact set". */
    static String factSets(int number) {
        return of(number, "fact set", "fact sets");
    }
}
