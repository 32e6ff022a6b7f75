/** When a decision changes although no fact does: the instants at which one of the conditions it looked at does. Not for hosts. */
@NullMarked
package org.supportpolicy.internal.outlook;

import org.jspecify.annotations.NullMarked;
