package org.supportpolicy.finding;

/** A ticket that is recorded as resolved, or as closed although it can still be reopened. */
public record CountsAsResolved() implements Finding {}
