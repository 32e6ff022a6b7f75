package org.supportpolicy.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.supportpolicy.Change;
import org.supportpolicy.Due;
import org.supportpolicy.Timeline;

/**
 * What happens next if nobody acts, as a picture and as a list. Lengths are in the units of the picture, which is {@link #WIDTH} wide.
 *
 * @param bands stretches in which the decision stays as it is
 * @param ticks the beginnings of days
 * @param steps what happens, in order; the picture has their numbers
 */
record Picture(List<Band> bands, List<Tick> ticks, List<Step> steps) {

    static final int WIDTH = 420;
    private static final int MARGIN = 14;
    private static final int APART = 24;
    private static final int MOST_STEPS = 10;
    private static final int MOST_TICKS = 5;
    private static final Duration FARTHEST = Duration.ofDays(30);

    /** A stretch of the picture. */
    record Band(int from, int width, Promise.Tone tone) {}

    /** The beginning of a day. */
    record Tick(int at, ZonedDateTime day) {}

    /**
     * What happens at an instant.
     *
     * @param number from 1
     * @param due what falls due
     * @param changes what changes in the decision just then; what is due is late just after
     * @param place where it stands in the picture; -1 when it lies beyond it
     * @param sign where its number stands, beside that of the step before
     */
    record Step(int number, Instant at, List<Due.Kind> due, List<Change> changes, int place, int sign) {}

    /** How much it presses in some stretch, for a key to the colours. */
    List<Promise.Tone> tones() {
        return bands.stream().map(Band::tone).distinct().sorted().toList();
    }

    static Picture of(Timeline timeline, ZoneId zone) {
        Map<Instant, Step> found = new TreeMap<>();
        timeline.due().stream().filter(due -> due.at().isAfter(timeline.decision().asOf()))
                .forEach(due -> step(found, due.at()).due().add(due.kind()));
        timeline.changes().forEach(change -> step(found, change.at()).changes().add(change));
        Scale scale = Scale.of(timeline.decision().asOf(), found.keySet());
        List<Step> steps = new ArrayList<>();
        int free = 0;
        for (Step each : found.values()) {
            if (steps.size() < MOST_STEPS) {
                int place = scale.has(each.at()) ? scale.place(each.at()) : -1;
                int sign = Math.max(free, place);
                free = sign + APART;
                steps.add(new Step(steps.size() + 1, each.at(), each.due(), each.changes(), sign > WIDTH - MARGIN ? -1 : place, sign));
            }
        }
        return new Picture(bands(timeline, scale), ticks(scale, zone), steps);
    }

    /** What is late a nanosecond after it was due belongs to the same step. */
    private static Step step(Map<Instant, Step> steps, Instant at) {
        return steps.computeIfAbsent(at.truncatedTo(ChronoUnit.MILLIS),
                instant -> new Step(0, instant, new ArrayList<>(), new ArrayList<>(), -1, -1));
    }

    private static List<Band> bands(Timeline timeline, Scale scale) {
        List<Band> bands = new ArrayList<>();
        for (Timeline.Segment segment : timeline.segments()) {
            int from = scale.place(segment.begin());
            int to = segment.end().map(scale::place).orElse(WIDTH - MARGIN);
            if (to > from) {
                bands.add(new Band(from, to - from, Promise.toneOf(segment.decision())));
            }
        }
        return bands;
    }

    private static List<Tick> ticks(Scale scale, ZoneId zone) {
        long step = scale.length().toDays() / MOST_TICKS + 1;
        List<Tick> ticks = new ArrayList<>();
        ZonedDateTime day = scale.begin().atZone(zone).truncatedTo(ChronoUnit.DAYS).plusDays(1);
        for (; scale.has(day.toInstant()) && scale.place(day.toInstant()) < WIDTH - 2 * MARGIN; day = day.plusDays(step)) {
            ticks.add(new Tick(scale.place(day.toInstant()), day));
        }
        return ticks;
    }

    /** From instants to places. */
    private record Scale(Instant begin, Duration length) {

        /** A little more than all that happens within the farthest, a day at least. */
        static Scale of(Instant begin, Iterable<Instant> instants) {
            Duration length = Duration.ofDays(1);
            for (Instant instant : instants) {
                Duration until = Duration.between(begin, instant);
                if (until.compareTo(FARTHEST) <= 0 && until.compareTo(length) > 0) {
                    length = until;
                }
            }
            return new Scale(begin, length.multipliedBy(11).dividedBy(10));
        }

        boolean has(Instant instant) {
            return Duration.between(begin, instant).compareTo(length) <= 0;
        }

        int place(Instant instant) {
            double part = Duration.between(begin, instant).toSeconds() / (double) length.toSeconds();
            return MARGIN + (int) Math.round(Math.min(1, part) * (WIDTH - 2 * MARGIN));
        }
    }
}
