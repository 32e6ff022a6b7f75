package org.supportpolicy.finding;

/**
 * Whether the customer is to be kept informed.
 *
 * @param owed whether it is so
 */
@AtMostOne
public record FollowUpOwed(boolean owed) implements Finding {}
