package org.supportpolicy.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.supportpolicy.fact.Product;
import org.supportpolicy.fact.ProductVersion;
import org.supportpolicy.fact.Withdrawal;
import org.supportpolicy.finding.VersionStatus;

/** How support for the installed version stands, in the reference model. */
final class VersionModel {

    /** Null while it is undetermined. */
    final VersionStatus status;

    /** The last guaranteed day of a superseded version on premise, or null. */
    final LocalDate guaranteedThrough;

    /** The first day without support of a product whose withdrawal counts, or null. */
    final LocalDate withdrawnFrom;

    private final Given given;

    VersionModel(Given given) {
        this.given = given;
        Product product = given.product;
        boolean listed = product.installedVersion() != null && product.versions() != null
                && product.versions().stream().allMatch(entry -> entry.availableOn() != null);
        List<ProductVersion> available = listed ? available() : List.of();
        int installed = -1;
        for (int i = 0; i < available.size(); i++) {
            installed = available.get(i).version().equals(product.installedVersion()) ? i : installed;
        }
        boolean superseded = installed >= 0 && installed < available.size() - 1;
        if (!listed || superseded && given.customer.deployment() == null) {
            status = null;
            guaranteedThrough = null;
            withdrawnFrom = null;
        } else {
            guaranteedThrough = superseded && given.onPremise() ? guarantee(available.get(installed + 1)) : null;
            withdrawnFrom = withdrawn();
            status = status(installed >= 0, superseded);
        }
    }

    /** The versions that are out, oldest first; of two of one day the later in the list is the newer. */
    private List<ProductVersion> available() {
        List<ProductVersion> available = new ArrayList<>(given.product.versions());
        available.removeIf(entry -> entry.availableOn().isAfter(given.today));
        available.sort(Comparator.comparing(ProductVersion::availableOn));
        return available;
    }

    private LocalDate guarantee(ProductVersion successor) {
        return given.earlier.guaranteedThrough() != null ? given.earlier.guaranteedThrough() : successor.availableOn().plusYears(1);
    }

    private LocalDate withdrawn() {
        Withdrawal announced = given.product.withdrawal();
        LocalDate notice = announced == null ? null : given.happened(announced.noticeGivenOn());
        if (notice == null || given.earlier.withdrawnFrom() != null) {
            return notice == null ? null : given.earlier.withdrawnFrom();
        }
        if (announced.effectiveOn() == null || !Given.yes(announced.formalNotice())) {
            return null;
        }
        LocalDate day = later(announced.effectiveOn(), notice.plusYears(1).plusDays(1));
        return guaranteedThrough == null ? day : later(day, guaranteedThrough.plusDays(1));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private VersionStatus status(boolean known, boolean superseded) {
        if (withdrawnFrom != null && !withdrawnFrom.isAfter(given.today)) {
            return VersionStatus.WITHDRAWN;
        }
        if (!known) {
            return VersionStatus.UNKNOWN;
        }
        if (!superseded) {
            return VersionStatus.CURRENT;
        }
        if (guaranteedThrough != null && !given.today.isAfter(guaranteedThrough)) {
            return VersionStatus.PREVIOUS;
        }
        return given.happened(given.product.supportEndedOn()) != null ? VersionStatus.UNSUPPORTED : VersionStatus.AT_DISCRETION;
    }
}
