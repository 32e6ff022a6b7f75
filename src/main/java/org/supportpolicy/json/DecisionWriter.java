package org.supportpolicy.json;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.Decision;
import org.supportpolicy.Note;
import org.supportpolicy.Outcome;
import org.supportpolicy.Question;
import org.supportpolicy.Reading;
import org.supportpolicy.Reason;
import org.supportpolicy.internal.words.Words;
import org.supportpolicy.finding.Action;
import org.supportpolicy.finding.Exclusion;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.finding.SupportAnswer;

/** Writes decisions as JSON, one object on one line, its keys in a fixed order. Immutable and thread-safe. */
public final class DecisionWriter {

    private static final int USUAL_BYTES = 16 * 1024;

    private final Words words;
    private final @Nullable Locale questions;
    private final boolean validity;
    private final Fragments fragments = new Fragments();
    /** The text that a thread writes into, decision after decision. */
    private final ThreadLocal<JsonText> texts = ThreadLocal.withInitial(() -> new JsonText(USUAL_BYTES));

    /** Makes a writer whose reasons say of a free text that it was given, and not what it says. */
    public DecisionWriter() {
        this(Words.of(false), null, false);
    }

    private DecisionWriter(Words words, @Nullable Locale questions, boolean validity) {
        this.words = words;
        this.questions = questions;
        this.validity = validity;
    }

    /**
     * The same that also writes {@code questions}: what is still to be known, as questions with what would come of which answer.
     *
     * @param locale the language of the questions: Dutch for Dutch, any other for English
     */
    public DecisionWriter withQuestions(Locale locale) {
        return new DecisionWriter(words, Objects.requireNonNull(locale, "The locale must be given."), validity);
    }

    /** The same that also writes {@code validUntil}, which takes as long as a few decisions. */
    public DecisionWriter withValidity() {
        return new DecisionWriter(words, questions, true);
    }

    /** A writer whose reasons say what free texts say, up to sixty characters of each; what it writes may hold personal data. */
    public static DecisionWriter withTexts() {
        return new DecisionWriter(Words.of(true), null, false);
    }

    /** Writes a decision. Absent values are left out, empty sets are {@code []}, instants stand in the desk's zone. */
    public String write(Decision decision) {
        return new String(writeUtf8(decision), StandardCharsets.UTF_8);
    }

    /** Writes a decision in UTF-8, which is faster where bytes are wanted. */
    public byte[] writeUtf8(Decision decision) {
        Objects.requireNonNull(decision, "The decision must be given.");
        JsonText json = texts.get();
        json.clear();
        new Document(json, words, decision.zone(), fragments, new IdentityHashMap<>()).decision(decision, questions, validity);
        return json.toBytes();
    }

    /** Where something stands in the text. */
    private record Said(int begin, int end) {}

    /**
     * One decision being written.
     *
     * @param said where each fact and finding was said, since many reasons rest on the same ones
     */
    private record Document(JsonText json, Words words, ZoneId zone, Fragments fragments, Map<Object, Said> said) {

        void decision(Decision decision, @Nullable Locale questions, boolean validity) {
            json.open('{');
            object("policy");
            text("edition", decision.policy().edition());
            text("fingerprint", decision.policy().fingerprint());
            text("zoneData", decision.policy().zoneData());
            json.close('}');
            field("ticket", decision.ticket());
            field("asOf", Optional.of(decision.asOf()));
            if (validity) {
                field("validUntil", decision.validUntil());
            }
            Optional<SupportAnswer> support = decision.support();
            if (support.isPresent()) {
                object("support");
                field("answer", support);
                json.close('}');
            }
            field("entitlement", decision.entitlement());
            array("referrals", decision.referrals());
            sections(decision);
            actions(decision);
            array("irregularities", decision.irregularities());
            array("needs", decision.needs());
            if (questions != null) {
                questions(decision, questions);
            }
            array("readings", decision.readings().stream().map(Reading::id).toList());
            reasons(decision);
            notes(decision);
            json.close('}');
        }

