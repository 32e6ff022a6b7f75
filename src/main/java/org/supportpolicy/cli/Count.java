package org.supportpolicy.cli;

import java.util.Locale;

/** Says how many of something there are. */
final class Count {

    private Count() {}

    /** Such as "1 fact set" or "2,000 fact sets", in the numerals of a language. */
    static String of(Locale locale, int number, String one, String many) {
        return String.format(locale, "%,d %s", number, number == 1 ? one : many);
    }
}
