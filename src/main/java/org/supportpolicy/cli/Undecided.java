package org.supportpolicy.cli;

import java.util.Locale;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.Ticket;
import org.supportpolicy.verify.Scenario;

/** How it is said that a policy cannot decide a ticket, which is one failure among what goes on. */
final class Undecided {

    private Undecided() {}

    /**
     * The place, the ticket when its number is known, and why it cannot be decided.
     *
     * @param place where the ticket stands
     */
    static String said(String place, FactSet facts, PolicyException failure, Locale locale) {
        Problem.Said said = facts.get(Ticket.class).map(Ticket::number).map(number -> Problem.of("undecided", number))
                .orElseGet(() -> Problem.of("undecided.no-number")).said();
        return place + "\n  " + said.in(locale) + "\n" + failure.message(locale);
    }

    /** The same for a scenario. */
    static String said(Scenario scenario, PolicyException failure, Locale locale) {
        return said(Problem.of("scenario", scenario.file(), scenario.line(), scenario.title()).message(),
                scenario.facts(), failure, locale);
    }
}
