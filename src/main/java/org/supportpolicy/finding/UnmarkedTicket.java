package org.supportpolicy.finding;

/** An open ticket that is not recorded as resolved or closed either, so that it can be marked resolved. */
@AtMostOne
public record UnmarkedTicket() implements Finding {}
