package org.supportpolicy.verify;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.supportpolicy.Decision;
import org.supportpolicy.internal.words.Words;
import org.supportpolicy.finding.Finding;

/** How the kit says that something is not as expected: what was, what is, and the whole explanation. */
final class Failure {

    private Failure() {}

    /** Fails unless a condition holds. */
    static void unless(boolean holds, String subject, Decision decision, String expected, String actual) {
        if (!holds) {
            throw new AssertionError(text(subject, difference(expected, actual), decision));
        }
    }

    /** What was expected over what is, aligned. */
    static String difference(String expected, String actual) {
        return "  Expected: " + expected + "\n  Actual:   " + actual;
    }

    static String text(String subject, String differences, Decision decision) {
        return subject + "\n" + differences + "\n\n" + decision.explain(Locale.ENGLISH);
    }

    /** Findings in words, sorted. */
    static String say(Collection<? extends Finding> findings, Decision decision) {
        return findings.isEmpty() ? "nothing" : findings.stream()
                .map(finding -> Words.of(Locale.ENGLISH).finding(finding, decision.zone())).sorted().collect(Collectors.joining(", "));
    }
}
