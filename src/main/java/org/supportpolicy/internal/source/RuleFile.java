package org.supportpolicy.internal.source;

/**
 * A file of the policy: rules, clause texts or readings.
 *
 * @param name its name as problems quote it, such as {@code closure.drl}
 * @param text its content
 */
public record RuleFile(String name, String text) {}
