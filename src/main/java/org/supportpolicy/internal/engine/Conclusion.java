package org.supportpolicy.internal.engine;

import java.util.List;
import org.supportpolicy.finding.Finding;

/**
 * A rule that concluded something from certain facts and findings.
 *
 * @param rule the name of the rule, which is its sentence
 * @param finding what it concluded
 * @param because the facts and findings it matched, in the order of its conditions
 */
public record Conclusion(String rule, Finding finding, List<Object> because) {}
