package org.supportpolicy.json;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.supportpolicy.fact.Limits;

/** How texts of each kind are written, in patterns that JSON Schema understands, as far as patterns can tell. */
final class Patterns {

    private static final String TIME = "(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\\.[0-9]{0,9})?)?";
    private static final String OFFSET = "(?:[Zz]|[+-](?:(?:0[0-9]|1[0-7])(?::[0-5][0-9](?::[0-5][0-9])?)?|18(?::00(?::00)?)?))";
    /** An offset without its colon, which stands behind a {@code T} in upper case only. */
    private static final String BARE_OFFSET = "[+-](?:(?:0[0-9]|1[0-7])[0-5][0-9]|1800)";
    private static final String UNTIL_2999 = day("(?:19|2[0-9])[0-9]{2}", "(?:19|2[0-9])(?:0[48]|[2468][048]|[13579][26])|2[048]00");
    private static final String UNTIL_9999 = day("(?:19|[2-9][0-9])[0-9]{2}",
            "(?:19|[2-9][0-9])(?:0[48]|[2468][048]|[13579][26])|(?:[2468][048]|[3579][26])00");
    private static final String MIDNIGHT = "00:00(?::00(?:\\.0*)?)?";
    private static final String NUMBER = "[+-]?[0-9]+";
    private static final String SECONDS = NUMBER + "(?:[.,][0-9]{0,9})?";
    /** What {@link String#isBlank} does not take for white space. */
    private static final String VISIBLE = "[^\\t-\\r\\u001C-\\u0020\\u1680\\u2000-\\u2006\\u2008-\\u200A\\u2028\\u2029\\u205F\\u3000]";

    private Patterns() {}

    /** A day that exists, in years and leap years of a form. */
    private static String day(String year, String leapYear) {
        return "(?:" + year + "-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
                + "|02-(?:0[1-9]|1[0-9]|2[0-8]))|(?:" + leapYear + ")-02-29)";
    }

    /**
     * How texts of a kind are written; nothing for a kind that has no patterns.
     *
     * @param wide whether more is taken than elsewhere: years behind the last, an amount of zero
     */
    static Map<String, Object> of(Class<?> kind, boolean wide) {
        if (kind == Instant.class) {
            return text(whole(instants(wide)));
        } else if (kind == LocalDate.class) {
            Map<String, Object> date = text(whole(wide ? UNTIL_9999 : UNTIL_2999));
            date.put("format", "date");
            return date;
        } else if (kind == Duration.class) {
            String some = wide ? "^(?=.*[1-9])" : "^";
            return but(text("^[+-]?[Pp](?=[0-9Tt+-])(?:" + NUMBER + "[Dd])?(?:[Tt](?=[0-9+-])(?:" + NUMBER + "[Hh])?(?:" + NUMBER
                    + "[Mm])?(?:" + SECONDS + "[Ss])?)?$"), wide ? "^$" : "^[^1-9]*$", some + "-[^-]*$",
                    some + "\\+?[Pp](?:[Tt]|-[0-9]+[DdHhMm]|-[0-9.,]+[Ss])+$");
        } else if (kind == Period.class) {
            return but(text("^[+-]?[Pp](?=[0-9+-])(?:" + NUMBER + "[Yy])?(?:" + NUMBER + "[Mm])?(?:" + NUMBER + "[Ww])?(?:" + NUMBER
                    + "[Dd])?$"), "^-[^-]*[1-9][^-]*$", "^\\+?[Pp].*-0*[1-9][0-9]*[YyMm]",
                    "^\\+?[Pp][^Ww]*-0*[1-9][0-9]*[Dd]$", "^\\+?[Pp][^Dd]*-0*[1-9][0-9]*[Ww]$");
        }
        return kind == ZoneId.class ? text("^(?:[A-Za-z][A-Za-z0-9~/._+-]+|Z|(?:UTC|GMT|UT)?[+-][0-9:]+)$") : new LinkedHashMap<>();
    }

    /** The days about the ends of the years are there for instants that lie on another day in UTC. */
    private static String instants(boolean window) {
        String day = window ? "(?:" + UNTIL_9999 + "|1899-12-31|\\+" + (Limits.LAST_YEAR_OF_WINDOWS + 1) + "-01-01)"
                : "(?:" + UNTIL_2999 + "|1899-12-31|" + (Limits.LAST_YEAR + 1) + "-01-01)";
        return day + "(?:[Tt]" + TIME + OFFSET + "|T" + TIME + BARE_OFFSET + ")";
    }

    /** An instant as decisions have it, in whatever year a window ends. */
    static Map<String, Object> written() {
        return text("^[+-]?[0-9]{4,}-[0-9]{2}-[0-9]{2}T" + TIME + OFFSET + "$");
    }

    /** A date as decisions have it. */
    static Map<String, Object> writtenDate() {
        return text("^[+-]?[0-9]{4,}-[0-9]{2}-[0-9]{2}$");
    }

    /** The beginning of a span of hours. */
    static Map<String, Object> opens() {
        return text(whole(TIME));
    }

    /** The end of a span of hours, which is written {@code 24:00} at midnight. */
    static Map<String, Object> closes() {
        return but(text("^(?:" + TIME + "|24:00)$"), "^" + MIDNIGHT + "$");
    }

    /** A text that says something. */
    static Map<String, Object> said() {
        return text(VISIBLE);
    }

    private static Map<String, Object> text(String pattern) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "string");
        schema.put("pattern", pattern);
        return schema;
    }

    private static String whole(String pattern) {
        return "^" + pattern + "$";
    }

    private static Map<String, Object> but(Map<String, Object> schema, String... others) {
        List<Object> not = List.<String>of(others).stream().map(each -> (Object) Map.of("pattern", each)).toList();
        schema.put("not", not.size() == 1 ? not.get(0) : Map.of("anyOf", not));
        return schema;
    }
}
