/**
 * The command line. Needs the optional dependencies {@code picocli}, {@code jackson-core} and {@code slf4j-jdk14}.
 */
@NullMarked
package org.supportpolicy.cli;

import org.jspecify.annotations.NullMarked;
