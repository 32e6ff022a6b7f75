/**
 * Decides technical-support tickets by a published support policy. Start with {@link org.supportpolicy.SupportPolicy}.
 */
@NullMarked
package org.supportpolicy;

import org.jspecify.annotations.NullMarked;
