package org.supportpolicy;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The order in which a desk takes tickets up. */
final class QueueOrder {

    /** A number, whose group is without zeros that lead, or another character. */
    private static final Pattern PIECE = Pattern.compile("0*([0-9]+)|.", Pattern.DOTALL);
    /** Numbers of tickets; two that differ in zeros alone go as texts. */
    private static final Comparator<String> NUMBERS = ((Comparator<String>) QueueOrder::byPieces).thenComparing(Comparator.naturalOrder());

    private static final Comparator<Decision> PLACES = Comparator
            .<Decision>comparingInt(decision -> decision.queue().urgency().orElse(Integer.MAX_VALUE))
            .thenComparing(decision -> decision.queue().precedence().orElse(Integer.MAX_VALUE))
            .thenComparing(decision -> !decision.queue().certified().orElse(false))
            .thenComparing(decision -> decision.createdAt().orElse(Instant.MAX))
            .thenComparing(Decision::ticket, QueueOrder::knownFirst);

    static final Comparator<Decision> ORDER = (one, other) -> PLACES.compare(
            Objects.requireNonNull(one, "The decision must be given."), Objects.requireNonNull(other, "The decision must be given."));

    private QueueOrder() {}

    private static int knownFirst(Optional<String> one, Optional<String> other) {
        return one.isPresent() && other.isPresent() ? NUMBERS.compare(one.get(), other.get())
                : Boolean.compare(one.isEmpty(), other.isEmpty());
    }

    /** By the pieces of the two, digits that stand together being one piece and any other character another. */
    private static int byPieces(String one, String other) {
        Matcher piece = PIECE.matcher(one);
        Matcher against = PIECE.matcher(other);
        while (piece.find()) {
            if (!against.find()) {
                return 1;
            }
            String digits = piece.group(1);
            int order = digits == null || against.group(1) == null ? piece.group().compareTo(against.group())
                    : Integer.compare(digits.length(), against.group(1).length());
            order = order == 0 && digits != null ? digits.compareTo(against.group(1)) : order;
            if (order != 0) {
                return order;
            }
        }
        return against.find() ? -1 : 0;
    }
}
