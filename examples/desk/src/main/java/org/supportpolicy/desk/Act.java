package org.supportpolicy.desk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.supportpolicy.fact.Channel;
import org.supportpolicy.fact.Conversation;
import org.supportpolicy.fact.ConversationBuilder;
import org.supportpolicy.fact.Determination;
import org.supportpolicy.fact.Diagnosis;
import org.supportpolicy.fact.DiagnosisBuilder;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.FollowUp;
import org.supportpolicy.fact.FollowUpBuilder;
import org.supportpolicy.fact.Ground;
import org.supportpolicy.fact.Hold;
import org.supportpolicy.fact.Intake;
import org.supportpolicy.fact.IntakeBuilder;
import org.supportpolicy.fact.Resolution;
import org.supportpolicy.fact.ResolutionBuilder;
import org.supportpolicy.fact.Response;
import org.supportpolicy.fact.Ticket;
import org.supportpolicy.fact.TicketBuilder;
import org.supportpolicy.fact.TicketState;

/**
 * What people do to a ticket, and what becomes of its facts. An act records what was done, whether or not the policy permits it: the policy
 * judges the record.
 */
enum Act {
    /** The customer writes. */
    ANSWER((facts, form) -> {
        FactSet heard = Facts.with(facts, Conversation.builder().unansweredAttempts(0).lastCustomerAnswerAt(facts.asOf()).build());
        return facts.get(Resolution.class)
                .map(before -> ResolutionBuilder.builder(before).lastCustomerUpdateAt(facts.asOf()).build())
                .map(resolution -> Facts.with(heard, resolution)).orElse(heard);
    }),
    /** The customer fills in what the form lacks. Whether it is complete then, the policy says. */
    SUPPLY((facts, form) -> Facts.with(facts, Facts.intake(form))),
    /** An authorised contact takes the ticket over: it counts as created in order from now on. */
    TAKE_OVER((facts, form) -> completed(Facts.with(facts, Person.find(form.text("person")).orElseThrow().contact()))),
    /** What came in another way is entered in the online helpdesk. */
    ENTER((facts, form) -> completed(Facts.with(facts, TicketBuilder.builder(ticket(facts)).channel(Channel.ONLINE_HELPDESK).build()))),
    /** Somebody asks to reopen it, with or without an explanation. */
    REOPEN((facts, form) -> Facts.with(facts,
            ResolutionBuilder.builder(facts.get(Resolution.class).orElse(Resolution.builder().build()))
                    .reopenRequestedAt(facts.asOf()).reopenExplained(form.has("text")).build())),
    /** A technician writes to the customer; with the box ticked, an answer is awaited. */
    RESPOND((facts, form) -> {
        FactSet answered = facts.get(Response.class).isEmpty()
                ? Facts.with(facts, Response.builder().firstRespondedAt(facts.asOf()).byTechnician(true).loggedOnTicket(true).build())
                : Facts.with(facts, FollowUpBuilder.builder(facts.get(FollowUp.class).orElse(FollowUp.builder().build()))
                        .lastGivenAt(facts.asOf()).build());
        return form.has("awaited") ? attempted(answered) : answered;
    }),
    /** Support puts it on hold. */
    HOLD((facts, form) -> {
        List<Hold> holds = ended(facts);
        holds.add(new Hold(facts.asOf(), null));
        return Facts.with(facts, TicketBuilder.builder(ticket(facts)).state(TicketState.ON_HOLD).holds(holds).build());
    }),
    /** Support goes on with it. */
    RELEASE((facts, form) -> state(facts, TicketState.ACTIVE)),
    /** Support records what it found. */
    FIND((facts, form) -> {
        Diagnosis before = facts.get(Diagnosis.class).orElse(Diagnosis.builder().build());
        Set<Determination> found = new HashSet<>(Objects.requireNonNullElse(before.determinations(), Set.of()));
        form.texts("found").forEach(each -> found.add(Determination.valueOf(each)));
        return Facts.with(facts, DiagnosisBuilder.builder(before).determinations(found).build());
    }, form -> String.join(" ", form.texts("found"))),
    /** Support marks it resolved, on a ground. */
    RESOLVE((facts, form) -> {
        Ground ground = form.has("ground") ? ground(form.text("ground")) : null;
        return Facts.with(state(facts, TicketState.RESOLVED),
                Resolution.builder().markedResolvedAt(facts.asOf()).ground(ground).build());
    }, form -> form.text("ground")),
    /** Support takes it up again, as the customer asked. */
    TAKE_UP((facts, form) -> state(facts, TicketState.ACTIVE)),
    /** Support closes it for good. */
    CLOSE((facts, form) -> state(facts, TicketState.CLOSED)),
    /** An open question is answered. */
    SETTLE((facts, form) -> Facts.with(facts, Map.of(form.text("path"), Facts.answer(form.text("answer")))),
            form -> form.text("text") + " " + form.text("answer"));

    private final BiFunction<FactSet, Form, FactSet> change;
    private final Function<Form, String> detail;

    /** What is kept of the form beside the facts is what was written. */
    Act(BiFunction<FactSet, Form, FactSet> change) {
        this(change, form -> form.text("text"));
    }

    Act(BiFunction<FactSet, Form, FactSet> change, Function<Form, String> detail) {
        this.change = change;
        this.detail = detail;
    }

    /**
     * The facts after it was done.
     *
     * @param facts those before, at the instant at which it is done
     * @param form what was filled in
     */
    FactSet apply(FactSet facts, Form form) {
        return change.apply(facts, form);
    }

    /** What is kept of the form beside the facts. */
    String detail(Form form) {
        return detail.apply(form);
    }

    private static Ticket ticket(FactSet facts) {
        return facts.get(Ticket.class).orElseThrow();
    }

    /** The spans on hold, all of them over by now. */
    private static List<Hold> ended(FactSet facts) {
        List<Hold> holds = new ArrayList<>(Objects.requireNonNullElse(ticket(facts).holds(), List.of()));
        holds.replaceAll(hold -> hold.to() == null ? new Hold(hold.from(), facts.asOf()) : hold);
        return holds;
    }

    /** The ticket in another state than on hold: a hold ends. */
    private static FactSet state(FactSet facts, TicketState state) {
        return Facts.with(facts, TicketBuilder.builder(ticket(facts)).state(state).holds(ended(facts)).build());
    }

    /** Support waits for an answer: one more attempt to reach the customer. */
    private static FactSet attempted(FactSet facts) {
        Conversation before = facts.get(Conversation.class).orElse(Conversation.builder().build());
        int attempts = before.unansweredAttempts() == null ? 0 : before.unansweredAttempts();
        return Facts.with(facts, ConversationBuilder.builder(before).unansweredAttempts(attempts + 1)
                .firstUnansweredAttemptAt(attempts == 0 ? facts.asOf() : before.firstUnansweredAttemptAt()).build());
    }

    /** The last thing that was missing came in. */
    static FactSet completed(FactSet facts) {
        return facts.get(Intake.class).map(intake -> Facts.with(facts, IntakeBuilder.builder(intake).completedAt(facts.asOf()).build()))
                .orElse(facts);
    }

    /** A ground that the library knows. */
    private static Ground ground(String name) {
        Ground ground = Ground.of(name);
        if (!ground.isKnown()) {
            throw new IllegalArgumentException("There is no ground (" + name + ").");
        }
        return ground;
    }
}
