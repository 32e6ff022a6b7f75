package org.supportpolicy.desk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
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

/**
 * Reads the incident log of a ServiceNow desk as stock, by the table in examples/servicenow-replay: rows grouped by incident and in order.
 * A row that cannot be read is left out. What the log does not tell stays unknown, and the tickets ask for it.
 */
final class ServiceNowLog {

    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final String COLUMNS = "number,seq,incident_state,active,reassignment_count,reopen_count,sys_mod_count,made_sla,"
            + "contact_type,impact,urgency,priority,closed_code,opened_at,sys_created_at,sys_updated_at,resolved_at,closed_at";
    private static final int AT_ONCE = 500;

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

    /** An incident as it stood in its last row, and how it came to that. */
    record Incident(String number, FactSet facts, List<Event> events) {}

    private record Row(String number, TicketState state, Channel channel, FunctionalityLoss loss, ProductionImpact impact, Instant openedAt,
            Instant at) {}

    private ServiceNowLog() {}

    /**
     * Reads a log.
     *
     * @param file as CSV, or that packed with gzip
     * @param stock is given the incidents, some hundreds at a time
     * @return how many rows could not be read
     * @throws IOException if it cannot be read, or has other columns
     */
    static int read(Path file, Consumer<List<Incident>> stock) throws IOException {
        int bad = 0;
        List<Incident> ready = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        try (BufferedReader lines = open(file)) {
            if (!COLUMNS.equals(lines.readLine())) {
                throw new IOException("The first line must be " + COLUMNS);
            }
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Row row = row(line.split(",", -1));
                if (row == null) {
                    bad++;
                    continue;
                }
                if (!rows.isEmpty() && !rows.get(0).number().equals(row.number())) {
                    ready.add(incident(rows));
                    rows.clear();
                    if (ready.size() == AT_ONCE) {
                        stock.accept(List.copyOf(ready));
                        ready.clear();
                    }
                }
                rows.add(row);
            }
        }
        if (!rows.isEmpty()) {
            ready.add(incident(rows));
        }
        stock.accept(ready);
        return bad;
    }

    private static BufferedReader open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        return new BufferedReader(new InputStreamReader(file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in,
                StandardCharsets.UTF_8));
    }

    private static @Nullable Row row(String[] cells) {
        if (cells.length != COLUMNS.split(",").length || !STATES.containsKey(cells[2]) || !CHANNELS.containsKey(cells[8])
                || !IMPACTS.containsKey(cells[9]) || !LOSSES.containsKey(cells[10])) {
            return null;
        }
        try {
            return new Row(cells[0], STATES.get(cells[2]), CHANNELS.get(cells[8]), LOSSES.get(cells[10]), IMPACTS.get(cells[9]),
                    instant(cells[13]), instant(cells[15]));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Instant instant(String text) {
        return LocalDateTime.parse(text).atZone(ZONE).toInstant();
    }

    private static Incident incident(List<Row> rows) {
        Row first = rows.get(0);
        Row last = rows.get(rows.size() - 1);
        List<Event> events = new ArrayList<>(List.of(new Event(first.openedAt(), Event.FILED, "")));
        List<Hold> holds = new ArrayList<>();
        Instant heldSince = null;
        Instant marked = null;
        TicketState state = TicketState.ACTIVE;
        for (Row row : rows) {
            if (row.state() == state) {
                continue;
            }
            if (state == TicketState.ON_HOLD && heldSince != null) {
                holds.add(new Hold(heldSince, row.at().isBefore(heldSince) ? heldSince : row.at()));
            }
            heldSince = row.state() == TicketState.ON_HOLD ? row.at() : null;
            marked = row.state() == TicketState.RESOLVED ? row.at() : row.state() == TicketState.CLOSED ? marked : null;
            events.add(new Event(row.at(), act(state, row.state()).name(), ""));
            state = row.state();
        }
        if (heldSince != null) {
            holds.add(new Hold(heldSince, null));
        }
        FactSet.Builder facts = FactSet.builder(last.at()).with(
                Ticket.builder().number(first.number()).channel(last.channel()).kind(TicketKind.PROBLEM).createdAt(first.openedAt())
                        .state(state).holds(holds).build(),
                Impact.builder().functionalityLoss(last.loss()).productionImpact(last.impact()).build());
        if (marked != null) {
            facts.with(Resolution.builder().markedResolvedAt(marked).build());
        }
        return new Incident(first.number(), facts.build(), events);
    }

    private static Act act(TicketState from, TicketState to) {
        return switch (to) {
            case ON_HOLD -> Act.HOLD;
            case RESOLVED -> Act.RESOLVE;
            case CLOSED -> Act.CLOSE;
            default -> from == TicketState.ON_HOLD ? Act.RELEASE : Act.TAKE_UP;
        };
    }
}
