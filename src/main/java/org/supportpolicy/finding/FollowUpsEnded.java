package org.supportpolicy.finding;

/** One of the three events that end the regular follow-ups has come. */
public record FollowUpsEnded() implements Finding {}
