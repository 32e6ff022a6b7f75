package org.supportpolicy.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is too far, too long or too much is refused by the fact it would stand in, with its name and what it said. */
class LimitsTest {

    private static final Instant NOW = Instant.parse("2026-03-10T15:30:00Z");
    private static final String LONG = "x".repeat(Limits.TEXT + 1);

    /** Every record that facts are made of. */
    private static final List<Class<?>> RECORDS = Stream.of(Stream.of(Fact.class.getPermittedSubclasses()).filter(Class::isRecord),
            Stream.of(Cause.class.getPermittedSubclasses()), Stream.<Class<?>>of(Hold.class, ProductVersion.class, SampleMachine.class, Withdrawal.class))
            .flatMap(some -> some).toList();

    @Test
    void anInstantOrDateOutsideTheYearsIsRefusedWhereverItStands() {
        int instants = 0;
        for (Class<?> record : RECORDS) {
            for (RecordComponent component : record.getRecordComponents()) {
                String last = record == EarlierEdition.class ? "9999" : "2999";
                List<Object> far = component.getType() == Instant.class ? List.of(Instant.MIN, Instant.parse("1899-12-31T23:59:59.999Z"), Instant.MAX)
                        : component.getType() == LocalDate.class ? List.of(LocalDate.MIN, LocalDate.of(1899, 12, 31), LocalDate.MAX) : List.of();
                for (Object value : far) {
                    assertThat(refused(record, component, value)).contains("The " + component.getName() + " (" + value + ")")
                            .contains("must lie in the years 1900 to " + last);
                    instants++;
                }
            }
        }
        assertThat(instants).isGreaterThan(80);
        assertThatThrownBy(() -> FactSet.builder(Instant.MAX)).isInstanceOf(BadFactException.class).hasMessageContaining("must lie in the years 1900 to 2999");
        assertThatThrownBy(() -> Desk.builder().holidays(Set.of(LocalDate.MAX)).build()).isInstanceOf(BadFactException.class).hasMessageContaining("holidays");
        assertThat(FactSet.builder(Instant.parse("1900-01-01T00:00:00Z")).build().facts()).isEmpty();
        assertThat(FactSet.builder(Instant.parse("2999-12-31T23:59:59.999999999Z")).build().facts()).isEmpty();
    }

    @Test
    void aTextThatIsTooLongOrNoTextIsRefusedWhereverItStands() {
        int texts = 0;
        for (Class<?> record : RECORDS) {
            for (RecordComponent component : record.getRecordComponents()) {
                if (component.getType() == String.class) {
                    assertThat(refused(record, component, LONG)).contains("The " + component.getName() + " (100001) of").contains("must have at most 100000 characters")
                            .doesNotContain("xxx");
                    assertThat(refused(record, component, "half \ud83d of it")).contains("must hold no half of a character").contains("(\\ud83d)").doesNotContain("half \\ud83d");
                    texts++;
                }
            }
        }
        assertThat(texts).isGreaterThan(12);
        assertThat(Ticket.builder().number("\ud83d\ude00").build().number()).isEqualTo("\ud83d\ude00");
        assertThat(catchThrowableOfType(BadFactException.class, () -> Ticket.builder().number("\ude00\ud83d").build())).isNotNull();
    }

    @Test
    void nullInACollectionIsRefusedByItsPlace() {
        int collections = 0;
        for (Class<?> record : RECORDS) {
            for (RecordComponent component : record.getRecordComponents()) {
                Object value = component.getType() == List.class ? Collections.singletonList(null) : component.getType() == Set.class ? new HashSet<>(Collections.singleton(null)) : null;
                if (value != null) {
                    assertThat(refused(record, component, value)).contains("The " + component.getName() + "[0] (null)").contains("must be given");
                    collections++;
                }
            }
        }
        assertThat(collections).isEqualTo(7);
        assertThat(refused(() -> Desk.builder().hours(Collections.singletonMap(null, List.of())).build())).contains("hours[0] (null)");
        assertThat(refused(() -> Desk.builder().hours(Collections.singletonMap(DayOfWeek.MONDAY, null)).build())).contains("hours[0] (null)");
        assertThat(refused(() -> Desk.builder().hours(Map.of(DayOfWeek.MONDAY, Collections.singletonList(null))).build())).contains("hours[0] (null)");
        assertThat(refused(() -> Desk.builder().firstResponseTargets(Collections.singletonMap(1, null)).build())).contains("firstResponseTargets[0] (null)");
        assertThat(refused(() -> Desk.builder().firstResponseTargets(Collections.singletonMap(null, Duration.ofHours(1))).build())).contains("firstResponseTargets[0] (null)");
    }

    @Test
    void nullInAValueIsRefused() {
        assertThat(refused(() -> new OpenSpan(null, LocalTime.NOON))).contains("The from (null) of span must be given");
        assertThat(refused(() -> new AsOf(null, ZoneId.of("UTC")))).contains("The instant (null) of asOf must be given");
    }

