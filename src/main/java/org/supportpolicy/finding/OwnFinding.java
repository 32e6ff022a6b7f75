package org.supportpolicy.finding;

/** A finding that a policy declares beside those of the library, a record like any other: a step on the way to an answer. */
public non-sealed interface OwnFinding extends Finding {}
