/** How well rules are tried: which of their conditions held and failed, and which small mistakes nobody notices. For the bench alone. */
@NullMarked
package org.supportpolicy.internal.trial;

import org.jspecify.annotations.NullMarked;
