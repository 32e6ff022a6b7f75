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
        @AbsentMeansNone @Nullable String name,
        @Nullable String installedVersion,
        @Nullable List<ProductVersion> versions,
        @AbsentMeansNone @Nullable LocalDate supportEndedOn,
        @AbsentMeansNone @Nullable Withdrawal withdrawal) implements Fact {

    /** The place of a release that the catalogue does not have. */
    private static final int NONE = -1;

    /**
     * Checks and copies the components.
     *
     * @throws BadFactException if a version stands twice in the catalogue or is null, a text is too long or no text, or the day does not
     *     lie in
     *     the years of facts
     */
    public Product {
        Check check = Check.of("product").text("name", name).text("installedVersion", installedVersion)
                .day("supportEndedOn", supportEndedOn);
        versions = check.copy("versions", versions, Limits.ITEMS);
        if (versions != null) {
            check.distinct("versions", versions.stream().map(ProductVersion::version).toList());
        }
        check.done();
    }

    /** Starts a builder in which every component is unknown. */
    public static ProductBuilder builder() {
        return ProductBuilder.builder();
    }

    /** Whether the installed version and the day of every release are known. */
    @InRules(implies = {"installedVersion", "versions"}, reads = {"installedVersion", "versions"})
    public boolean isCatalogued() {
        return installedVersion != null && isEveryDayKnown();
    }

    /** Whether the catalogue and the day of every release in it are known. */
    @InRules(implies = "versions", reads = "versions")
    public boolean isEveryDayKnown() {
        for (int i = 0; versions != null && i < versions.size(); i++) { // often asked
            if (versions.get(i).availableOn() == null) {
                return false;
            }
        }
        return versions != null;
    }

    /** Whether a newer version than the installed one is available on a day. */
    @InRules(implies = {"successorKnownOn", "installedVersion", "versions"}, reads = {"installedVersion", "versions"})
    public boolean isSupersededOn(LocalDate day) {
        return successorKnownOn(day) != null;
    }

    /** Whether some completion of what is unknown about the product makes the installed version a superseded one on a day. */
    @InRules(reads = {"installedVersion", "versions"})
    public boolean mayBeSupersededOn(LocalDate day) {
        if (versions == null) {
            return true;
        }
        int older = installedVersion == null ? oldest(NONE) : indexOf(installedVersion);
        int next = installedVersion == null ? oldest(older) : NONE;
        for (int newer = 0; newer < versions.size(); newer++) {
            int before = newer == older ? next : older;
            if (before != NONE && mayFollow(versions.get(before).availableOn(), versions.get(newer).availableOn(), newer > before, day)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Where the oldest release but one stands: whose day is unknown, since it may be older than any; of two of one day the earlier in the
     * list.
     */
    private int oldest(int except) {
        int oldest = NONE;
        for (int i = 0; i < versions.size(); i++) {
            LocalDate on = versions.get(i).availableOn();
            LocalDate least = oldest == NONE ? LocalDate.MAX : versions.get(oldest).availableOn();
            if (i != except && least != null && (on == null || on.isBefore(least))) {
                oldest = i;
            }
        }
        return oldest;
    }

    /** Where a version stands in the catalogue. */
    private int indexOf(String version) {
        for (int i = 0; i < versions.size(); i++) {
            if (versions.get(i).version().equals(version)) {
                return i;
            }
        }
        return NONE;
    }

    /** Whether a release can have come out by a day, and after another; of two of one day the later in the list is the newer. */
    private static boolean mayFollow(@Nullable LocalDate older, @Nullable LocalDate newer, boolean laterInList, LocalDate day) {
        LocalDate latest = newer == null ? day : newer;
        return !latest.isAfter(day) && (older == null || older.isBefore(latest) || (older.isEqual(latest) && laterInList));
    }

    /** Whether the installed version is among those available on a day. */
    @InRules(implies = {"installedVersion", "versions"}, reads = {"installedVersion", "versions"})
    public boolean isAvailableOn(LocalDate day) {
        int installed = isCatalogued() ? indexOf(installedVersion) : NONE;
        return installed != NONE && !versions.get(installed).availableOn().isAfter(day);
    }

    /** The day on which the next newer version after the installed one came out, looking back from a day; null for none. */
    @InRules(reads = {"installedVersion", "versions"})
    public @Nullable LocalDate successorKnownOn(LocalDate day) {
        int installed = isCatalogued() ? indexOf(installedVersion) : NONE;
        LocalDate from = installed == NONE ? LocalDate.MAX : versions.get(installed).availableOn();
        if (from.isAfter(day)) {
            return null;
        }
        LocalDate next = null;
        for (int i = 0; i < versions.size(); i++) {
            LocalDate on = versions.get(i).availableOn();
            boolean newer = on.isAfter(from) || on.isEqual(from) && i > installed;
            if (newer && !on.isAfter(day) && (next == null || on.isBefore(next))) {
                next = on;
            }
        }
        return next;
    }

    @Override
    public Product asKnownAt(AsOf now) {
        Objects.requireNonNull(now, "The now must be given.");
        LocalDate ended = now.past(supportEndedOn);
        Withdrawal announced = withdrawal == null ? null : withdrawal.asKnownAt(now);
        return Objects.equals(ended, supportEndedOn) && Objects.equals(announced, withdrawal) ? this
                : new Product(name, installedVersion, versions, ended, announced);
    }
}
