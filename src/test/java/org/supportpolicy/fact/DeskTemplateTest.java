package org.supportpolicy.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a desk gives once, and a ticket's facts over it. */
class DeskTemplateTest {

    private static final Instant NOW = Instant.parse("2026-03-10T15:30:00Z");
    private static final Desk HOURS = Desk.builder().hours(Map.of(DayOfWeek.MONDAY, List.of(OpenSpan.of("09:00", "17:00"))))
            .holidays(Set.of(LocalDate.parse("2026-01-01"))).firstResponseTargets(Map.of(2, Duration.ofHours(4))).build();
    private static final Product MANAGER = Product.builder().name("Manager").versions(List.of(version("9.4"), version("9.5"))).build();
    private static final Product BACKUP = Product.builder().name("Backup").versions(List.of(version("1.0"))).build();

    private static ProductVersion version(String version) {
        return new ProductVersion(version, LocalDate.parse("2024-01-15"));
    }

    private static FactSet ticket(Fact... facts) {
        return FactSet.builder(NOW).with(facts).build();
    }

    @Test
    void whatATicketDoesNotGiveIsTheDesks() {
        Customer customer = Customer.builder().kind(CustomerKind.PARTNER).build();
        Customer hosted = Customer.builder().kind(CustomerKind.CUSTOMER).deployment(Deployment.HOSTED).build();
        assertThat(ticket(customer).over(DeskTemplate.of(HOURS, hosted)))
                .isEqualTo(ticket(Customer.builder().kind(CustomerKind.PARTNER).deployment(Deployment.HOSTED).build(), HOURS));
        assertThat(ticket(customer).over(DeskTemplate.of())).isEqualTo(ticket(customer));
    }

    @Test
    void aComponentOfTheTicketWinsAsAWhole() {
        Desk own = Desk.builder().holidays(Set.of(LocalDate.parse("2026-12-25"))).build();
        assertThat(ticket(own).over(DeskTemplate.of(HOURS)).get(Desk.class)).hasValueSatisfying(desk -> {
            assertThat(desk.holidays()).containsExactly(LocalDate.parse("2026-12-25"));
            assertThat(desk.hours()).isEqualTo(HOURS.hours());
            assertThat(desk.firstResponseTargets()).isEqualTo(HOURS.firstResponseTargets());
        });
    }

    @Test
    void theZoneOfTheDeskIsThatInWhichDaysAreCounted() {
        Desk tokyo = Desk.builder().zone(java.time.ZoneId.of("Asia/Tokyo")).build();
        assertThat(ticket().over(DeskTemplate.of(tokyo)).now().date()).isEqualTo("2026-03-11");
    }

    @Test
    void aProductIsLaidOverTheOneOfItsName() {
        DeskTemplate desk = DeskTemplate.of(MANAGER, BACKUP);
        assertThat(ticket(Product.builder().name("Backup").installedVersion("1.0").build()).over(desk).get(Product.class))
                .hasValue(Product.builder().name("Backup").installedVersion("1.0").versions(BACKUP.versions()).build());
        for (Product other : List.of(Product.builder().name("Other").build(), Product.builder().installedVersion("9.4").build())) {
            assertThat(ticket(other).over(desk)).isEqualTo(ticket(other));
        }
        assertThat(ticket().over(desk)).isEqualTo(ticket());
    }

    @Test
    void theOnlyProductOfADeskIsMeantWhereNoneIsNamed() {
        DeskTemplate desk = DeskTemplate.of(MANAGER);
        assertThat(ticket().over(desk)).isEqualTo(ticket(MANAGER));
        assertThat(ticket(Product.builder().installedVersion("9.4").build()).over(desk).get(Product.class))
                .hasValue(Product.builder().name("Manager").installedVersion("9.4").versions(MANAGER.versions()).build());
        Product other = Product.builder().name("Other").build();
        assertThat(ticket(other).over(desk)).isEqualTo(ticket(other));
    }

    @Test
    void aProductWithoutANameStandsForTheOthers() {
        DeskTemplate desk = DeskTemplate.of(BACKUP, Product.builder().supportEndedOn(LocalDate.EPOCH).build());
        assertThat(ticket(Product.builder().name("Other").build()).over(desk).get(Product.class).orElseThrow().supportEndedOn()).isEqualTo(LocalDate.EPOCH);
        assertThat(ticket(Product.builder().name("Backup").build()).over(desk).get(Product.class)).hasValue(BACKUP);
    }

    @Test
    void whatCannotBeTogetherIsRefusedWithAllThatIsWrong() {
        FactSet ticket = ticket(Desk.builder().firstResponseTargets(Map.of(1, Duration.ofDays(3650))).followUpTargets(Map.of(1, Duration.ofDays(3650))).build());
        assertThatThrownBy(() -> ticket.over(DeskTemplate.of(HOURS))).isInstanceOf(BadFactException.class)
                .hasMessage("The firstResponseTargets (PT87600H) of desk must run out within 100 years of the desk's hours.\n"
                        + "The followUpTargets (PT87600H) of desk must run out within 100 years of the desk's hours.");
    }

    @Test
    void whatIsNoneOfTheDesksIsRefused() {
        assertThatThrownBy(() -> DeskTemplate.of(HOURS, HOURS)).isInstanceOf(BadFactException.class).hasMessageContaining("of desk template must hold at most one Desk.");
        assertThatThrownBy(() -> DeskTemplate.of(MANAGER, MANAGER)).isInstanceOf(BadFactException.class)
                .hasMessage("The products (Manager) of desk template must stand there once.");
        assertThatThrownBy(() -> DeskTemplate.of(new AsOf(NOW, Desk.DEFAULT_ZONE), Ticket.builder().number("T-1").build(),
                Addition.builder().build())).isInstanceOf(BadFactException.class)
                .hasMessageMatching("The facts \\(AsOf.+\\) of desk template must be given with each ticket\\.\n"
                        + "The ticket\\.number \\(T-1\\) of desk template must be given with each ticket\\.\n"
                        + "The facts \\(Addition.+\\) of desk template must be given with each ticket\\.");
    }

    @Test
    void templatesWithTheSameFactsAreEqual() {
        assertThat(DeskTemplate.of(HOURS, MANAGER, BACKUP)).isEqualTo(DeskTemplate.of(BACKUP, HOURS, MANAGER))
                .hasSameHashCodeAs(DeskTemplate.of(BACKUP, HOURS, MANAGER)).isNotEqualTo(DeskTemplate.of(HOURS, MANAGER));
    }

    @Test
    void aFactSetIsTakenUpAgain() {
        FactSet facts = ticket(Ticket.builder().number("T-1").build(), Addition.builder().by(By.VENDOR).build(), HOURS);
        assertThat(facts.toBuilder().build()).isEqualTo(facts);
        Ticket other = Ticket.builder().number("T-2").build();
        assertThat(facts.toBuilder().without(Ticket.class).without(Cause.class).with(other).build()).isEqualTo(ticket(HOURS, other));
        assertThatThrownBy(() -> facts.toBuilder().with(other)).isInstanceOf(BadFactException.class);
        Fact[] many = java.util.Collections.nCopies(Limits.CAUSES, Addition.builder().build()).toArray(Fact[]::new);
        assertThat(facts.toBuilder().without(Addition.class).with(many).build().causes()).hasSize(Limits.CAUSES);
        assertThatThrownBy(() -> facts.toBuilder().with(many)).isInstanceOf(BadFactException.class);
    }
}
