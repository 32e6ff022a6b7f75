/**
 * The test kit: one clause alone, the whole policy, or scenario files, against what was expected. It throws plain
 * {@code AssertionError}s and needs no test framework. Scenario files need the optional dependencies {@code jackson-core} and
 * {@code snakeyaml-engine}.
 */
@NullMarked
package org.supportpolicy.verify;

import org.jspecify.annotations.NullMarked;
