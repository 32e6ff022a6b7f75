/**
 * The findings that the rules conclude. A decision is the set of them, each with its reasons.
 */
@NullMarked
package org.supportpolicy.finding;

import org.jspecify.annotations.NullMarked;