        private void sections(Decision decision) {
            Optional<Decision.IntakeCheck> intake = decision.intake();
            if (intake.isPresent()) {
                object("intake");
                field("complete", Optional.of(intake.get().complete()));
                array("missing", intake.get().missing());
                json.close('}');
            }
            urgency(decision);
            decision.firstResponse().ifPresent(this::firstResponse);
            decision.followUp().ifPresent(this::followUp);
            Decision.Queue queue = decision.queue();
            if (queue.urgency().isPresent() || queue.certified().isPresent()) {
                object("queue");
                field("urgency", queue.urgency());
                field("certified", queue.certified());
                json.close('}');
            }
            Optional<Decision.VersionSupport> version = decision.version();
            if (version.isPresent()) {
                object("version");
                field("status", Optional.of(version.get().status()));
                field("guaranteedThrough", version.get().guaranteedThrough());
                field("withdrawnFrom", version.get().withdrawnFrom());
                json.close('}');
            }
            array("exclusions", decision.exclusions().stream().map(Exclusion::letter).toList());
            array("suspendedBy", decision.suspendedBy());
            array("closureGrounds", decision.closureGrounds());
            Optional<Decision.TicketLifecycle> lifecycle = decision.lifecycle();
            if (lifecycle.isPresent()) {
                object("lifecycle");
                field("state", Optional.of(lifecycle.get().state()));
                field("reopenableUntil", lifecycle.get().reopenableUntil());
                field("closesAt", lifecycle.get().closesAt());
                json.close('}');
            }
        }

        private void urgency(Decision decision) {
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

        private void followUp(Decision.FollowUps followUp) {
            object("followUp");
            field("owed", followUp.owed());
            field("dueAt", followUp.dueAt());
            instants("remindAt", followUp.remindAt());
            field("status", followUp.status());
            json.close('}');
        }

        private void instants(String name, List<Instant> instants) {
            if (!instants.isEmpty()) {
                array(name, instants.stream().map(instant -> Words.instant(instant, zone)).toList());
            }
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

        private void actions(Decision decision) {
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

        private void reasons(Decision decision) {
            array("reasons");
            for (Reason reason : decision.reasons()) {
                json.open('{');
                Fragments.OfRule rule = fragments.rule(reason.rule());
                json.raw(rule.head());
                words(reason.concludes());
                array("because");
                for (Object matched : reason.because()) {
                    words(matched);
                }
                json.close(']');
                json.raw(rule.tail());
                json.close('}');
            }
            json.close(']');
        }

        private void questions(Decision decision, Locale locale) {
            array("questions");
            for (Question question : decision.questions(locale)) {
                json.open('{');
                text("path", question.path());
                text("ask", question.ask());
                array("outcomes");
                decision.outcomes(question.path()).stream()
                        .filter(outcome -> outcome.values().stream()
                                .allMatch(value -> !(value instanceof Record || value instanceof Collection || value instanceof Map)))
                        .forEach(this::outcome);
                json.close(']');
                json.close('}');
            }
            json.close(']');
        }

        private void outcome(Outcome outcome) {
            json.open('{');
            array("values");
            outcome.values().forEach(this::value);
            json.close(']');
            object("answers");
            outcome.answers().forEach((section, findings) ->
                    array(section, findings.stream().map(finding -> words.finding(finding, zone)).toList()));
            json.close('}');
            json.close('}');
        }

        private void notes(Decision decision) {
            array("notes");
            for (Note note : decision.notes()) {
                json.open('{');
                text("path", note.path());
                field("value", Optional.of(note.value()));
                text("kind", note.kind().name());
                text("other", note.other());
                field("limit", Optional.of(note.limit()));
                json.close('}');
            }
            json.close(']');
        }

        private void words(Object matched) {
            if (Fragments.comesAgain(matched)) {
                json.raw(fragments.finding((Finding) matched, words, zone));
                return;
            }
            Said before = said.get(matched);
            if (before == null) {
                int begin = json.text(matched instanceof Finding finding ? words.finding(finding, zone) : words.fact(matched, zone));
                said.put(matched, new Said(begin, json.length()));
            } else {
                json.again(before.begin, before.end);
            }
        }

        private void object(String name) {
            json.name(name);
            json.open('{');
        }

        private void array(String name) {
            json.name(name);
            json.open('[');
        }

        private void text(String name, String text) {
            json.name(name);
            json.text(text);
        }

        private void field(String name, Optional<?> value) {
            if (value.isEmpty()) {
                return;
            }
            json.name(name);
            value(value.get());
        }

        private void value(Object value) {
            if (value instanceof Integer number) {
                json.number(number);
            } else if (value instanceof Boolean truth) {
                json.truth(truth);
            } else if (value instanceof Instant instant) {
                json.text(Words.instant(instant, zone));
            } else {
                json.text(value.toString());
            }
        }

        private void array(String name, Collection<?> values) {
            array(name);
            for (Object value : values) {
                json.text(value.toString());
            }
            json.close(']');
        }
    }
}
