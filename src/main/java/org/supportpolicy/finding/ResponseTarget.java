package org.supportpolicy.finding;

import java.time.Duration;

/**
 * The desk's own target for the first response; the policy has none.
 *
 * @param duration how long it may take
 */
@AtMostOne
public record ResponseTarget(Duration duration) implements Finding {}
