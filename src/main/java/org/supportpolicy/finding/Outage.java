package org.supportpolicy.finding;

/** The whole system is down, agents are offline or the server has stopped. */
public record Outage() implements Finding {}
