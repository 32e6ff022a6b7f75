/** What every service of the workbench answers with: JSON, and problems as RFC 9457 has them, in both languages. */
@NullMarked
package org.supportpolicy.workbench.http;

import org.jspecify.annotations.NullMarked;
