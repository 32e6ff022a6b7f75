package org.supportpolicy.author;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.supportpolicy.internal.words.Speech;

/**
 * An instant or a day, as a decision in JSON has it.
 *
 * @param instant the instant; of a day its beginning anywhere
 * @param isDay whether it is a day
 */
record Moment(Instant instant, boolean isDay) {

    static Moment of(String written) {
        boolean isDay = written.indexOf('T') < 0;
        return new Moment(isDay ? LocalDate.parse(written).atStartOfDay(ZoneOffset.UTC).toInstant()
                : OffsetDateTime.parse(written).toInstant(), isDay);
    }

    boolean isAfter(Moment other) {
        return instant.isAfter(other.instant);
    }

    /** The instant or day as people say it. */
    String said(Speech speech, ZoneId zone) {
        return isDay ? speech.day(LocalDate.ofInstant(instant, ZoneOffset.UTC)) : speech.instant(instant, zone);
    }
}
