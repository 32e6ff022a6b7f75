package org.supportpolicy.cli;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.Problem;
import org.supportpolicy.author.Audit;
import org.supportpolicy.author.PolicyDiff;

/** Says in words what comes of logged decisions. */
final class AuditWords {

    private static final String STEP = System.lineSeparator() + "    ";

    private final Locale locale;

    AuditWords(Locale locale) {
        this.locale = locale;
    }

    /** That another decision comes out, in what, and what has moved. */
    String differs(String place, Audit.Result result) {
        String ticket = result.ticket().map(number -> word("audit.ticket", number)).orElseGet(() -> word("audit.no-ticket"));
        StringBuilder text = new StringBuilder(place).append("  ")
                .append(word("audit.differs", ticket, AuditJson.asOf(result)));
        result.differences().forEach(difference -> difference(text, difference));
        result.moved().forEach(move -> text.append(STEP).append(move(move, result)));
        return text.append(result.moved().isEmpty() ? STEP + word("audit.unexplained") : "").toString();
    }

    /** The members of a section that differ, or all of it where it has none. */
    private void difference(StringBuilder text, PolicyDiff.Difference difference) {
        if (!(difference.before() instanceof Map<?, ?> then) || !(difference.after() instanceof Map<?, ?> now)) {
            line(text, difference.answer(), difference.before(), difference.after());
            return;
        }
        Set<Object> keys = new TreeSet<>(then.keySet());
        keys.addAll(now.keySet());
        keys.stream().filter(key -> !Objects.equals(then.get(key), now.get(key)))
                .forEach(key -> line(text, difference.answer() + "." + key, then.get(key), now.get(key)));
    }

    private void line(StringBuilder text, String answer, @Nullable Object then, @Nullable Object now) {
        text.append(STEP).append(answer).append(": ").append(value(then)).append(" -> ").append(value(now));
    }

    private String value(@Nullable Object value) {
        return value == null ? word("audit.absent") : value instanceof String text ? Screen.onOneLine(text) : AuditJson.of(value);
    }

    private String move(Audit.Move move, Audit.Result result) {
        return switch (move.part()) {
            case RULES -> word("audit.rules", move.then(), move.now());
            case LIBRARY -> word("audit.library", move.then(), move.now());
            case ZONE_DATA -> word("audit.zone-data", move.then(), move.now()) + " " + result.otherZoneRules()
                    .map(other -> word(other ? "audit.other-rules" : "audit.same-rules", result.zone().getId()))
                    .orElseGet(() -> word("audit.unknown-rules", result.zone().getId()));
        };
    }

    /** How many decisions there were, and how they came out. */
    String sum(int decisions, int same) {
        return word(decisions == 1 ? "audit.sum.one" : "audit.sum", number(decisions), number(same), number(decisions - same));
    }

    /** How often each part has moved, whatever came out. */
    String moved(Map<Audit.Part, Integer> moved, int otherZoneRules) {
        return word("audit.moved", number(moved.getOrDefault(Audit.Part.RULES, 0)), number(moved.getOrDefault(Audit.Part.LIBRARY, 0)),
                number(moved.getOrDefault(Audit.Part.ZONE_DATA, 0)), number(otherZoneRules));
    }

    private String number(int number) {
        return String.format(locale, "%,d", number);
    }

    private String word(String key, Object... values) {
        return Problem.of(key, values).said().in(locale);
    }
}
