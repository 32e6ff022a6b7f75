/** Decides a backlog on Apache Flink. */
@NullMarked
package org.supportpolicy.backlog;

import org.jspecify.annotations.NullMarked;
