package org.supportpolicy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.finding.PossibleUrgency;
import org.supportpolicy.finding.Urgency;

/** Finds the contested readings that the answers of a decision rest on, directly or by way of other findings. */
final class ContestedReadings {

    private ContestedReadings() {}

    /** The readings, sorted; of levels that were possible and are no more, none. */
    static List<Reading> of(List<Reason> all) {
        List<Reason> reasons = isLevelKnown(all) ? all.stream().filter(reason -> !(reason.concludes() instanceof PossibleUrgency)).toList()
                : all;
        List<Reading> contested = new ArrayList<>();
        for (Reason reason : reasons) {
            for (Reading reading : reason.readings()) {
                if (reading.contested() && !contested.contains(reading) && carries(reason.concludes(), reasons)) {
                    contested.add(reading);
                }
            }
        }
        contested.sort(Comparator.comparing(Reading::id));
        return List.copyOf(contested);
    }

    private static boolean isLevelKnown(List<Reason> reasons) {
        for (Reason reason : reasons) {
            if (reason.concludes() instanceof Urgency) {
                return true;
            }
        }
        return false;
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
