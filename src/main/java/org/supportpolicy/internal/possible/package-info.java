/** What the rules could still conclude if more were known, or something else: all of it at once. Not for hosts. */
@NullMarked
package org.supportpolicy.internal.possible;

import org.jspecify.annotations.NullMarked;
