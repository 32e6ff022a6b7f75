package org.supportpolicy.examples;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.supportpolicy.Decision;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.fact.Channel;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.FunctionalityLoss;
import org.supportpolicy.fact.Hold;
import org.supportpolicy.fact.Impact;
import org.supportpolicy.fact.ProductionImpact;
import org.supportpolicy.fact.Resolution;
import org.supportpolicy.fact.Ticket;
import org.supportpolicy.fact.TicketKind;
import org.supportpolicy.fact.TicketState;
import org.supportpolicy.finding.ActionKind;
import org.supportpolicy.finding.Irregularity;
import org.supportpolicy.json.FactSetWriter;

/**
 * Replays the incident log of a ServiceNow desk: what the policy would have said, beside what that desk did.
 * README.md beside this file says how the log is read.
 */
public final class ServiceNowReplay {

    /** The log names no zone; this one is chosen. */
    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    private static final List<String> COLUMNS = List.of("number", "seq", "incident_state", "active", "reassignment_count",
            "reopen_count", "sys_mod_count", "made_sla", "contact_type", "impact", "urgency", "priority", "closed_code",
            "opened_at", "sys_created_at", "sys_updated_at", "resolved_at", "closed_at");

    private static final Map<String, TicketState> STATES = Map.of(
            "New", TicketState.ACTIVE, "Active", TicketState.ACTIVE,
            "Awaiting User Info", TicketState.ON_HOLD, "Awaiting Vendor", TicketState.ON_HOLD,
            "Awaiting Problem", TicketState.ON_HOLD, "Awaiting Evidence", TicketState.ON_HOLD,
            "Resolved", TicketState.RESOLVED, "Closed", TicketState.CLOSED);

    private static final Map<String, Channel> CHANNELS = Map.of("Phone", Channel.PHONE, "IVR", Channel.PHONE,
            "Email", Channel.EMAIL, "Self service", Channel.ONLINE_HELPDESK, "Direct opening", Channel.OTHER);

    private static final Map<String, ProductionImpact> IMPACTS = Map.of("1 - High", ProductionImpact.CRITICAL,
            "2 - Medium", ProductionImpact.SOME, "3 - Low", ProductionImpact.NONE);

    private static final Map<String, FunctionalityLoss> LOSSES = Map.of("1 - High", FunctionalityLoss.TOTAL,
            "2 - Medium", FunctionalityLoss.MODERATE, "3 - Low", FunctionalityLoss.MINIMAL);

    private static final List<String> PRIORITIES = List.of("1 - Critical", "2 - High", "3 - Moderate", "4 - Low");

    private final SupportPolicy policy = SupportPolicy.standard();
    private final FactSetWriter writer = new FactSetWriter();
    private PrintWriter facts;
    private final List<String> dirty = new ArrayList<>();
    private final int[][] urgencies = new int[5][PRIORITIES.size()];
    private int rows;
    private int incidents;
    private int decisions;
    private int reopenedInTime;
    private int reopenedTooLate;
    private int closed;
    private int closedTooEarly;
    private int closedWithoutMarking;
    private int heldUp;

    /** One row that can be read. */
    private record Row(String number, TicketState state, Channel channel, FunctionalityLoss loss, ProductionImpact impact,
            int priority, Instant openedAt, Instant updatedAt) {}

