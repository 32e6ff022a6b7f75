package org.supportpolicy.internal;

/**
 * A file of the policy: rules or clause texts.
 *
 * @param name its name as problems quote it, such as {@code closure.drl}
 * @param text its content
 */
public record RuleFile(String name, String text) {}
