package org.supportpolicy.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.supportpolicy.Decision;
import org.supportpolicy.Reason;
import org.supportpolicy.Words;
import org.supportpolicy.finding.Action;
import org.supportpolicy.finding.Exclusion;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.finding.SupportAnswer;

/** Writes decisions as JSON, one object on one line, its keys in a fixed order. Immutable and thread-safe. */
public final class DecisionWriter {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final Words WORDS = Words.of(Locale.ENGLISH);

    /** Writes a decision. Absent values are left out, empty sets are {@code []}, instants stand in the desk's zone. */
    public String write(Decision decision) {
        StringWriter text = new StringWriter(8 * 1024);
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            new Document(json, decision.zone(), new IdentityHashMap<>()).decision(decision);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /**
     * One decision being written.
     *
     * @param said what was said of each fact and finding, since many reasons rest on the same ones
     */
    private record Document(JsonGenerator json, ZoneId zone, Map<Object, String> said) {

        void decision(Decision decision) throws IOException {
            json.writeStartObject();
            json.writeObjectFieldStart("policy");
            json.writeStringField("edition", decision.policy().edition());
            json.writeStringField("fingerprint", decision.policy().fingerprint());
            json.writeEndObject();
            field("ticket", decision.ticket());
            field("asOf", Optional.of(decision.asOf()));
            Optional<SupportAnswer> support = decision.support();
            if (support.isPresent()) {
                json.writeObjectFieldStart("support");
                field("answer", support);
                json.writeEndObject();
            }
            field("entitlement", decision.entitlement());
            array("referrals", decision.referrals());
            sections(decision);
            actions(decision);
            array("irregularities", decision.irregularities());
            array("needs", decision.needs());
            reasons(decision);
            json.writeEndObject();
        }

        private void sections(Decision decision) throws IOException {
            Optional<Decision.IntakeCheck> intake = decision.intake();
            if (intake.isPresent()) {
                json.writeObjectFieldStart("intake");
                json.writeBooleanField("complete", intake.get().complete());
                array("missing", intake.get().missing());
                json.writeEndObject();
            }
            Optional<Integer> urgency = decision.urgency();
            if (urgency.isPresent()) {
                json.writeObjectFieldStart("urgency");
                field("level", urgency);
                json.writeEndObject();
            }
            Optional<Decision.FirstResponse> response = decision.firstResponse();
            if (response.isPresent()) {
                firstResponse(response.get());
            }
            Decision.Queue queue = decision.queue();
            if (queue.urgency().isPresent() || queue.certified().isPresent()) {
                json.writeObjectFieldStart("queue");
                field("urgency", queue.urgency());
                field("certified", queue.certified());
                json.writeEndObject();
            }
            Optional<Decision.VersionSupport> version = decision.version();
            if (version.isPresent()) {
                json.writeObjectFieldStart("version");
                field("status", Optional.of(version.get().status()));
                field("guaranteedThrough", version.get().guaranteedThrough());
                field("withdrawnFrom", version.get().withdrawnFrom());
                json.writeEndObject();
            }
            array("exclusions", decision.exclusions().stream().map(Exclusion::letter).toList());
            array("suspendedBy", decision.suspendedBy());
            array("closureGrounds", decision.closureGrounds());
            Optional<Decision.TicketLifecycle> lifecycle = decision.lifecycle();
            if (lifecycle.isPresent()) {
                json.writeObjectFieldStart("lifecycle");
                field("state", Optional.of(lifecycle.get().state()));
                field("reopenableUntil", lifecycle.get().reopenableUntil());
                field("closesAt", lifecycle.get().closesAt());
                json.writeEndObject();
            }
        }

        private void firstResponse(Decision.FirstResponse response) throws IOException {
            json.writeObjectFieldStart("firstResponse");
            field("owed", response.owed());
            field("priority", Optional.of(response.priority()));
            field("coverage", Optional.of(response.coverage()));
            field("clockStartsAt", response.clockStartsAt());
            field("dueAt", response.dueAt());
            field("status", response.status());
            json.writeEndObject();
        }

        private void actions(Decision decision) throws IOException {
            json.writeArrayFieldStart("actions");
            for (Action action : decision.actions()) {
                json.writeStartObject();
                json.writeStringField("action", action.action().name());
                json.writeStringField("party", action.party().name());
                json.writeStringField("modality", action.modality().name());
                json.writeEndObject();
            }
            json.writeEndArray();
        }

        private void reasons(Decision decision) throws IOException {
            json.writeArrayFieldStart("reasons");
            for (Reason reason : decision.reasons()) {
                json.writeStartObject();
                json.writeStringField("clause", reason.clause());
                json.writeStringField("rule", reason.rule().name());
                json.writeStringField("concludes", words(reason.concludes()));
                json.writeArrayFieldStart("because");
                for (Object matched : reason.because()) {
                    json.writeString(words(matched));
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
        }

        private String words(Object matched) {
            return said.computeIfAbsent(matched, it -> it instanceof Finding finding ? WORDS.finding(finding, zone) : WORDS.fact(it, zone));
        }

        private void field(String name, Optional<?> value) throws IOException {
            if (value.isEmpty()) {
                return;
            }
            json.writeFieldName(name);
            if (value.get() instanceof Integer number) {
                json.writeNumber(number);
            } else if (value.get() instanceof Boolean truth) {
                json.writeBoolean(truth);
            } else if (value.get() instanceof Instant instant) {
                json.writeString(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(zone)));
            } else {
                json.writeString(value.get().toString());
            }
        }

        private void array(String name, Collection<?> values) throws IOException {
            json.writeArrayFieldStart(name);
            for (Object value : values) {
                json.writeString(value.toString());
            }
            json.writeEndArray();
        }
    }
}
