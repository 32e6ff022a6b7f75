package org.supportpolicy;

import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.finding.PossibleUrgency;
import org.supportpolicy.finding.Urgency;

/** Finds the contested readings that the answers of a decision rest on, directly or by way of other findings. */
final class ContestedReadings {

    private ContestedReadings() {}

    /** The readings, sorted; of levels that were possible and are no more, none. */
    static List<Reading> of(List<Reason> all) {
        List<Reason> reasons = all.stream().anyMatch(reason -> reason.concludes() instanceof Urgency) ? all.stream()
                .filter(reason -> !(reason.concludes() instanceof PossibleUrgency)).toList() : all;
        SortedSet<Reading> contested = new TreeSet<>(Comparator.comparing(Reading::id));
        for (Reason reason : reasons) {
            for (Reading reading : reason.readings()) {
                if (reading.contested() && !contested.contains(reading) && carries(reason.concludes(), reasons)) {
                    contested.add(reading);
                }
            }
        }
        return List.copyOf(contested);
    }

    /** Whether a finding is an answer, or one rests on it; findings never rest on each other in a circle. */
    private static boolean carries(Finding finding, List<Reason> reasons) {
        if (Section.isAnswer(finding)) {
            return true;
        }
        for (Reason reason : reasons) {
            if (reason.because().contains(finding) && carries(reason.concludes(), reasons)) {
                return true;
            }
        }
        return false;
    }
}
