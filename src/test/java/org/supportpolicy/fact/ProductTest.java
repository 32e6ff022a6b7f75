package org.supportpolicy.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is asked of a release catalogue, held to what it means: pair by pair, and sorted. */
class ProductTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);

    @Test
    void theAnswersAreThoseOfTheDefinitions() {
        Random random = new Random(23);
        for (int i = 0; i < 200_000; i++) {
            List<ProductVersion> versions = new ArrayList<>();
            for (int v = random.nextInt(6); v > 0; v--) {
                versions.add(new ProductVersion("v" + v, random.nextInt(5) == 0 ? null : TODAY.plusDays(random.nextInt(4) - 2)));
            }
            Product product = Product.builder().versions(random.nextInt(20) == 0 ? null : versions).installedVersion(random.nextInt(3) == 0 ? null : "v" + random.nextInt(7)).build();
            assertThat(product.mayBeSupersededOn(TODAY)).as("%s", product).isEqualTo(mayBeSuperseded(product));
            assertThat(product.successorKnownOn(TODAY)).as("%s", product).isEqualTo(successor(product));
            assertThat(product.isAvailableOn(TODAY)).as("%s", product).isEqualTo(available(product).stream().anyMatch(entry -> entry.version().equals(product.installedVersion())));
        }
    }

    /** Whether one release may be installed and another may have come out after it. */
    private static boolean mayBeSuperseded(Product product) {
        List<ProductVersion> versions = product.versions();
        if (versions == null) {
            return true;
        }
        for (int older = 0; older < versions.size(); older++) {
            for (int newer = 0; newer < versions.size(); newer++) {
                boolean installed = product.installedVersion() == null || versions.get(older).version().equals(product.installedVersion());
                if (installed && newer != older && mayFollow(versions.get(older).availableOn(), versions.get(newer).availableOn(), newer > older)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean mayFollow(LocalDate older, LocalDate newer, boolean laterInList) {
        LocalDate latest = newer == null ? TODAY : newer;
        return !latest.isAfter(TODAY) && (older == null || older.isBefore(latest) || (older.isEqual(latest) && laterInList));
    }

    private static LocalDate successor(Product product) {
        List<ProductVersion> available = available(product);
        for (int i = 0; i + 1 < available.size(); i++) {
            if (available.get(i).version().equals(product.installedVersion())) {
                return available.get(i + 1).availableOn();
            }
        }
        return null;
    }

    private static List<ProductVersion> available(Product product) {
        return !product.isCatalogued() ? List.of() : product.versions().stream().filter(entry -> !entry.availableOn().isAfter(TODAY))
                .sorted(Comparator.comparing(ProductVersion::availableOn)).toList();
    }
}
