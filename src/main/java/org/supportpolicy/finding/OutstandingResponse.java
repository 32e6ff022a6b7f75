package org.supportpolicy.finding;

/** No first response was given. */
public record OutstandingResponse() implements Finding {}
