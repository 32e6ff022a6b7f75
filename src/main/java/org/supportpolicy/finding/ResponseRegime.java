package org.supportpolicy.finding;

/**
 * How tickets of this urgency are answered.
 *
 * @param priority the priority of the response
 * @param coverage when responses are given
 */
@AtMostOne
public record ResponseRegime(ResponsePriority priority, Coverage coverage) implements Finding {}
