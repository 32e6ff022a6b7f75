/** The page on which policy analysts edit a working copy, and the server behind it, for this machine alone. */
@NullMarked
package org.supportpolicy.workbench.bench;

import org.jspecify.annotations.NullMarked;
