package org.supportpolicy.internal.engine;

import java.util.List;
import org.supportpolicy.finding.Finding;

/**
 * A rule that concluded something from certain facts and findings.
 *
 * @param number the number of the rule among those that the engine was given, from 0
 * @param finding what it concluded; the same object as in every other conclusion that concludes an equal one
 * @param because the facts and findings it matched, in the order of its conditions
 */
public record Conclusion(int number, Finding finding, List<Object> because) {}
