/**
 * Decides technical-support tickets by a published support policy. Start with {@link org.supportpolicy.SupportPolicy}.
 *
 * <p>In all packages, a {@code null} argument that is not {@code @Nullable} is refused at once with a {@link NullPointerException} that
 * says what must be given, also where it is one of many. What is wrong within a fact, a {@code null} in a list of it too, is a
 * {@link org.supportpolicy.fact.BadFactException}; the id of a clause that the policy does not have is a
 * {@link org.supportpolicy.PolicyException} with the nearest that it has.
 */
@NullMarked
package org.supportpolicy;

import org.jspecify.annotations.NullMarked;