    /** Runs with the log's path, or with the made-up rows beside this file. */
    public static void main(String[] args) throws IOException {
        if (args.length > 2) {
            System.err.println("Usage: ServiceNowReplay [LOG.csv|LOG.csv.gz [FACTS.jsonl]]");
            System.exit(2);
        }
        Path log = Path.of(args.length > 0 ? args[0] : "examples/servicenow-replay/sample.csv");
        if (!Files.isReadable(log)) {
            System.err.println("The log (" + log + ") must be a file that can be read.");
            System.exit(1);
        }
        try (PrintWriter facts = args.length == 2 ? new PrintWriter(Files.newBufferedWriter(Path.of(args[1]))) : null) {
            new ServiceNowReplay().run(log, System.out, facts);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /**
     * Replays a log.
     *
     * @param facts where the fact sets that are decided go, one a line; null for nowhere
     * @throws IllegalArgumentException if its header is not that of the log
     */
    public void run(Path log, PrintStream out, PrintWriter facts) throws IOException {
        this.facts = facts;
        try (BufferedReader lines = open(log)) {
            String header = lines.readLine();
            if (header == null || !List.of(header.split(",", -1)).equals(COLUMNS)) {
                throw new IllegalArgumentException("The header of (" + log + ") must be " + String.join(",", COLUMNS) + ".");
            }
            List<Row> incident = new ArrayList<>();
            int number = 1;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Row row = row(line, ++number);
                if (row != null) {
                    if (!incident.isEmpty() && !incident.get(0).number.equals(row.number)) {
                        decide(incident);
                        incident.clear();
                    }
                    incident.add(row);
                }
            }
            if (!incident.isEmpty()) {
                decide(incident);
            }
        }
        report(out);
    }

    private static BufferedReader open(Path log) throws IOException {
        InputStream in = Files.newInputStream(log);
        return new BufferedReader(new InputStreamReader(log.toString().endsWith(".gz") ? new GZIPInputStream(in) : in,
                StandardCharsets.UTF_8));
    }

    /** Reads a row, or lists it as dirty and returns null. */
    private Row row(String line, int number) {
        rows++;
        String[] cells = line.split(",", -1);
        if (cells.length != COLUMNS.size()) {
            return dirty(number, "has " + cells.length + " columns instead of " + COLUMNS.size());
        }
        TicketState state = STATES.get(cells[2]);
        int priority = PRIORITIES.indexOf(cells[11]);
        if (state == null) {
            return dirty(number, "has an unknown incident_state (" + cells[2] + ")");
        }
        if (!CHANNELS.containsKey(cells[8]) || !IMPACTS.containsKey(cells[9]) || !LOSSES.containsKey(cells[10]) || priority < 0) {
            return dirty(number, "has an unknown contact_type, impact, urgency or priority (" + cells[8] + ", " + cells[9] + ", "
                    + cells[10] + ", " + cells[11] + ")");
        }
        try {
            return new Row(cells[0], state, CHANNELS.get(cells[8]), LOSSES.get(cells[10]), IMPACTS.get(cells[9]), priority,
                    time(cells[13]), time(cells[15]));
        } catch (DateTimeException e) {
            return dirty(number, "has a time that is none (opened_at " + cells[13] + ", sys_updated_at " + cells[15] + ")");
        }
    }

    private Row dirty(int number, String reason) {
        dirty.add("line " + number + " " + reason);
        return null;
    }

    private static Instant time(String text) {
        return LocalDateTime.parse(text).atZone(ZONE).toInstant();
    }

    /** Walks through the rows of an incident; decides it at every reopening and every closing, and once as it stands in its last row. */
    private void decide(List<Row> incident) {
        incidents++;
        Instant marked = null;
        Instant heldSince = null;
        List<Hold> holds = new ArrayList<>();
        TicketState former = null;
        for (Row row : incident) {
            boolean over = former == TicketState.RESOLVED || former == TicketState.CLOSED;
            if (over && row.state != TicketState.RESOLVED && row.state != TicketState.CLOSED && marked != null) {
                reopening(row, marked);
                marked = null;
            }
            if (row.state == TicketState.RESOLVED && former != TicketState.RESOLVED) {
                marked = row.updatedAt;
            }
            if (row.state == TicketState.ON_HOLD && heldSince == null) {
                heldSince = row.updatedAt;
            } else if (row.state != TicketState.ON_HOLD && heldSince != null) {
                holds.add(new Hold(heldSince, row.updatedAt.isBefore(heldSince) ? heldSince : row.updatedAt));
                heldSince = null;
            }
            if (row.state == TicketState.CLOSED && former != TicketState.CLOSED) {
                closing(row, marked, holds);
            }
            former = row.state;
        }
        if (heldSince != null) {
            holds.add(new Hold(heldSince, null));
        }
        heldUp += holds.isEmpty() ? 0 : 1;
        last(incident.get(incident.size() - 1), marked, holds);
    }

    /** The desk took a ticket up again: within the policy's window or after it? */
    private void reopening(Row row, Instant marked) {
        Decision decision = decide(row, TicketState.RESOLVED, List.of(),
                Resolution.builder().markedResolvedAt(marked).reopenRequestedAt(row.updatedAt).reopenExplained(true).build());
        boolean refused = decision.actions().stream().anyMatch(action -> action.action() == ActionKind.REFUSE_REOPENING);
        reopenedInTime += refused ? 0 : 1;
        reopenedTooLate += refused ? 1 : 0;
    }

    private void last(Row row, Instant marked, List<Hold> holds) {
        Decision decision = decide(row, row.state, holds, resolution(marked));
        urgencies[decision.urgency().orElse(0)][row.priority]++;
    }

    /** The desk closed a ticket for good: after the policy's window or before its end? */
    private void closing(Row row, Instant marked, List<Hold> holds) {
        Decision decision = decide(row, row.state, holds, resolution(marked));
        closed++;
        closedWithoutMarking += marked == null ? 1 : 0;
        closedTooEarly += decision.irregularities().contains(Irregularity.CLOSED_TOO_EARLY) ? 1 : 0;
    }

    /** What is known of the resolution; null for nothing. */
    private static Resolution resolution(Instant marked) {
        return marked == null ? null : Resolution.builder().markedResolvedAt(marked).build();
    }

    private Decision decide(Row row, TicketState state, List<Hold> holds, Resolution resolution) {
        decisions++;
        FactSet.Builder builder = FactSet.builder(row.updatedAt).with(
                Ticket.builder().number(row.number).channel(row.channel).kind(TicketKind.PROBLEM).createdAt(row.openedAt)
                        .state(state).holds(holds).build(),
                Impact.builder().functionalityLoss(row.loss).productionImpact(row.impact).build());
        FactSet known = (resolution == null ? builder : builder.with(resolution)).build();
        if (facts != null) {
            facts.println(writer.write(known));
        }
        return policy.decide(known);
    }

    private void report(PrintStream out) {
        out.printf(Locale.ROOT, "%,d rows, %,d incidents, %,d decisions%n%n", rows, incidents, decisions);
        out.println("Urgency by the policy (rows) against the priority the desk set (columns)");
        out.printf("%-14s", "");
        PRIORITIES.forEach(priority -> out.printf("%14s", priority));
        out.println();
        for (int level = 1; level <= 4; level++) {
            out.printf("urgency %-6d", level);
            for (int count : urgencies[level]) {
                out.printf(Locale.ROOT, "%,14d", count);
            }
            out.println();
        }
        out.println();
        line(out, "Reopened within seven days of being marked resolved", reopenedInTime);
        line(out, "Reopened later, which the policy refuses", reopenedTooLate);
        line(out, "Times closed for good", closed);
        line(out, "  before the seven days had passed, too early for the policy", closedTooEarly);
        line(out, "  without ever being marked resolved", closedWithoutMarking);
        line(out, "On hold at some time", heldUp);
        line(out, "Rows that cannot be read and were left out", dirty.size());
        dirty.forEach(row -> out.println("  " + row));
    }

    private static void line(PrintStream out, String what, int count) {
        out.printf(Locale.ROOT, "%-64s%,10d%n", what, count);
    }
}
