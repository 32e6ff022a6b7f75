package org.supportpolicy.fact;

/** How the customer asks for more priority. */
public enum EscalationChannel {
    IN_TICKET, PHONE, OTHER
}
