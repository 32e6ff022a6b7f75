package org.supportpolicy.fact;

/** How the request reached support. */
public enum Channel {
    ONLINE_HELPDESK, PHONE, EMAIL, OTHER
}
