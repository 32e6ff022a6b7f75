/**
 * Everything that says Drools: compiling, running compiled rules, diagnostics, the front end for rule files. Not for hosts.
 */
@NullMarked
package org.supportpolicy.internal;

import org.jspecify.annotations.NullMarked;
