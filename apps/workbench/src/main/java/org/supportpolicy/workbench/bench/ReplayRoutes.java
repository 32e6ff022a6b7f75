package org.supportpolicy.workbench.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.InParallel;
import org.supportpolicy.PolicyException;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.author.ProgressListener;
import org.supportpolicy.author.Replay;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.json.FactSetReader;
import org.supportpolicy.json.FactSetReader.Line;
import org.supportpolicy.json.FactSetWriter;
import org.supportpolicy.workbench.http.Json;

/** Decides a stock of tickets, one a line, by the policy that is edited and by another. */
final class ReplayRoutes implements Routes {

    /** The longest file, in bytes. */
    static final int MOST = 50_000_000;
    private static final String REPLAY = "replay";
    private static final String FILE = "file";
    private static final int MOST_PROBLEMS = 100;

    private final Copy copy;
    private final Jobs jobs;
    private final Revisions revisions;
    private final Places places;

    ReplayRoutes(Copy copy, Jobs jobs, Revisions revisions) {
        this.copy = copy;
        this.jobs = jobs;
        this.revisions = revisions;
        this.places = new Places(copy.files().directory());
    }

    /** A line that was decided, or why it was not. */
    private record Decided(int line, Replay.@Nullable Decided ticket, @Nullable PolicyException failure) {}

    @Override
    public void add(RoutesConfig config) {
        new JobRoutes(jobs, REPLAY).add(config);
        config.post("/api/" + REPLAY, this::begin);
    }

    private void begin(Context request) {
        String against = Objects.requireNonNullElse(request.queryParam("against"), Against.STANDARD);
        SupportPolicy policy = places.sound(copy.state(), Json.language(request));
        SupportPolicy before = new Against(revisions).policy(against);
        List<String> lines = Body.text(Body.bytes(request, MOST)).lines().toList();
        Json.write(jobs.begin(REPLAY, Map.of("against", against), progress -> replay(policy, before, lines, progress)).brief(),
                request.status(202));
    }

    private static Function<Locale, JsonNode> replay(SupportPolicy policy, SupportPolicy before, List<String> lines,
            ProgressListener progress) {
        Replay replay = new Replay(policy, before);
        FactSetReader reader = new FactSetReader().knowing(before.ownFacts().and(policy.ownFacts()));
        Map<List<List<String>>, FactSet> first = new LinkedHashMap<>();
        List<Decided> failed = new ArrayList<>();
        int done = 0;
        try (Stream<Decided> decided = InParallel.map(reader.lines(FILE, lines.stream()), line -> decide(line, replay))) {
            for (Iterator<Decided> next = decided.iterator(); next.hasNext(); ) {
                Decided ticket = next.next();
                if (ticket.ticket == null) {
                    failed.add(ticket);
                } else {
                    replay.add(ticket.ticket);
                    ticket.ticket.change().ifPresent(change -> first.putIfAbsent(change, ticket.ticket.facts()));
                }
                progress.at(++done, lines.size());
            }
        }
        return language -> written(replay, first, failed, language);
    }

    private static Decided decide(Line line, Replay replay) {
        if (line.facts() == null) {
            return new Decided(line.number(), null, line.failure());
        }
        try {
            return new Decided(line.number(), replay.compare(line.facts()), null);
        } catch (PolicyException e) {
            return new Decided(line.number(), null, e);
        }
    }

    private static JsonNode written(Replay replay, Map<List<List<String>>, FactSet> first, List<Decided> failed, Locale language) {
        ObjectNode json = Json.object().put("tickets", replay.tickets()).put("changed", replay.changed())
                .put("changedTickets", replay.changedTickets()).put("undecided", failed.size());
        json.set("answers", Json.of(replay.answers(language)));
        ArrayNode changes = json.putArray("changes");
        FactSetWriter writer = new FactSetWriter();
        replay.changes().entrySet().stream().sorted(Map.Entry.<List<List<String>>, Integer>comparingByValue().reversed())
                .forEach(change -> {
                    ObjectNode each = changes.addObject().put("count", change.getValue());
                    each.set("clauses", Json.of(change.getKey().get(0)));
                    each.set("answers", Json.of(change.getKey().get(1)));
                    each.set("facts", Json.read(writer.write(Objects.requireNonNull(first.get(change.getKey())))));
                });
        ArrayNode problems = json.putArray("problems");
        failed.stream().limit(MOST_PROBLEMS).forEach(line -> problems.addObject().put("line", line.line)
                .put("message", Objects.requireNonNull(line.failure).problems().get(0).said().in(language)));
        return json;
    }
}
