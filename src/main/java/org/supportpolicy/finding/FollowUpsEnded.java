package org.supportpolicy.finding;

/** One of the three events that end the regular follow-ups has come. */
@AtMostOne
public record FollowUpsEnded() implements Finding {}
