package org.supportpolicy.finding;

import java.time.LocalDate;

/**
 * The product is announced to be withdrawn.
 *
 * @param day the first day without support
 */
public record WithdrawnFrom(LocalDate day) implements Finding {}
