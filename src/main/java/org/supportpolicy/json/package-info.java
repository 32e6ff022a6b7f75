/**
 * Fact sets and decisions as JSON, in the words of the records. Needs the optional dependency {@code jackson-core}.
 */
@NullMarked
package org.supportpolicy.json;

import org.jspecify.annotations.NullMarked;
