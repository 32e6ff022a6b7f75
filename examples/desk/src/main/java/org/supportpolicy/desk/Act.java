package org.supportpolicy.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
import org.supportpolicy.fact.IntakeField;
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
    ANSWER {
        @Override
        FactSet apply(FactSet facts, Form form) {
            FactSet heard = Facts.with(facts, Conversation.builder().unansweredAttempts(0).lastCustomerAnswerAt(facts.asOf()).build());
            return facts.get(Resolution.class)
                    .map(before -> ResolutionBuilder.builder(before).lastCustomerUpdateAt(facts.asOf()).build())
                    .map(resolution -> Facts.with(heard, resolution)).orElse(heard);
        }
    },
    /** The customer fills in what the form lacks. Whether it is complete then, the policy says. */
    SUPPLY {
        @Override
        FactSet apply(FactSet facts, Form form) {
            Map<String, JsonNode> given = new LinkedHashMap<>();
            for (IntakeField field : IntakeField.values()) {
                if (form.has("intake." + field)) {
                    given.put("intake." + field, Facts.intake(field, form.text("intake." + field)));
                }
            }
            return Facts.with(facts, given);
        }
    },
    /** An authorised contact takes the ticket over: it counts as created in order from now on. */
    TAKE_OVER {
        @Override
        FactSet apply(FactSet facts, Form form) {
            return completed(Facts.with(facts, Person.find(form.text("person")).orElseThrow().contact()));
        }
    },
    /** What came in another way is entered in the online helpdesk. */
    ENTER {
        @Override
        FactSet apply(FactSet facts, Form form) {
            return completed(Facts.with(facts, TicketBuilder.builder(ticket(facts)).channel(Channel.ONLINE_HELPDESK).build()));
        }
    },
    /** Somebody asks to reopen it, with or without an explanation. */
    REOPEN {
        @Override
        FactSet apply(FactSet facts, Form form) {
            return Facts.with(facts, ResolutionBuilder.builder(facts.get(Resolution.class).orElseGet(() -> Resolution.builder().build()))
                    .reopenRequestedAt(facts.asOf()).reopenExplained(form.has("text")).build());
        }
    },
    /** A technician writes to the customer; with the box ticked, an answer is awaited. */
    RESPOND {
        @Override
        FactSet apply(FactSet facts, Form form) {
            FactSet answered = facts.get(Response.class).isEmpty()
                    ? Facts.with(facts, Response.builder().firstRespondedAt(facts.asOf()).byTechnician(true).loggedOnTicket(true).build())
                    : Facts.with(facts, FollowUpBuilder.builder(facts.get(FollowUp.class).orElseGet(() -> FollowUp.builder().build()))
                            .lastGivenAt(facts.asOf()).build());
            return form.has("awaited") ? attempted(answered) : answered;
        }
    },
    /** Support puts it on hold. */
    HOLD {
        @Override
        FactSet apply(FactSet facts, Form form) {
            List<Hold> holds = holds(facts);
            holds.add(new Hold(facts.asOf(), null));
            return Facts.with(facts, TicketBuilder.builder(ticket(facts)).state(TicketState.ON_HOLD).holds(holds).build());
        }
    },
    /** Support goes on with it. */
    RELEASE {
        @Override
        FactSet apply(FactSet facts, Form form) {
            return state(facts, TicketState.ACTIVE);
        }
    },
    /** Support records what it found. */
    FIND {
        @Override
        String detail(Form form) {
            return String.join(" ", form.texts("found"));
        }

        @Override
        FactSet apply(FactSet facts, Form form) {
            Diagnosis before = facts.get(Diagnosis.class).orElseGet(() -> Diagnosis.builder().build());
            Set<Determination> found = form.texts("found").stream().map(Determination::valueOf)
                    .collect(Collectors.toCollection(HashSet::new));
            if (before.determinations() != null) {
                found.addAll(before.determinations());
            }
            return Facts.with(facts, DiagnosisBuilder.builder(before).determinations(found).build());
        }
    },
    /** Support marks it resolved, on a ground. */
    RESOLVE {
        @Override
        String detail(Form form) {
            return form.text("ground");
        }

        @Override
        FactSet apply(FactSet facts, Form form) {
            Ground ground = form.has("ground") ? Ground.valueOf(form.text("ground")) : null;
            return Facts.with(state(facts, TicketState.RESOLVED),
                    Resolution.builder().markedResolvedAt(facts.asOf()).ground(ground).build());
        }
    },
    /** Support takes it up again, as the customer asked. */
    TAKE_UP {
        @Override
        FactSet apply(FactSet facts, Form form) {
            return state(facts, TicketState.ACTIVE);
        }
    },
    /** Support closes it for good. */
    CLOSE {
        @Override
        FactSet apply(FactSet facts, Form form) {
            return state(facts, TicketState.CLOSED);
        }
    },
    /** An open question is answered. */
    SETTLE {
        @Override
        String detail(Form form) {
            return form.text("text") + " " + form.text("answer");
        }

        @Override
        FactSet apply(FactSet facts, Form form) {
            return Facts.with(facts, Map.of(form.text("path"), Facts.answer(form.text("answer"))));
        }
    };

    /**
     * The facts after it was done.
     *
     * @param facts those before, at the instant at which it is done
     * @param form what was filled in
     */
    abstract FactSet apply(FactSet facts, Form form);

    /** What is kept of the form, beside the facts: mostly what was written. */
    String detail(Form form) {
        return form.text("text");
    }

    private static Ticket ticket(FactSet facts) {
        return facts.get(Ticket.class).orElseThrow();
    }

    /** The spans on hold, none of them without an end unless the last. */
    private static List<Hold> holds(FactSet facts) {
        List<Hold> holds = ticket(facts).holds();
        return holds == null ? new ArrayList<>() : new ArrayList<>(holds);
    }

    /** The ticket in another state than on hold: a hold ends. */
    private static FactSet state(FactSet facts, TicketState state) {
        List<Hold> holds = holds(facts);
        holds.replaceAll(hold -> hold.to() == null ? new Hold(hold.from(), facts.asOf()) : hold);
        return Facts.with(facts, TicketBuilder.builder(ticket(facts)).state(state).holds(holds).build());
    }

    /** Support waits for an answer: one more attempt to reach the customer. */
    private static FactSet attempted(FactSet facts) {
        Conversation before = facts.get(Conversation.class).orElseGet(() -> Conversation.builder().build());
        int attempts = before.unansweredAttempts() == null ? 0 : before.unansweredAttempts();
        return Facts.with(facts, ConversationBuilder.builder(before).unansweredAttempts(attempts + 1)
                .firstUnansweredAttemptAt(attempts == 0 ? facts.asOf() : before.firstUnansweredAttemptAt()).build());
    }

    /** The last thing that was missing came in. */
    static FactSet completed(FactSet facts) {
        return facts.get(Intake.class).map(intake -> Facts.with(facts, IntakeBuilder.builder(intake).completedAt(facts.asOf()).build()))
                .orElse(facts);
    }
}
