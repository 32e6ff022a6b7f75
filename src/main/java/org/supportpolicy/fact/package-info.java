/**
 * The facts a host hands over: one record per concept, an absent component meaning <em>unknown</em>.
 *
 * <p>Start with {@link org.supportpolicy.fact.FactSet}.
 */
@NullMarked
package org.supportpolicy.fact;

import org.jspecify.annotations.NullMarked;
