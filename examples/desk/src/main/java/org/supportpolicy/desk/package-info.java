/** A small help desk that decides its tickets by the policy. */
@NullMarked
package org.supportpolicy.desk;

import org.jspecify.annotations.NullMarked;
