package org.supportpolicy.author;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.supportpolicy.internal.source.DirectoryStamp;

/**
 * Whether files that were written have come to rest. A copy of many files is waited for until the last of them rests. A file that
 * never rests is waited for no longer than {@code longest}, so that it does not hold up the others. Instants are nanoseconds of one
 * clock. Not thread-safe.
 */
final class Settling {

    private static final Duration LONGEST = Duration.ofMillis(1500);
    private static final Duration MOST_QUIET = Duration.ofDays(1);
    private static final String DIRECTORY = "";

    private final long quiet;
    private final long longest;
    private final Map<String, Change> changes = new HashMap<>();
    private DirectoryStamp last;

    /**
     * Changes of a file that have not been read yet.
     *
     * @param first when it was first seen changed, without a rest since
     * @param last when it was last seen changed
     */
    private record Change(long first, long last) {}

    /**
     * Begins with files that were read a moment ago, which may have been while they were written.
     *
     * @param quiet how long files must be left alone
     * @param first how they looked before they were read
     * @param now the instant
     */
    Settling(Duration quiet, DirectoryStamp first, long now) {
        if (quiet.isNegative()) {
            throw new IllegalArgumentException("The time for which files are left alone (" + quiet + ") must not be negative.");
        }
        this.quiet = (quiet.compareTo(MOST_QUIET) < 0 ? quiet : MOST_QUIET).toNanos();
        this.longest = Math.max(LONGEST.toNanos(), 3 * this.quiet);
        this.last = first;
        again(now);
    }

    /** Has the files read again, though they may not change. */
    void again(long now) {
        changed(DIRECTORY, now);
    }

    /** Whether the files are to be read now, given how they look. */
    boolean isDue(DirectoryStamp stamp, long now) {
        if (!Objects.equals(stamp.real(), last.real())) {
            changed(DIRECTORY, now);
        }
        Stream.concat(stamp.files().keySet().stream(), last.files().keySet().stream()).distinct()
                .filter(name -> !Objects.equals(stamp.files().get(name), last.files().get(name))).forEach(name -> changed(name, now));
        last = stamp;
        return !changes.isEmpty() && changes.values().stream().allMatch(change -> rests(change, now) || now - change.first >= longest);
    }

    /** Whether all that was changed has come to rest; else some of it is read while it may be half written. */
    boolean isQuiet(long now) {
        return changes.values().stream().allMatch(change -> rests(change, now));
    }

    private void changed(String name, long now) {
        changes.merge(name, new Change(now, now), (before, change) -> rests(before, now) ? change : new Change(before.first, now));
    }

    private boolean rests(Change change, long now) {
        return now - change.last >= quiet;
    }

    /** They were read when they were due; what had not come to rest is waited for anew. */
    void taken(long now) {
        changes.values().removeIf(change -> rests(change, now));
        changes.replaceAll((name, change) -> new Change(now, change.last));
    }
}
