package org.supportpolicy.finding;

/**
 * Support works on an open ticket.
 *
 * @param modality whether it undertakes to, or is free to
 */
@AtMostOne
public record Engagement(Modality modality) implements Finding {}
