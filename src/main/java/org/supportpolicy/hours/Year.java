package org.supportpolicy.hours;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** The open time of a calendar year, added up day by day, so that far instants are found without walking there. Immutable. */
final class Year {

    private final SupportHours hours;
    private final LocalDate first;
    /** Nanoseconds of open time before each day of the year, and after the last. */
    private final long[] before;

    private Year(SupportHours hours, LocalDate first, long[] before) {
        this.hours = hours;
        this.first = first;
        this.before = before;
    }

    static Year of(int number, SupportHours hours) {
        LocalDate first = LocalDate.of(number, 1, 1);
        long[] before = new long[first.lengthOfYear() + 1];
        for (int day = 0; day + 1 < before.length; day++) {
            before[day + 1] = before[day];
            for (Opening opening : hours.openingsOn(first.plusDays(day))) {
                before[day + 1] += opening.length().toNanos();
            }
        }
        return new Year(hours, first, before);
    }

    /** The open time of the whole year, in nanoseconds. */
    long total() {
        return before[before.length - 1];
    }

    /** The open time of the year before a day of it. */
    long nanosBefore(LocalDate day) {
        return before[day.getDayOfYear() - 1];
    }

    /** The open time of the year before an instant, whose local date is given. */
    long nanosBefore(Instant instant, LocalDate day) {
        long nanos = nanosBefore(day);
        for (int next = 0; next < 2; next++) {
            for (Opening opening : hours.openingsOn(day.plusDays(next))) {
                nanos += opening.nanosBefore(instant);
            }
        }
        return nanos;
    }

    /** The instant at which an amount of the year's open time, more than none, has passed: a closing rather than an opening. */
    Instant after(long amount) {
        int found = Arrays.binarySearch(before, amount);
        int day = found < 0 ? -found - 2 : firstOf(found) - 1;
        long left = amount - before[day];
        for (Opening opening : hours.openingsOn(first.plusDays(day))) {
            if (left <= opening.length().toNanos()) {
                return opening.from().plusNanos(left);
            }
            left -= opening.length().toNanos();
        }
        throw new IllegalStateException("The open time of a day must be the sum of its openings.");
    }

    /** The instant before which an amount of the year's open time has passed: an opening rather than a closing. */
    Instant from(long amount) {
        int found = Arrays.binarySearch(before, amount);
        int day = found < 0 ? -found - 2 : lastOf(found);
        long left = amount - before[day];
        List<Opening> openings = hours.openingsOn(first.plusDays(day));
        for (Opening opening : openings) {
            if (left < opening.length().toNanos()) {
                return opening.from().plusNanos(left);
            }
            left -= opening.length().toNanos();
        }
        throw new IllegalStateException("The open time of a day must be the sum of its openings.");
    }

    private int firstOf(int found) {
        int index = found;
        while (index > 0 && before[index - 1] == before[found]) {
            index--;
        }
        return index;
    }

    private int lastOf(int found) {
        int index = found;
        while (index + 1 < before.length && before[index + 1] == before[found]) {
            index++;
        }
        return index;
    }
}
