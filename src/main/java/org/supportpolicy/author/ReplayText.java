package org.supportpolicy.author;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.supportpolicy.internal.words.ReportWords;

/** Says in words how a stock of tickets is decided, and how many of them differently. */
final class ReplayText {

    private static final String STEP = "    ";

    private ReplayText() {}

    static String of(Replay replay, Locale locale) {
        ReportWords words = ReportWords.of(locale);
        List<String> lines = new ArrayList<>();
        replay.answers().forEach((answer, counts) -> {
            lines.add(answer);
            counts.forEach((value, count) -> lines.add(STEP + String.format(Locale.ROOT, "%-32s ",
                    value.equals(Replay.UNDETERMINED) ? words.label("replay.undetermined") : value) + words.column(count)));
        });
        if (!replay.changes().isEmpty()) {
            lines.add(words.label("replay.changed"));
        }
        replay.changes().entrySet().stream().sorted(Map.Entry.<List<List<String>>, Integer>comparingByValue().reversed())
                .forEach(change -> lines.add(STEP + words.column(change.getValue()) + "  " + String.join(", ", change.getKey().get(0))
                        + ": " + String.join(", ", change.getKey().get(1))));
        String tickets = words.counted("count.fact-set", replay.tickets());
        String changed = words.number(replay.changed());
        lines.add(replay.changedTickets() == 0 ? words.label("replay.sum", tickets, changed)
                : words.label("replay.sum.tickets", tickets, changed, words.counted("count.ticket", replay.changedTickets())));
        return String.join("\n", lines);
    }
}
