/** The facts and findings that a policy declares itself, as classes like those of the library. Not for hosts. */
@NullMarked
package org.supportpolicy.internal.own;

import org.jspecify.annotations.NullMarked;
