package org.supportpolicy.finding;

import java.time.Instant;

/**
 * The window in which the customer may answer before silence becomes a ground for closing.
 *
 * @param opens when support first tried in vain to reach the customer
 * @param closes the first instant at which it is over
 */
@AtMostOne
public record ReplyWindow(Instant opens, Instant closes) implements Finding {}
