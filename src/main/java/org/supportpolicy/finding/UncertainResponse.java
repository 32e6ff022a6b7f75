package org.supportpolicy.finding;

/** A first response was given, and nobody knows whether by a technician; so it cannot be told whether it counts. */
@AtMostOne
public record UncertainResponse() implements Finding {}
