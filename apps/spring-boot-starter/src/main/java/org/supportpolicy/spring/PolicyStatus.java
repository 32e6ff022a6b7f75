package org.supportpolicy.spring;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.supportpolicy.Decider;
import org.supportpolicy.LogReceipt;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;
import org.supportpolicy.author.WatchedPolicy;
import org.supportpolicy.fact.FactSet;

/**
 * How the policy fares.
 *
 * @param up whether tickets are decided, and edits still taken over; an edit that is refused changes nothing of that
 * @param details the policy in force, and what the last edit was refused for
 */
record PolicyStatus(boolean up, Map<String, Object> details) {

    static PolicyStatus of(Decider decider) {
        Map<String, Object> details = new LinkedHashMap<>();
        List<Problem> problems = inForce(decider, details);
        if (decider instanceof WatchedPolicy watched) {
            details.put("loadedAt", watched.loadedAt().toString());
            details.put("watching", watched.isWatching());
            told("refused", watched.problems(), details);
        }
        return new PolicyStatus(problems.isEmpty() && takesEdits(decider), details);
    }

    private static List<Problem> inForce(Decider decider, Map<String, Object> details) {
        try {
            LogReceipt receipt = decider.receipt(FactSet.builder(Instant.now()).build());
            details.put("edition", receipt.edition());
            details.put("fingerprint", receipt.fingerprint());
            return List.of();
        } catch (PolicyException e) {
            told("problems", e.problems(), details);
            return e.problems();
        }
    }

    private static boolean takesEdits(Decider decider) {
        return !(decider instanceof WatchedPolicy watched) || watched.isWatching();
    }

    private static void told(String key, List<Problem> problems, Map<String, Object> details) {
        if (!problems.isEmpty()) {
            details.put(key, problems.stream().map(problem -> problem.where() + " " + problem.code() + " " + problem.message()).toList());
        }
    }
}
