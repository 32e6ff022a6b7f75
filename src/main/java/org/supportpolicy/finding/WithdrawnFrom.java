package org.supportpolicy.finding;

import java.time.LocalDate;

/**
 * The product is announced to be withdrawn.
 *
 * @param notice the day of the notice
 * @param day the first day without support
 */
@AtMostOne
public record WithdrawnFrom(LocalDate notice, LocalDate day) implements Finding {}
