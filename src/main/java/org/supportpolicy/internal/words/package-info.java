/** How things are said: findings, facts, instants and problems in English and Dutch. Not for hosts. */
@NullMarked
package org.supportpolicy.internal.words;

import org.jspecify.annotations.NullMarked;
