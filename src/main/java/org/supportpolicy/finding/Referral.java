package org.supportpolicy.finding;

/** Where the customer is sent. */
public enum Referral implements Finding {
    CONSULTING, EDUCATION, ACCOUNT_MANAGER, KNOWLEDGE_BASE, ONLINE_HELPDESK
}
