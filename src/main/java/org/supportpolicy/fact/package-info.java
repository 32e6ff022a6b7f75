/**
 * The facts a host hands over: one record per concept, an absent component meaning <em>unknown</em>.
 *
 * <p>Start with {@link org.supportpolicy.fact.FactSet}. What is the same for each ticket of a desk is given once, as a {@link
 * org.supportpolicy.fact.DeskTemplate}.
 *
 * <p>The builders are written by a tool. Their setters, {@code build()}, and {@code builder(fact)}, which starts with all components of
 * a fact, are for hosts, such as {@code TicketBuilder.builder(ticket).state(TicketState.CLOSED).build()}; {@code stream(fact)} is the
 * tool's own and may go.
 */
@NullMarked
package org.supportpolicy.fact;

import org.jspecify.annotations.NullMarked;
