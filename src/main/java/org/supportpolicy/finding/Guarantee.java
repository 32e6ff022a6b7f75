package org.supportpolicy.finding;

import java.time.LocalDate;

/**
 * A superseded version keeps its guaranteed period.
 *
 * @param through the last day of it
 */
public record Guarantee(LocalDate through) implements Finding {}
