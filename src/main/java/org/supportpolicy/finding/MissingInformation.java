package org.supportpolicy.finding;

import org.supportpolicy.fact.IntakeField;

/**
 * An item of the intake form is missing.
 *
 * @param field the item
 */
public record MissingInformation(IntakeField field) implements Finding {}
