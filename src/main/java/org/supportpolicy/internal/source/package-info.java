/**
 * What is written: the files of a policy, their places, clause texts, readings, and the one reader of rule text with its tree. Not for
 * hosts.
 */
@NullMarked
package org.supportpolicy.internal.source;

import org.jspecify.annotations.NullMarked;
