/** Whether a policy is sound: what its words mean, whether they fit, and what no rule shows alone. Not for hosts. */
@NullMarked
package org.supportpolicy.internal.check;

import org.jspecify.annotations.NullMarked;
