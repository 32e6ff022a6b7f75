package org.supportpolicy.fact;

import java.util.Objects;

/**
 * Something known about a ticket, its customer or the desk. Facts are immutable; a {@code null} component is unknown,
 * which is never the same as <em>no</em>.
 */
public sealed interface Fact
        permits AsOf, Cause, Contact, ContactNotice, ContinuousWork, Conversation, Customer, Desk, Diagnosis, Duties,
                EarlierEdition, Escalation, FollowUp, Impact, Intake, OwnFact, Product, ProposedSteps, Resolution, Response, ServerAccess,
                SystemChange, Ticket {

    /**
     * Returns this fact as it was known at an instant: an event that lies later has not happened and becomes unknown.
     *
     * @param now the instant at which the policy is applied
     */
    default Fact asKnownAt(AsOf now) {
        Objects.requireNonNull(now, "The now must be given.");
        return this;
    }
}
