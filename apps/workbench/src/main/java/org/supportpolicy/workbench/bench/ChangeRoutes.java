package org.supportpolicy.workbench.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.Problem;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.author.ChangeMemo;
import org.supportpolicy.author.ChangeWords;
import org.supportpolicy.author.Edit;
import org.supportpolicy.author.PolicyDiff;
import org.supportpolicy.json.FactSetWriter;
import org.supportpolicy.verify.Scenario;
import org.supportpolicy.workbench.http.Json;
import org.supportpolicy.workbench.http.Refused;

/** What the edit changes against another policy, and the memo for those who approve it. */
final class ChangeRoutes implements Routes {

    private static final String CHANGES = "changes";
    private static final int MISSING = 404;
    private static final int MOST_ANSWERS = 500;

    private final Copy copy;
    private final Jobs jobs;
    private final Revisions revisions;
    private final Places places;
    private volatile @Nullable Memos memos;

    ChangeRoutes(Copy copy, Jobs jobs, Revisions revisions) {
        this.copy = copy;
        this.jobs = jobs;
        this.revisions = revisions;
        this.places = new Places(copy.files().directory());
    }

    @Override
    public void add(RoutesConfig config) {
        new JobRoutes(jobs, CHANGES).add(config);
        config.get("/api/revisions", this::revisions);
        config.post("/api/" + CHANGES, this::begin);
        config.get("/api/changes/memo", request -> request.contentType("text/html; charset=utf-8")
                .result(memo(request).html()));
        config.get("/api/changes/memo.md", request -> request.contentType("text/markdown; charset=utf-8")
                .result(memo(request).markdown()));
    }

    private ChangeMemo memo(Context request) {
        Memos last = memos;
        if (last == null) {
            throw Refused.of(MISSING, "memo.none");
        }
        return last.in(Json.language(request));
    }

    private void revisions(Context request) throws IOException {
        ObjectNode json = Json.object().put("git", revisions.isThere()).put("branch", revisions.branch());
        ArrayNode all = json.putArray("revisions");
        for (Revisions.Revision revision : revisions.all()) {
            ArrayNode names = all.addObject().put("id", revision.id()).put("short", revision.brief())
                    .put("when", revision.when().toString()).put("who", revision.who()).put("message", revision.message())
                    .putArray("names");
            revision.names().forEach(names::add);
        }
        Json.write(json, request);
    }

    private void begin(Context request) {
        Body body = Body.of(request);
        Locale language = Json.language(request);
        String against = body.given("against").orElse(Against.STANDARD);
        Copy.State state = copy.with(body.unsaved());
        SupportPolicy after = places.sound(state, language);
        SupportPolicy before = new Against(revisions).policy(against);
        List<Scenario> scenarios = state.copy() == null ? List.of() : state.copy().scenarios();
        Json.write(jobs.begin(CHANGES, Map.of("against", against), progress -> {
            ChangeMemo memo = ChangeMemo.between(before, after, language);
            PolicyDiff.Report report = memo.report(scenarios, progress);
            Function<Locale, JsonNode> result = written(report, PolicyDiff.between(before, after).edits());
            memos = new Memos(before, after, scenarios, memo, language);
            return result;
        }).brief(), request.status(202));
    }

    private static Function<Locale, JsonNode> written(PolicyDiff.Report report, List<Edit> edits) {
        return language -> {
            ObjectNode json = Json.object().put("tried", report.tried()).put("undecided", report.undecided());
            json.set("combinations", Json.of(report.combinations()));
            ArrayNode edited = json.putArray("edits");
            edits.forEach(edit -> edit(edit, language, edited.addObject()));
            json.put("changed", report.changes().stream().mapToInt(PolicyDiff.Change::count).sum())
                    .put("ways", report.changes().size());
            ArrayNode changes = json.putArray("changes");
            report.changes().stream().limit(MOST_ANSWERS).forEach(change -> change(change, language, changes.addObject()));
            return json;
        };
    }

    private static void edit(Edit edit, Locale language, ObjectNode json) {
        json.put("kind", edit.kind().name()).put("what", Problem.of("edit." + edit.kind()).said().in(language));
        if (!edit.clause().isEmpty()) {
            json.put("clause", edit.clause());
        }
        edit.rule().ifPresent(rule -> json.put("rule", rule));
        edit.before().ifPresent(text -> json.put("before", text));
        edit.after().ifPresent(text -> json.put("after", text));
    }

    private static void change(PolicyDiff.Change change, Locale language, ObjectNode json) {
        ChangeWords words = ChangeWords.of(change, language);
        json.set("clauses", Json.of(change.clauses()));
        json.set("answers", Json.of(change.answers()));
        json.put("count", change.count()).set("facts", Json.read(new FactSetWriter().write(change.witness())));
        json.set("ticketWords", Json.of(words.ticket()));
        json.set("effects", Json.of(words.effects()));
        json.set("differences", differences(change, language));
        change.from().ifPresent(instant -> json.put("from", instant.toString()));
        change.until().ifPresent(instant -> json.put("until", instant.toString()));
    }

    /** What each answer was and is; of a list what goes from it and what comes to it, unless only its order is another. */
    private static ArrayNode differences(PolicyDiff.Change change, Locale language) {
        List<PolicyDiff.Difference> told = change.differences().stream()
                .map(each -> isList(each) ? new PolicyDiff.Difference(each.answer(), each.removed(), each.added()) : each).toList();
        List<ChangeWords.Answer> words = ChangeWords.of(new PolicyDiff.Change(change.clauses(), change.answers(), change.count(),
                change.witness(), told, change.from(), change.until()), language).answers();
        ArrayNode json = Json.object().arrayNode();
        for (int i = 0; i < told.size(); i++) {
            ObjectNode one = (ObjectNode) Json.of(words.get(i));
            PolicyDiff.Difference difference = change.differences().get(i);
            if (isList(difference)) {
                one.put("gone", !difference.removed().isEmpty()).put("come", !difference.added().isEmpty());
            }
            json.add(one);
        }
        return json;
    }

    private static boolean isList(PolicyDiff.Difference difference) {
        return !difference.removed().isEmpty() || !difference.added().isEmpty();
    }

    /** The memo of one comparison in both languages; in the second when it is asked for. */
    private static final class Memos {

        private final SupportPolicy before;
        private final SupportPolicy after;
        private final List<Scenario> scenarios;
        private final Map<Locale, ChangeMemo> written = new HashMap<>();

        Memos(SupportPolicy before, SupportPolicy after, List<Scenario> scenarios, ChangeMemo memo, Locale language) {
            this.before = before;
            this.after = after;
            this.scenarios = scenarios;
            written.put(language, memo);
        }

        synchronized ChangeMemo in(Locale language) {
            return written.computeIfAbsent(language, other -> {
                ChangeMemo memo = ChangeMemo.between(before, after, other);
                memo.report(scenarios);
                return memo;
            });
        }
    }
}
