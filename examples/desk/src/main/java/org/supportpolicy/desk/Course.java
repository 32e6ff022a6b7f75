package org.supportpolicy.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.supportpolicy.Change;
import org.supportpolicy.Decider;
import org.supportpolicy.Decision;
import org.supportpolicy.Outlook;
import org.supportpolicy.fact.DeskTemplate;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.finding.Action;
import org.supportpolicy.finding.ActionKind;

/**
 * How a ticket goes on from where it stands: what changes by itself, what is done, and what was decided then. It keeps nothing; all that is
 * to be kept stands in {@link #events()}, {@link #decided()} and the ticket itself. Not thread-safe.
 */
final class Course {

    private static final Form NOTHING = new Form(Map.of());

    /** What was decided, and the facts that it rests on. */
    record Decided(FactSet facts, Decision decision) {}

    private final Decider decider;
    private final DeskTemplate desk;
    private final List<Event> events = new ArrayList<>();
    private final List<Decided> decided = new ArrayList<>();
    private FactSet facts;
    private Outlook outlook;

    private Course(Decider decider, DeskTemplate desk, FactSet facts) {
        this.decider = decider;
        this.desk = desk;
        this.facts = facts;
        this.outlook = outlook();
    }

    /** The course of a ticket that is filed. */
    static Course begin(Decider decider, DeskTemplate desk, FactSet facts, List<Event> events) {
        Course course = new Course(decider, desk, facts);
        course.events.addAll(events);
        course.note();
        return course;
    }

    /** The course of a ticket that is kept, from when it was last decided until now. */
    static Course resume(Decider decider, DeskTemplate desk, StoredTicket ticket, Instant now) {
        Course course = new Course(decider, desk, ticket.facts().at(ticket.decidedAt()));
        course.pass(now);
        return course;
    }

    /** Lets time pass: at each instant at which the decision changes by itself it is made anew. */
    private void pass(Instant now) {
        for (Optional<Instant> at = validUntil(); at.isPresent() && !at.get().isAfter(now); at = validUntil()) {
            Decision before = decision();
            decide(facts.at(at.get()));
            events.add(new Event(at.get(), Event.CHANGED, String.join(" ", new Change(before, decision()).sections())));
            carryOut(at.get());
        }
    }

    /**
     * Somebody does something.
     *
     * @throws IllegalArgumentException if it answers a question that is not open
     */
    void act(Act act, Form form, Instant now) {
        if (act == Act.SETTLE && !decision().needs().contains(form.text("path"))) {
            throw new IllegalArgumentException("The question (" + form.text("path") + ") must be open.");
        }
        record(act, form, now);
        if (act == Act.SUPPLY && decision().intake().filter(Decision.IntakeCheck::complete).isPresent()) {
            decide(Act.completed(facts));
        }
        carryOut(now);
    }

    private void record(Act act, Form form, Instant now) {
        events.add(new Event(now, act.name(), act.detail(form)));
        decide(act.apply(facts.at(now), form));
    }

    /** What support will do and a desk can do by itself, it does at once. */
    private void carryOut(Instant now) {
        if (will(ActionKind.REOPEN)) {
            record(Act.TAKE_UP, NOTHING, now);
        } else if (will(ActionKind.CLOSE_PERMANENTLY)) {
            record(Act.CLOSE, NOTHING, now);
        }
    }

    private boolean will(ActionKind action) {
        return decision().actions().contains(Action.supportWill(action));
    }

    private void decide(FactSet anew) {
        facts = anew;
        outlook = outlook();
        note();
    }

    private void note() {
        decided.add(new Decided(deskFacts(), decision()));
    }

    private FactSet deskFacts() {
        return facts.over(desk);
    }

    private Outlook outlook() {
        return decider.outlook(deskFacts());
    }

    FactSet facts() {
        return facts;
    }

    Decision decision() {
        return outlook.decision();
    }

    /** When it has to be decided again if nobody acts, as the database keeps it. */
    Optional<Instant> validUntil() {
        return outlook.validUntil().map(Tickets::nextMicrosecond);
    }

    List<Event> events() {
        return events;
    }

    List<Decided> decided() {
        return decided;
    }
}
