package org.supportpolicy.finding;

/** No first response was given. */
@AtMostOne
public record OutstandingResponse() implements Finding {}
