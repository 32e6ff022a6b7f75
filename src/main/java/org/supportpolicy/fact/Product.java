package org.supportpolicy.fact;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.List;
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
    public boolean isCatalogued() {
        return installedVersion != null && versions != null
                && versions.stream().noneMatch(entry -> entry.availableOn() == null);
    }

    /** The releases available on a day, oldest first; none while one of them has no known day. */
    private List<ProductVersion> availableOn(LocalDate day) {
        return !isCatalogued() || versions == null ? List.of() : versions.stream()
                .filter(entry -> !entry.availableOn().isAfter(day))
                .sorted((a, b) -> a.availableOn().compareTo(b.availableOn()))
                .toList();
    }

    /** Whether the installed version is among those available on a day. */
    public boolean isAvailableOn(LocalDate day) {
        return availableOn(day).stream().anyMatch(entry -> entry.version().equals(installedVersion));
    }

    /** The day on which the next newer version after the installed one came out, looking back from a day; null for none. */
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
        return new Product(name, installedVersion, versions, now.past(supportEndedOn),
                withdrawal == null ? null : withdrawal.asKnownAt(now));
    }
}
