package org.supportpolicy.model;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.supportpolicy.fact.Addition;
import org.supportpolicy.fact.By;
import org.supportpolicy.fact.Cause;
import org.supportpolicy.fact.InstallationEnvironment;
import org.supportpolicy.fact.MajorUpgrade;
import org.supportpolicy.fact.Mishap;
import org.supportpolicy.fact.MissingUpdate;
import org.supportpolicy.fact.OperatingEnvironment;
import org.supportpolicy.fact.UpdateKind;
import org.supportpolicy.fact.Use;
import org.supportpolicy.finding.Exclusion;

/** The exclusions of the reference model. */
final class Exclusions {

    private Exclusions() {}

    static Set<Exclusion> of(Given given, LocalDate guarantee) {
        Set<Exclusion> exclusions = new TreeSet<>();
        for (Cause cause : given.causes) {
            Exclusion exclusion = Given.yes(cause.causedProblem()) ? proven(cause, given.onPremise()) : null;
            if (exclusion != null) {
                exclusions.add(exclusion);
            }
            if (cause instanceof MissingUpdate update && given.onPremise() && omitted(given, update, guarantee)) {
                exclusions.add(Exclusion.G);
            }
        }
        return exclusions;
    }

    private static Exclusion proven(Cause cause, boolean onPremise) {
        if (cause instanceof Addition addition) {
            return others(addition.by()) ? Exclusion.A : null;
        }
        if (cause instanceof Mishap mishap) {
            return others(mishap.by()) ? Exclusion.B : null;
        }
        if (cause instanceof InstallationEnvironment place) {
            return onPremise && Given.no(place.suitable()) ? Exclusion.C : null;
        }
        if (cause instanceof MajorUpgrade upgrade) {
            boolean untested = Given.no(upgrade.testEnvironmentAdequate()) || Given.no(upgrade.testProceduresAdequate());
            return others(upgrade.by()) && untested ? Exclusion.D : null;
        }
        if (cause instanceof Use use) {
            return Given.no(use.designedPurpose()) ? Exclusion.E : null;
        }
        return cause instanceof OperatingEnvironment place && onPremise && Given.no(place.certified()) ? Exclusion.F : null;
    }

    /**
     * Whether an update was left out that should have been in by the day of the problem. That it could have prevented the problem is the
     * link; a denied link breaks it.
     */
    private static boolean omitted(Given given, MissingUpdate update, LocalDate guarantee) {
        LocalDate available = given.happened(update.availableOn());
        LocalDate arose = given.happened(update.problemAroseOn());
        if (Given.no(update.causedProblem()) || !Given.no(update.applied()) || !Given.yes(update.couldHavePrevented())
                || available == null || arose == null || given.desk.promptPatching() == null
                || !arose.isAfter(available.plus(given.desk.promptPatching()))) {
            return false;
        }
        boolean successor = update.kind() == null || update.kind() == UpdateKind.SUCCESSOR_VERSION;
        return !successor || guarantee != null && guarantee.isBefore(arose);
    }

    private static boolean others(By by) {
        return by != null && by != By.VENDOR;
    }
}
