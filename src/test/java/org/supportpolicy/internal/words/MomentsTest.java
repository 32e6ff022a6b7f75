package org.supportpolicy.internal.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Instants are written as formatters write them, at every change of the clocks and in the far past and future. */
class MomentsTest {

    private static final DateTimeFormatter TO_THE_SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm[:ss]XXX", java.util.Locale.ROOT);
    private static final List<ZoneId> ZONES = Stream.of("Europe/Amsterdam", "America/St_Johns", "Australia/Lord_Howe", "Africa/Casablanca", "Asia/Kolkata",
            "UTC", "Z", "+05:30", "-01:02:03").map(ZoneId::of).toList();

    @Test
    void instantsAreWrittenAsFormattersWriteThem() {
        Random random = new Random(3);
        for (int i = 0; i < 200_000; i++) {
            ZoneId zone = ZONES.get(random.nextInt(ZONES.size()));
            long second = switch (random.nextInt(4)) {
                case 0 -> random.nextLong(-400_000_000_000L, 400_000_000_000L);
                case 1 -> near(zone, random);
                default -> random.nextLong(0, 2_500_000_000L);
            };
            Instant instant = Instant.ofEpochSecond(second, random.nextInt(4) == 0 ? random.nextInt(1_000_000_000) : 0);
            StringBuilder toTheSecond = new StringBuilder();
            Moments.append(toTheSecond, instant, zone, false, TO_THE_SECOND);
            assertThat(toTheSecond).hasToString(TO_THE_SECOND.format(instant.atZone(zone)));
            assertThat(Words.instant(instant, zone)).isEqualTo(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(zone)));
            assertThat(Moments.timeOf(instant, zone)).isEqualTo(LocalTime.ofInstant(instant, zone).withNano(0));
        }
    }

    /** A second at which clocks are changed, or the one before. */
    private static long near(ZoneId zone, Random random) {
        Instant some = Instant.ofEpochSecond(random.nextLong(-3_000_000_000L, 3_000_000_000L));
        var change = zone.getRules().nextTransition(some);
        return change == null ? some.getEpochSecond() : change.toEpochSecond() - random.nextInt(2);
    }
}
