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
        String number = facts.get(Ticket.class).map(Ticket::number).map(known -> " " + known).orElse("");
        Problem.Said said = new Problem.Said("The ticket" + number + " cannot be decided.",
                "Het ticket" + number + " kan niet worden beslist.");
        return place + "\n  " + said.in(locale) + "\n" + failure.message(locale);
    }

    /** The same for a scenario. */
    static String said(Scenario scenario, PolicyException failure, Locale locale) {
        return said(scenario.file() + ":" + scenario.line() + "  " + scenario.title(), scenario.facts(), failure, locale);
    }
}
