/**
 * Support hours: when a desk is open, how much open time lies between two instants, and when an amount of it has run out.
 * Start with {@link org.supportpolicy.hours.SupportHours}.
 */
@NullMarked
package org.supportpolicy.hours;

import org.jspecify.annotations.NullMarked;
