/** What the rules conclude: their order, how each is tried, and one fact set being decided. Not for hosts. */
@NullMarked
package org.supportpolicy.internal.engine;

import org.jspecify.annotations.NullMarked;
