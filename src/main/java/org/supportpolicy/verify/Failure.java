package org.supportpolicy.verify;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.supportpolicy.Decision;
import org.supportpolicy.Problem;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.internal.words.ProblemTexts;
import org.supportpolicy.internal.words.Words;

/** How the kit says that something is not as expected: what was, what is, and the whole explanation. */
final class Failure {

    private Failure() {}

    /** Fails unless a condition holds. */
    static void unless(boolean holds, String subject, Decision decision, String expected, String actual) {
        if (!holds) {
            throw new AssertionError(new Scenario.Unexpected(text(subject, List.of(difference(expected, actual)), Locale.ENGLISH),
                    decision.explain(Locale.ENGLISH)));
        }
    }

    /** What was expected over what is, aligned; each a text, or one that differs by language. */
    static Problem.Said difference(Object expected, Object actual) {
        return ProblemTexts.said("difference", expected, actual);
    }

    /** What differs, under what it is said of. */
    static String text(String subject, List<Problem.Said> differences, Locale locale) {
        return subject + "\n" + differences.stream().map(difference -> difference.in(locale)).collect(Collectors.joining("\n"));
    }

    /** Findings in words, sorted. */
    static String say(Collection<? extends Finding> findings, Decision decision) {
        return findings.isEmpty() ? "nothing" : findings.stream()
                .map(finding -> Words.of(false).finding(finding, decision.zone())).sorted().collect(Collectors.joining(", "));
    }
}
