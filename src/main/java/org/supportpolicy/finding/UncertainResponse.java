package org.supportpolicy.finding;

/** A first response was given, and nobody knows whether by a technician; so it cannot be told whether it counts. */
public record UncertainResponse() implements Finding {}
