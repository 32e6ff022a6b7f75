package org.supportpolicy.finding;

/** A ticket that is recorded as resolved, or as closed although it can still be reopened. */
@AtMostOne
public record CountsAsResolved() implements Finding {}
