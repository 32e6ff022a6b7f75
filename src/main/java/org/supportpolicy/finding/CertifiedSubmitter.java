package org.supportpolicy.finding;

/**
 * Whether the ticket was created by a certified administrator.
 *
 * @param certified whether the certificate was valid when the ticket was created
 */
@AtMostOne
public record CertifiedSubmitter(boolean certified) implements Finding {}
