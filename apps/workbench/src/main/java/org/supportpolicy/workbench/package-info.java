/** The command line of the library with what needs a server. */
@NullMarked
package org.supportpolicy.workbench;

import org.jspecify.annotations.NullMarked;
