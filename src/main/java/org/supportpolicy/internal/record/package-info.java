/** What records are made of: their components, in one place. Not for hosts. */
@NullMarked
package org.supportpolicy.internal.record;

import org.jspecify.annotations.NullMarked;
