/** Answers over HTTP what the library answers in Java: for helpdesks written in other languages. */
@NullMarked
package org.supportpolicy.workbench.serve;

import org.jspecify.annotations.NullMarked;
