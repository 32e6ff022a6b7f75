package org.supportpolicy.finding;

/** A ticket that is neither resolved nor closed, as far as is known. */
public record OpenTicket() implements Finding {}
