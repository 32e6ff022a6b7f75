package org.supportpolicy.finding;

import java.time.LocalDate;

/**
 * A superseded version keeps its guaranteed period.
 *
 * @param since the day on which its successor came out
 * @param through the last day of it
 */
@AtMostOne
public record Guarantee(LocalDate since, LocalDate through) implements Finding {}
