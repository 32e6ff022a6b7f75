package org.supportpolicy.json;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.supportpolicy.Decision;
import org.supportpolicy.finding.Action;
import org.supportpolicy.finding.Exclusion;
import org.supportpolicy.finding.SupportAnswer;

/**
 * One decision being written: its sections, and what stands around them.
 *
 * @param form what is written of it
 */
record DecisionText(JsonText json, Form form, Decision decision, Voice voice, Fragments fragments) {

    void write() {
        json.open('{');
        json.name("policy");
        json.raw(fragments.policy(decision.policy()));
        field("ticket", decision.ticket());
        field("asOf", Optional.of(decision.asOf()));
        if (form.validity()) {
            field("validUntil", decision.validUntil());
        }
        if (!decision.ignored().isEmpty()) {
            array("ignored", decision.ignored());
        }
        sections();
        if (form.wants("readings")) {
            array("readings");
            decision.readings().forEach(reading -> json.text(reading.id()));
            json.close(']');
        }
        if (form.wants("reasons")) {
            new ReasonsText(json, decision.zone(), voice, fragments).write(decision, form.structured());
        }
        if (form.wants("notes")) {
            Asides.notes(this);
        }
        json.close('}');
    }

    private void sections() {
        if (form.wants("support")) {
            support();
        }
        if (form.wants("entitlement")) {
            field("entitlement", decision.entitlement());
        }
        list("referrals", decision::referrals);
        if (form.wants("intake")) {
            intake();
        }
        if (form.wants("urgency")) {
            urgency();
        }
        if (form.wants("firstResponse")) {
            decision.firstResponse().ifPresent(this::firstResponse);
        }
        if (form.wants("followUp")) {
            decision.followUp().ifPresent(this::followUp);
        }
        if (form.wants("queue")) {
            queue();
        }
        if (form.wants("version")) {
            version();
        }
        list("exclusions", () -> decision.exclusions().stream().map(Exclusion::letter).toList());
        list("suspendedBy", decision::suspendedBy);
        list("closureGrounds", decision::closureGrounds);
        if (form.wants("lifecycle")) {
            lifecycle();
        }
        if (form.wants("actions")) {
            actions();
        }
        list("irregularities", decision::irregularities);
        list("needs", decision::needs);
        if (form.questions() != null) {
            Asides.questions(this, form.questions());
        }
    }

    private void support() {
        Optional<SupportAnswer> support = decision.support();
        if (support.isPresent()) {
            object("support");
            field("answer", support);
            json.close('}');
        }
    }

    private void intake() {
        Optional<Decision.IntakeCheck> intake = decision.intake();
        if (intake.isPresent()) {
            object("intake");
            field("complete", Optional.of(intake.get().complete()));
            array("missing", intake.get().missing());
            json.close('}');
        }
    }

    private void urgency() {
        Optional<Integer> level = decision.urgency();
        Optional<Integer> inForce = decision.urgencyInForce();
        Collection<Integer> possible = level.isPresent() ? List.of() : decision.possibleUrgencies();
        if (level.isEmpty() && inForce.isEmpty() && possible.isEmpty()) {
            return;
        }
        object("urgency");
        field("level", level);
        if (!possible.isEmpty()) {
            array("possible");
            possible.forEach(json::number);
            json.close(']');
        }
        field("inForce", inForce);
        json.close('}');
    }

    private void firstResponse(Decision.FirstResponse response) {
        object("firstResponse");
        field("owed", response.owed());
        field("priority", Optional.of(response.priority()));
        field("coverage", Optional.of(response.coverage()));
        field("clockStartsAt", response.clockStartsAt());
        field("dueAt", response.dueAt());
        instants("remindAt", response.remindAt());
        field("status", response.status());
        json.close('}');
    }

    private void followUp(Decision.FollowUps followUp) {
        object("followUp");
        field("owed", followUp.owed());
        field("dueAt", followUp.dueAt());
        instants("remindAt", followUp.remindAt());
        field("status", followUp.status());
        json.close('}');
    }

    private void queue() {
        Decision.Queue queue = decision.queue();
        if (queue.urgency().isPresent() || queue.precedence().isPresent() || queue.certified().isPresent()) {
            object("queue");
            field("urgency", queue.urgency());
            field("precedence", queue.precedence());
            field("certified", queue.certified());
            json.close('}');
        }
    }

    private void version() {
        Optional<Decision.VersionSupport> version = decision.version();
        if (version.isPresent()) {
            object("version");
            field("status", Optional.of(version.get().status()));
            field("guaranteedThrough", version.get().guaranteedThrough());
            field("withdrawnFrom", version.get().withdrawnFrom());
            json.close('}');
        }
    }

    private void lifecycle() {
        Optional<Decision.TicketLifecycle> lifecycle = decision.lifecycle();
        if (lifecycle.isPresent()) {
            object("lifecycle");
            field("state", Optional.of(lifecycle.get().state()));
            field("reopenableUntil", lifecycle.get().reopenableUntil());
            field("closesAt", lifecycle.get().closesAt());
            json.close('}');
        }
    }

    private void actions() {
        array("actions");
        for (Action action : decision.actions()) {
            json.open('{');
            text("action", action.action().name());
            text("party", action.party().name());
            text("modality", action.modality().name());
            json.close('}');
        }
        json.close(']');
    }

    private void instants(String name, List<Instant> instants) {
        if (!instants.isEmpty()) {
            array(name);
            instants.forEach(this::value);
            json.close(']');
        }
    }

    void object(String name) {
        json.name(name);
        json.open('{');
    }

    void array(String name) {
        json.name(name);
        json.open('[');
    }

    void array(String name, Collection<?> values) {
        array(name);
        for (Object value : values) {
            json.text(value.toString());
        }
        json.close(']');
    }

    void text(String name, String text) {
        json.name(name);
        json.text(text);
    }

    void field(String name, Optional<?> value) {
        if (value.isPresent()) {
            json.name(name);
            value(value.get());
        }
    }

    void value(Object value) {
        json.value(value, decision.zone());
    }

    private void list(String name, Supplier<Collection<?>> values) {
        if (form.wants(name)) {
            array(name, values.get());
        }
    }
}
