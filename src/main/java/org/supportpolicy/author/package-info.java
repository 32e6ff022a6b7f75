/**
 * The bench of a policy analyst: a working copy, checks, coverage, gaps and conflicts, what an edit changes, and reloading. Needs
 * the optional dependencies {@code jackson-core} and {@code snakeyaml-engine}.
 */
@NullMarked
package org.supportpolicy.author;

import org.jspecify.annotations.NullMarked;
