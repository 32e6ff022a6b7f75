package org.supportpolicy.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.supportpolicy.fact.Addition;
import org.supportpolicy.fact.By;
import org.supportpolicy.fact.Cause;
import org.supportpolicy.fact.Deployment;
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

    static Set<Exclusion> of(List<Cause> causes, Deployment deployment, LocalDate guarantee, LocalDate today) {
        Set<Exclusion> exclusions = new TreeSet<>();
        boolean own = deployment == Deployment.ON_PREMISE;
        for (Cause cause : causes) {
            if (!Boolean.TRUE.equals(cause.causedProblem())) {
                continue;
            }
            if (cause instanceof Addition addition && others(addition.by())) {
                exclusions.add(Exclusion.A);
            } else if (cause instanceof Mishap mishap && others(mishap.by()) && mishap.what() != null) {
                exclusions.add(Exclusion.B);
            } else if (cause instanceof InstallationEnvironment place && own && no(place.suitable())) {
                exclusions.add(Exclusion.C);
            } else if (cause instanceof MajorUpgrade upgrade && others(upgrade.by())
                    && (no(upgrade.testEnvironmentAdequate()) || no(upgrade.testProceduresAdequate()))) {
                exclusions.add(Exclusion.D);
            } else if (cause instanceof Use use && no(use.designedPurpose())) {
                exclusions.add(Exclusion.E);
            } else if (cause instanceof OperatingEnvironment place && own && no(place.certified())) {
                exclusions.add(Exclusion.F);
            } else if (cause instanceof MissingUpdate update && own && counts(update, guarantee, today)) {
                exclusions.add(Exclusion.G);
            }
        }
        return exclusions;
    }

    private static boolean counts(MissingUpdate update, LocalDate guarantee, LocalDate today) {
        LocalDate available = update.availableOn();
        LocalDate arose = update.problemAroseOn();
        if (!no(update.applied()) || !Boolean.TRUE.equals(update.couldHavePrevented()) || available == null || arose == null
                || available.isAfter(today) || arose.isAfter(today) || !available.isBefore(arose) || update.kind() == null) {
            return false;
        }
        return update.kind() != UpdateKind.SUCCESSOR_VERSION || guarantee != null && guarantee.isBefore(arose);
    }

    private static boolean others(By by) {
        return by != null && by != By.VENDOR;
    }

    private static boolean no(Boolean value) {
        return Boolean.FALSE.equals(value);
    }
}
