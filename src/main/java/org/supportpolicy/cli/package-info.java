/**
 * The command line. Needs the optional dependencies {@code picocli}, {@code jackson-core} and {@code logback-classic}.
 */
@NullMarked
package org.supportpolicy.cli;

import org.jspecify.annotations.NullMarked;
