package org.supportpolicy.finding;

/** Support is not owed, or suspended, so that neither a response nor a follow-up is promised meanwhile. */
public record NothingPromised() implements Finding {}
