package org.supportpolicy.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.Due;
import org.supportpolicy.Problem;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.fact.FactSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says what of a stock of tickets falls due when. */
@Command(name = "forecast", mixinStandardHelpOptions = true, versionProvider = Main.Version.class,
        exitCodeListHeading = Main.EXIT_STATUS, exitCodeList = {"0:every fact set was looked at",
            "1:a fact set, a line or a file could not be decided, which is said; the others were. Or the output could not be written",
            Main.WRONG_USAGE},
        description = "Says what falls due when if nobody acts: first responses, follow-ups and their reminders, closings, ends of "
                + "guarantees and withdrawals, sorted by instant.")
final class Forecast extends TicketCommand {

    private static final int WIDEST = 40;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final String NEEDS_QUOTES = "\",\r\n";

    @Option(names = "--until", required = true, paramLabel = "DATE", converter = UntilOption.Reader.class,
            description = "The last day, or an instant.")
    private UntilOption until;

    @Option(names = "--csv", paramLabel = "FILE", description = "Write what falls due to a file instead, one a line: at, kind, ticket.")
    private @Nullable OutputFile csv;

    private final List<Entry> entries = new ArrayList<>();
    private int tickets;

    Forecast(InputStream in, Interrupt interrupt) {
        super(in, interrupt);
    }

    /** What falls due, and the zone of the desk for which it does. */
    private record Entry(Due due, ZoneId zone) {

        ZonedDateTime at() {
            return due.at().atZone(zone);
        }
    }

    @Override
    public Integer call() throws IOException {
        SupportPolicy policy = policy();
        LineFiles read = tickets(() -> {});
        each(policy, read, facts -> due(policy, facts), due -> {
            tickets++;
            entries.addAll(due);
        });
        if (tickets == 0 && read.status() != Main.OK) {
            return status(read);
        }
        entries.sort(Comparator.comparing(Entry::due));
        if (csv == null) {
            print(spec().commandLine().getOut());
        } else {
            try (PrintWriter table = new PrintWriter(new OutputStreamWriter(Output.to(csv), StandardCharsets.UTF_8))) {
                table.print("at,kind,ticket\r\n");
                entries.forEach(entry -> table.print(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(entry.at()) + ","
                        + entry.due.kind() + "," + quoted(entry.due.ticket()) + "\r\n"));
            }
        }
        int moments = entries.size();
        Problem.Said sum = new Problem.Said(
                Count.of(Locale.ENGLISH, tickets, "fact set", "fact sets") + ": " + Count.of(Locale.ENGLISH, moments,
                        "moment at which something falls due.", "moments at which something falls due."),
                Count.of(locale(), tickets, "feitenset", "feitensets") + ": " + Count.of(locale(), moments,
                        "moment waarop iets moet gebeuren of afloopt.", "momenten waarop iets moet gebeuren of afloopt."));
        spec().commandLine().getOut().println(sum.in(locale()));
        return status(read);
    }

    private List<Entry> due(SupportPolicy policy, FactSet facts) {
        Instant end = until.of(facts);
        return end.isBefore(facts.asOf()) ? List.of()
                : policy.timeline(facts, end).due().stream().map(due -> new Entry(due, facts.now().zone())).toList();
    }

    /** By day, each with a bar on a terminal. */
    private void print(PrintWriter out) {
        Map<LocalDate, List<Entry>> days = entries.stream()
                .collect(Collectors.groupingBy(entry -> entry.at().toLocalDate(), TreeMap::new, Collectors.toList()));
        int most = days.values().stream().mapToInt(List::size).max().orElse(1);
        boolean bars = Progress.isTerminal(1);
        days.forEach((day, due) -> {
            int width = Math.max(1, due.size() * WIDEST / most);
            out.println(day + "  " + (bars ? "#".repeat(width) + "  " : "") + due.size());
            due.forEach(entry -> out.println("    " + TIME.format(entry.at()) + "  " + entry.due.what(locale())
                    + (entry.due.ticket().isEmpty() ? "" : "  " + Screen.onOneLine(entry.due.ticket()))));
        });
    }

    private static String quoted(String text) {
        return text.chars().anyMatch(character -> NEEDS_QUOTES.indexOf(character) >= 0) ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
