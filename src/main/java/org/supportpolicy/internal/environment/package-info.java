/** What must be there to run: the library's own files, and the libraries that parts of it need. Not for hosts. */
@NullMarked
package org.supportpolicy.internal.environment;

import org.jspecify.annotations.NullMarked;
