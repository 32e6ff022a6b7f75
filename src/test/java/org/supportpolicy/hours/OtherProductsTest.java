package org.supportpolicy.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.supportpolicy.fact.OpenSpan;

/**
 * Cases that the test suites of other products assert, read where they lie beside the project. Where another product has
 * another convention the case is listed here with what separates them; there are no others.
 */
class OtherProductsTest {

    private static final Path CASES = Path.of("../shared/data/business-time-cases.json");

    /** The kinds of question that support hours answer. */
    private static final Set<String> KINDS = Set.of("add", "subtract", "between", "next_open", "is_open", "periods", "add_paused");

    /** Cases with another convention, and the convention. */
    private static final Map<String, String> OTHERWISE = otherwise();

    private static Map<String, String> otherwise() {
        Map<String, String> cases = new TreeMap<>();
        cases.put("biz-018", "an amount used up at closing time has run out then, there at the next opening");
        cases.put("biz-023", "open time between instants in reverse order is negative, there none");
        cases.put("biz-035", "a span that begins while the clocks skip opens when they have changed, there it is left out that day");
        cases.put("wh-041", "a day of 25 hours is 25 hours long, there 24");
        return cases;
    }

    @Test
    void casesOfOtherProductsHoldUnlessTheirConventionIsAnother() throws IOException {
        assumeThat(CASES).as("the cases of other products are not part of the project; they are skipped where they are not there").exists();
        Map<String, Object> file = object(new Load(LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build())
                .loadFromString(Files.readString(CASES)));
        Map<String, String> failed = new TreeMap<>();
        int held = 0;
        for (Object item : list(file.get("cases"))) {
            Map<String, Object> one = object(item);
            if (!KINDS.contains(one.get("kind"))) {
                continue;
            }
            String difference = difference(one);
            if (difference == null) {
                held++;
            } else {
                failed.put((String) one.get("id"), one.get("kind") + ": " + difference);
            }
        }
        System.out.println("Cases of other products: " + held + " hold, " + failed.size() + " have another convention");
        assertThat(failed.keySet()).as("%s", failed).isEqualTo(OTHERWISE.keySet());
    }

    private static String difference(Map<String, Object> one) {
        try {
            Map<String, Object> calendar = object(one.get("calendar"));
            ZoneId zone = ZoneId.of((String) calendar.get("zone"));
            SupportHours hours = hours(calendar, zone);
            Instant start = instant(one.get("start"), zone);
            Duration amount = Duration.ofNanos(Math.round(number(one.get("duration_seconds")) * 1e9));
            Object expected = one.get("expected");
            Object actual = switch ((String) one.get("kind")) {
                case "add" -> amount.isNegative() ? hours.before(start, amount.negated()) : hours.after(start, amount);
                case "subtract" -> hours.before(start, amount);
                case "between" -> (double) hours.openTime(start, instant(one.get("end"), zone)).toMillis() / 1000;
                case "next_open" -> hours.nextOpening(start);
                case "is_open" -> hours.isOpen(start);
                case "periods" -> hours.openings(start).limit(list(expected).size())
                        .map(opening -> List.of(opening.from(), opening.to())).toList();
                default -> throw new IllegalStateException("unknown kind");
            };
            Object wanted = switch ((String) one.get("kind")) {
                case "between" -> number(one.get("expected_seconds"));
                case "is_open" -> expected;
                case "periods" -> list(expected).stream().map(span -> List.of(instant(list(span).get(0), zone), instant(list(span).get(1), zone))).toList();
                default -> instant(expected, zone);
            };
            return wanted.equals(actual) ? null : "expected " + wanted + ", was " + actual + " from " + one;
        } catch (RuntimeException e) {
            return e + " from " + one;
        }
    }

    private static SupportHours hours(Map<String, Object> calendar, ZoneId zone) {
        Map<DayOfWeek, List<OpenSpan>> week = new EnumMap<>(DayOfWeek.class);
        object(calendar.get("hours")).forEach((day, spans) -> week.put(Stream.of(DayOfWeek.values())
                .filter(candidate -> candidate.name().toLowerCase(Locale.ROOT).startsWith(day)).findFirst().orElseThrow(), spans(spans)));
        Map<LocalDate, List<OpenSpan>> dates = new HashMap<>();
        object(calendar.get("date_hours")).forEach((date, spans) -> dates.put(LocalDate.parse(date), spans(spans)));
        object(calendar.get("breaks")).forEach((date, breaks) -> {
            LocalDate day = LocalDate.parse(date);
            List<OpenSpan> open = dates.getOrDefault(day, week.getOrDefault(day.getDayOfWeek(), List.of()));
            for (OpenSpan pause : spans(breaks)) {
                open = open.stream().flatMap(span -> without(span, pause).stream()).toList();
            }
            dates.put(day, open);
        });
        list(calendar.get("holidays")).forEach(date -> dates.put(LocalDate.parse((String) date), List.of()));
        return SupportHours.of(zone, week, dates);
    }

    /** What a break leaves of a span. */
    private static List<OpenSpan> without(OpenSpan span, OpenSpan pause) {
        List<OpenSpan> left = new ArrayList<>();
        LocalTime from = pause.from();
        long end = end(span);
        if (from.isAfter(span.from())) {
            left.add(new OpenSpan(span.from(), from.toNanoOfDay() < end ? from : span.to()));
        }
        if (end(pause) < end) {
            left.add(new OpenSpan(pause.to().isAfter(span.from()) ? pause.to() : span.from(), span.to()));
        }
        return left;
    }

    private static long end(OpenSpan span) {
        return span.to().equals(LocalTime.MIDNIGHT) ? 24L * 3600 * 1_000_000_000 : span.to().toNanoOfDay();
    }

    private static List<OpenSpan> spans(Object spans) {
        return list(spans).stream().map(span -> OpenSpan.of((String) list(span).get(0), (String) list(span).get(1))).toList();
    }

    private static Instant instant(Object text, ZoneId zone) {
        String at = (String) text;
        return at.endsWith("Z") ? Instant.parse(at) : LocalDateTime.parse(at).atZone(zone).toInstant();
    }

    private static double number(Object value) {
        return value == null ? 0 : ((java.lang.Number) value).doubleValue();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Object value) {
        return value == null ? List.of() : (List<Object>) value;
    }
}
