package org.supportpolicy.verify;

import org.supportpolicy.Problem;

/**
 * Where a decision is not as expected.
 *
 * @param expected what was expected: a text, or one that differs by language
 * @param actual what was decided, the same
 */
record Difference(Object expected, Object actual) {

    /** Both. */
    Problem.Said said() {
        return Failure.difference(expected, actual);
    }

    /** What was decided. */
    Problem.Said decided() {
        return actual instanceof Problem.Said said ? said : new Problem.Said(actual.toString(), actual.toString());
    }
}