    @Test
    void collectionsHaveTheirMost() {
        List<Hold> holds = Collections.nCopies(Limits.ITEMS, new Hold(NOW, NOW));
        assertThat(Ticket.builder().holds(holds).build().holds()).hasSize(Limits.ITEMS);
        assertThat(refused(() -> Ticket.builder().holds(Collections.nCopies(Limits.ITEMS + 1, new Hold(NOW, NOW))).build()))
                .isEqualTo("The holds (10001) of ticket must have at most 10000 items.");
        assertThat(refused(() -> Desk.builder().hours(Map.of(DayOfWeek.MONDAY, Collections.nCopies(101, OpenSpan.of("09:00", "10:00")))).build())).contains("at most 100 items");
        Fact[] causes = Collections.nCopies(Limits.CAUSES + 1, Addition.builder().build()).toArray(Fact[]::new);
        assertThat(refused(() -> FactSet.builder(NOW).with(causes))).isEqualTo("The causes (1001) of factSet must have at most 1000 items.");
        assertThat(FactSet.builder(NOW).with(Arrays.copyOf(causes, Limits.CAUSES)).build().causes()).hasSize(Limits.CAUSES);
    }

    @Test
    void amountsOfTimeHaveTheirMost() {
        assertThat(Desk.builder().firstResponseTargets(Map.of(1, Duration.ofDays(3_653))).promptPatching(Period.ofYears(100)).build().promptPatching()).isEqualTo(Period.ofYears(100));
        assertThat(refused(() -> Desk.builder().firstResponseTargets(Map.of(1, Duration.ofHours(2_500_000))).build())).contains("(PT2500000H) of desk must last at most 10 years");
        for (Duration below : List.of(Duration.ZERO, Duration.ofNanos(-1), Duration.ofHours(-2_500_000_000L), Duration.ofSeconds(Long.MIN_VALUE))) {
            assertThat(List.of(refused(() -> Desk.builder().firstResponseTargets(Map.of(1, below)).build()), refused(() -> Desk.builder().followUpTargets(Map.of(1, below)).build()),
                    refused(() -> Desk.builder().remindBefore(List.of(below)).build()))).allMatch(said -> said.endsWith("(" + below + ") of desk must be longer than zero."));
        }
        assertThat(refused(() -> Desk.builder().promptPatching(Period.of(Integer.MIN_VALUE, 0, Integer.MAX_VALUE)).build())).endsWith("must not be negative.");
        assertThat(refused(() -> Desk.builder().promptPatching(Period.of(99, 12, 1)).build())).contains("(P99Y12M1D) of desk must last at most 100 years");
        assertThat(refused(() -> Desk.builder().promptPatching(Period.of(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE)).build())).contains("must last at most 100 years");
        Map<DayOfWeek, List<OpenSpan>> aMinute = Map.of(DayOfWeek.SUNDAY, List.of(OpenSpan.of("02:30", "02:31")));
        assertThat(refused(() -> Desk.builder().hours(aMinute).firstResponseTargets(Map.of(2, Duration.ofHours(100))).build()))
                .isEqualTo("The firstResponseTargets (PT100H) of desk must run out within 100 years of the desk's hours.");
    }

    @Test
    void aTimeOfDayThatIsMidnightIsNoEndHoweverItIsWritten() {
        for (String midnight : List.of("00:00", "00:00:00", "00:00:00.000")) {
            assertThat(refused(() -> OpenSpan.of("09:00", midnight))).contains("(" + midnight + ") of span must be written 24:00");
        }
        assertThat(OpenSpan.of("09:00", "24:00").length()).isEqualTo(Duration.ofHours(15));
    }

    @Test
    void noMoreIsToldThanAnyoneWouldRead() {
        List<ProductVersion> same = Collections.nCopies(Limits.ITEMS, new ProductVersion("v".repeat(1_000), null));
        BadFactException bad = catchThrowableOfType(BadFactException.class, () -> Product.builder().versions(same).build());
        assertThat(bad.violations()).hasSize(Limits.PROBLEMS);
        assertThat(bad.getMessage()).hasSizeLessThan(Limits.PROBLEMS * 400);
        assertThat(Limits.quoted("a\u0000\u001b[31m\u202e\u2028\n\ud83d\ude00")).isEqualTo("a\\u0000\\u001b[31m\\u202e\\u2028\\u000a\ud83d\ude00");
        assertThat(Limits.quoted("x".repeat(199) + "\ud83d\ude00")).isEqualTo("x".repeat(199) + "…");
    }

    private static String refused(Class<?> record, RecordComponent component, Object value) {
        RecordComponent[] components = record.getRecordComponents();
        Object[] values = IntStream.range(0, components.length).mapToObj(i -> components[i].getName().equals(component.getName()) ? value : required(components[i])).toArray();
        return refused(() -> {
            try {
                record.getDeclaredConstructor(Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new)).newInstance(values);
            } catch (InvocationTargetException e) {
                throw (RuntimeException) e.getCause();
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** Null, unless a record cannot do without. */
    private static Object required(RecordComponent component) {
        return component.getDeclaringRecord() == SampleMachine.class ? "x" : component.getDeclaringRecord() == AsOf.class && component.getType() == ZoneId.class ? ZoneId.of("UTC") : null;
    }

    private static String refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable making) {
        BadFactException bad = catchThrowableOfType(BadFactException.class, making);
        assertThat(bad).as("a refusal").isNotNull();
        return bad.getMessage();
    }
}
