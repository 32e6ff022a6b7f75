package org.supportpolicy.desk;

import java.time.Instant;
import java.util.Optional;
import org.supportpolicy.fact.FactSet;

/**
 * A ticket as the database has it.
 *
 * @param number its number
 * @param version how often it was changed; who changes it says which version was looked at
 * @param facts the facts of the ticket, without those of the desk
 * @param decidedAt when it was last decided
 * @param validUntil when it has to be decided again if nobody acts; empty for never
 */
record StoredTicket(String number, int version, FactSet facts, Instant decidedAt, Optional<Instant> validUntil) {}
