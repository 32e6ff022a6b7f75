package org.example;

/**
 * A call to the engineer on duty.
 *
 * @param ticket the number of the ticket
 */
public record Call(String ticket) {}
