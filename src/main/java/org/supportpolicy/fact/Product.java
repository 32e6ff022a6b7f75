package org.supportpolicy.fact;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The product, the version installed and the vendor's release catalogue.
 *
 * @param name the name of the product
 * @param installedVersion the version the customer runs
 * @param versions the release catalogue; of two entries of one day the later in the list is the newer
 * @param supportEndedOn the day from which the vendor has decided to end support of the installed version
 * @param withdrawal the withdrawal of the product, when one is announced
 */
@RecordBuilder
public record Product(
        @Nullable String name,
        @Nullable String installedVersion,
        @Nullable List<ProductVersion> versions,
        @Nullable LocalDate supportEndedOn,
        @Nullable Withdrawal withdrawal) implements Fact {

    /**
     * Checks and copies the components.
     *
     * @throws BadFactException if a version stands twice in the catalogue
     */
    public Product {
        versions = versions == null ? null : List.copyOf(versions);
        Check.of("product")
                .distinct("versions", versions == null ? null : versions.stream().map(ProductVersion::version).toList())
                .done();
    }

    /** Starts a builder in which every component is unknown. */
    public static ProductBuilder builder() {
        return ProductBuilder.builder();
    }

    /** Whether the installed version and the day of every release are known. */
    @InRules(implies = {"installedVersion", "versions"})
    public boolean isCatalogued() {
        return installedVersion != null && isEveryDayKnown();
    }

    /** The releases available on a day, oldest first; none while one of them has no known day. */
    private List<ProductVersion> availableOn(LocalDate day) {
        return !isCatalogued() ? List.of() : versions.stream()
                .filter(entry -> !entry.availableOn().isAfter(day))
                .sorted((a, b) -> a.availableOn().compareTo(b.availableOn()))
                .toList();
    }

    /** Whether the catalogue and the day of every release in it are known. */
    @InRules(implies = "versions")
    public boolean isEveryDayKnown() {
        return versions != null && versions.stream().noneMatch(entry -> entry.availableOn() == null);
    }

    /** Whether a newer version than the installed one is available on a day. */
    @InRules(implies = {"successorKnownOn", "installedVersion", "versions"})
    public boolean isSupersededOn(LocalDate day) {
        return successorKnownOn(day) != null;
    }

    /** Whether some completion of what is unknown about the product makes the installed version a superseded one on a day. */
    @InRules
    public boolean mayBeSupersededOn(LocalDate day) {
        if (versions == null) {
            return true;
        }
        for (int older = 0; older < versions.size(); older++) {
            for (int newer = 0; newer < versions.size(); newer++) {
                boolean installed = installedVersion == null || versions.get(older).version().equals(installedVersion);
                if (installed && newer != older && mayFollow(versions.get(older).availableOn(), versions.get(newer).availableOn(), newer > older, day)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a release can have come out by a day, and after another; of two of one day the later in the list is the newer. */
    private static boolean mayFollow(@Nullable LocalDate older, @Nullable LocalDate newer, boolean laterInList, LocalDate day) {
        LocalDate latest = newer == null ? day : newer;
        return !latest.isAfter(day) && (older == null || older.isBefore(latest) || (older.isEqual(latest) && laterInList));
    }

    /** Whether the installed version is among those available on a day. */
    @InRules(implies = {"installedVersion", "versions"})
    public boolean isAvailableOn(LocalDate day) {
        return availableOn(day).stream().anyMatch(entry -> entry.version().equals(installedVersion));
    }

    /** The day on which the next newer version after the installed one came out, looking back from a day; null for none. */
    @InRules
    public @Nullable LocalDate successorKnownOn(LocalDate day) {
        List<ProductVersion> available = availableOn(day);
        for (int i = 0; i + 1 < available.size(); i++) {
            if (available.get(i).version().equals(installedVersion)) {
                return available.get(i + 1).availableOn();
            }
        }
        return null;
    }

    @Override
    public Product asKnownAt(AsOf now) {
        LocalDate ended = now.past(supportEndedOn);
        Withdrawal announced = withdrawal == null ? null : withdrawal.asKnownAt(now);
        return Objects.equals(ended, supportEndedOn) && Objects.equals(announced, withdrawal) ? this
                : new Product(name, installedVersion, versions, ended, announced);
    }
}
