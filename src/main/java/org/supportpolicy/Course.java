package org.supportpolicy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.supportpolicy.internal.possible.Interruption;

/** Goes from one instant at which a decision can change to the next, and decides again at each. Not thread-safe. */
final class Course {

    private final Ahead ahead;
    private Ahead.Glimpse seen;

    private Course(Ahead ahead, Instant from) {
        this.ahead = ahead;
        this.seen = ahead.at(from);
    }

    /** What changes first. */
    static Outlook outlook(Ahead ahead, Instant from, Instant until) {
        Course course = new Course(ahead, from);
        return new Outlook(course.seen.decision(), until, course.next());
    }

    /** All that changes. */
    static Timeline timeline(Ahead ahead, Instant from, Instant until) {
        Course course = new Course(ahead, from);
        Decision decision = course.seen.decision();
        List<Change> changes = new ArrayList<>();
        for (Optional<Change> next = course.next(); next.isPresent(); next = course.next()) {
            changes.add(next.get());
        }
        return new Timeline(decision, until, changes);
    }

    /** The next change, from which it goes on. */
    private Optional<Change> next() {
        Decision before = seen.decision();
        while (seen.next() != null) {
            Interruption.check();
            seen = ahead.at(seen.next());
            if (SectionViews.differ(before, seen.decision())) {
                return Optional.of(new Change(before, seen.decision()));
            }
        }
        return Optional.empty();
    }
}
