/** The language server: what an editor shows of a working copy while it is written. */
@NullMarked
package org.supportpolicy.workbench.lsp;

import org.jspecify.annotations.NullMarked;
