package org.supportpolicy.author;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.supportpolicy.Decision;
import org.supportpolicy.Reason;
import org.supportpolicy.finding.Finding;

/** Compares the clauses that two decisions cite for what both conclude. */
final class Citations {

    /** What goes by this name when the answers are the same and the clauses cited for them are not. */
    static final String BECAUSE = "because";

    private Citations() {}

    /** The clauses that only one of the decisions cites, in one difference; none when they cite the same. */
    static List<PolicyDiff.Difference> differences(Decision then, Decision now) {
        if (areAlike(then.reasons(), now.reasons())) {
            return List.of();
        }
        Map<Finding, SortedSet<String>> former = clauses(then);
        Map<Finding, SortedSet<String>> latter = clauses(now);
        SortedSet<String> gone = new TreeSet<>();
        SortedSet<String> come = new TreeSet<>();
        former.forEach((finding, clauses) -> {
            SortedSet<String> others = latter.getOrDefault(finding, clauses);
            clauses.stream().filter(clause -> !others.contains(clause)).forEach(gone::add);
            others.stream().filter(clause -> !clauses.contains(clause)).forEach(come::add);
        });
        return gone.isEmpty() && come.isEmpty() ? List.of()
                : List.of(new PolicyDiff.Difference(BECAUSE, new ArrayList<>(gone), new ArrayList<>(come)));
    }

    /** The clauses that differences of citations are about. */
    static List<String> clauses(List<PolicyDiff.Difference> differences) {
        return differences.stream().flatMap(difference -> Stream.of(difference.before(), difference.after()))
                .flatMap(clauses -> ((List<?>) clauses).stream()).map(String.class::cast).distinct().sorted().toList();
    }

    private static boolean areAlike(List<Reason> then, List<Reason> now) {
        boolean alike = then.size() == now.size();
        for (int i = 0; i < then.size() && alike; i++) {
            alike = then.get(i).clause().equals(now.get(i).clause()) && then.get(i).concludes().equals(now.get(i).concludes());
        }
        return alike;
    }

    private static Map<Finding, SortedSet<String>> clauses(Decision decision) {
        Map<Finding, SortedSet<String>> clauses = new HashMap<>();
        decision.reasons().forEach(reason -> clauses.computeIfAbsent(reason.concludes(), finding -> new TreeSet<>()).add(reason.clause()));
        return clauses;
    }
}
