package org.supportpolicy.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.supportpolicy.fact.BadFactException;
import org.supportpolicy.fact.OpenSpan;

/** Times are read and refused as Java does it, however they are written. */
class PlainTimesTest {

    private static final String DIGITS_AND_OTHERS = "0123456789012345678901234567890123456789-+:.TZtz PHMD/é٣";

    private final Random random = new Random(5);

    @Test
    void timesAreReadAsJavaReadsThem() {
        for (int i = 0; i < 20_000; i++) {
            String date = String.format(Locale.ROOT, "%04d-%02d-%02d", random.nextInt(10_000), random.nextInt(14), random.nextInt(33));
            String time = String.format(Locale.ROOT, "%02d:%02d", random.nextInt(26), random.nextInt(62));
            String offset = random.nextInt(3) == 0 ? "Z" : String.format(Locale.ROOT, "%s%02d:%02d", random.nextBoolean() ? "+" : "-", random.nextInt(20), random.nextInt(61));
            same(date + "T" + time + String.format(Locale.ROOT, ":%02d", random.nextInt(62)) + offset, PlainTimes::instant,
                    text -> OffsetDateTime.parse(text.replaceFirst("(T[0-9:.,]+[+-][0-9]{2})([0-9]{2})$", "$1:$2")).toInstant());
            same(date, PlainTimes::date, LocalDate::parse);
            same(time, text -> OpenSpan.of(text, "24:00").from(), LocalTime::parse);
            same("PT" + random.nextInt(2_000_000) + (random.nextBoolean() ? "H" : "M"), PlainTimes::duration, Duration::parse);
            same("P" + random.nextInt(2_000_000) + (random.nextBoolean() ? "D" : "W"), PlainTimes::period, Period::parse);
        }
    }

    /** The text, and the text with a character changed, left out or added. */
    private void same(String text, Function<String, ?> read, Function<String, ?> java) {
        assertThat(outcome(text, read)).as(text).isEqualTo(outcome(text, java));
        int at = random.nextInt(text.length());
        String other = text.substring(0, at) + (random.nextInt(3) > 0 ? DIGITS_AND_OTHERS.charAt(random.nextInt(DIGITS_AND_OTHERS.length())) : "")
                + text.substring(at + random.nextInt(2));
        assertThat(outcome(other, read)).as(other).isEqualTo(outcome(other, java));
    }

    private static Object outcome(String text, Function<String, ?> read) {
        try {
            return read.apply(text);
        } catch (DateTimeException | ArithmeticException | BadFactException e) {
            return "refused";
        }
    }
}
