package org.supportpolicy.fact;

/** What the customer asks for when asking for more priority. */
public enum EscalationForm {
    PRIORITY_TICKET, MANAGEMENT_CONSULTATION
}
