package org.supportpolicy;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.supportpolicy.finding.Finding;

/** Finds the contested readings that the answers of a decision rest on, directly or by way of other findings. */
final class ContestedReadings {

    private ContestedReadings() {}

    static List<Reading> of(List<Reason> reasons) {
        SortedSet<Reading> direct = contested(reasons, reason -> Section.isAnswer(reason.concludes()));
        SortedSet<Reading> all = contested(reasons, reason -> true);
        return List.copyOf(direct.size() == all.size() ? direct : contested(basis(reasons), reason -> true));
    }

    private static SortedSet<Reading> contested(Iterable<Reason> reasons, Predicate<Reason> which) {
        SortedSet<Reading> contested = new TreeSet<>(Comparator.comparing(Reading::id));
        for (Reason reason : reasons) {
            for (Reading reading : reason.readings()) {
                if (reading.contested() && which.test(reason)) {
                    contested.add(reading);
                }
            }
        }
        return contested;
    }

    /** The reasons of the answers, and those of the findings that they rest on. */
    private static Set<Reason> basis(List<Reason> reasons) {
        Map<Finding, List<Reason>> why = reasons.stream().collect(Collectors.groupingBy(Reason::concludes));
        Deque<Reason> open = reasons.stream().filter(reason -> Section.isAnswer(reason.concludes()))
                .collect(Collectors.toCollection(ArrayDeque::new));
        Set<Reason> basis = new HashSet<>(open);
        while (!open.isEmpty()) {
            for (Object matched : open.remove().because()) {
                if (matched instanceof Finding finding) {
                    why.getOrDefault(finding, List.of()).stream().filter(basis::add).forEach(open::add);
                }
            }
        }
        return basis;
    }
}
