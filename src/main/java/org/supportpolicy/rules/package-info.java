/**
 * The only Java that rule files may call: {@code conclude}, and the words for periods and dates.
 */
@NullMarked
package org.supportpolicy.rules;

import org.jspecify.annotations.NullMarked;
