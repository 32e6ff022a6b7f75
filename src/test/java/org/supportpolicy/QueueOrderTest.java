package org.supportpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.supportpolicy.fact.Contact;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.Ticket;
import org.supportpolicy.model.RandomFactSets;

/** Tickets sort by level, then certified first, then the time of creation; then by number, and what is unknown goes last. */
class QueueOrderTest {

    private static final SupportPolicy POLICY = SupportPolicy.standard();
    private static final Comparator<Decision> ORDER = Decision.queueOrder();
    private static final long SEED = Long.getLong("supportpolicy.seed", 20250312L);
    private static final Instant NOW = Instant.parse("2026-03-10T15:30:00Z");

    private static Decision decision(Integer level, Boolean certified, String created, String number) {
        return POLICY.decide(FactSet.builder(NOW).with(Contact.builder().certified(certified).build(),
                Ticket.builder().urgencySet(level).createdAt(created == null ? null : Instant.parse(created)).number(number).build()).build());
    }

    /** Decisions on random tickets, of which many share a level, a time of creation or a number, or lack one. */
    private static List<Decision> decisions(int count) {
        Random random = new Random(SEED);
        return IntStream.range(0, count).mapToObj(i -> {
            FactSet facts = new RandomFactSets(SEED + i).next();
            Ticket ticket = facts.get(Ticket.class).orElse(Ticket.builder().build());
            return POLICY.decide(facts.toBuilder().without(Ticket.class).with(new Ticket(random.nextInt(4) == 0 ? null : "T-" + random.nextInt(40),
                    ticket.channel(), ticket.kind(), random.nextInt(4) == 0 ? null : NOW.minusSeconds(random.nextInt(3)), ticket.state(),
                    ticket.distinctProblems(), ticket.urgencySet(), null)).build());
        }).toList();
    }

    /** What the contract says of two tickets of which all is known that it names; 0 when it leaves them to the tie breaks. */
    private static int byTheContract(Decision one, Decision other) {
        Optional<Integer> level = one.queue().urgency();
        Optional<Integer> otherLevel = other.queue().urgency();
        if (level.isEmpty() || otherLevel.isEmpty() || !level.equals(otherLevel)) {
            return level.isEmpty() || otherLevel.isEmpty() ? 0 : Integer.compare(level.get(), otherLevel.get());
        }
        Optional<Boolean> certified = one.queue().certified();
        Optional<Boolean> otherCertified = other.queue().certified();
        if (certified.isEmpty() || otherCertified.isEmpty() || !certified.equals(otherCertified)) {
            return certified.isEmpty() || otherCertified.isEmpty() ? 0 : certified.get() ? -1 : 1;
        }
        return one.createdAt().isEmpty() || other.createdAt().isEmpty() ? 0 : one.createdAt().get().compareTo(other.createdAt().get());
    }

    @Test
    void theOrderIsThatOfTheContractForRandomTickets() {
        List<Decision> decisions = decisions(400);
        int told = 0;
        for (Decision one : decisions) {
            for (Decision other : decisions) {
                int contract = Integer.signum(byTheContract(one, other));
                told += Math.abs(contract);
                if (contract != 0) {
                    assertThat(Integer.signum(ORDER.compare(one, other))).as("seed %s: %s, %s", SEED, one, other).isEqualTo(contract);
                }
            }
        }
        assertThat(told).isGreaterThan(20_000);
    }

    @Test
    void theOrderIsTotalAndDoesNotContradictItself() {
        List<Decision> decisions = decisions(120);
        for (Decision a : decisions) {
            assertThat(ORDER.compare(a, a)).isZero();
            for (Decision b : decisions) {
                assertThat(Integer.signum(ORDER.compare(a, b))).isEqualTo(-Integer.signum(ORDER.compare(b, a)));
                for (Decision c : decisions) {
                    if (ORDER.compare(a, b) <= 0 && ORDER.compare(b, c) <= 0) {
                        assertThat(ORDER.compare(a, c)).isLessThanOrEqualTo(0);
                    }
                }
            }
        }
    }

    @Test
    void howTicketsStoodBeforeDoesNotMatterWhenTheyHaveNumbers() {
        List<Decision> numbered = new ArrayList<>(IntStream.range(0, 200).mapToObj(i -> POLICY.decide(new RandomFactSets(SEED + i).next().toBuilder()
                .without(Ticket.class).with(Ticket.builder().number("T-" + i).build()).build())).toList());
        List<Decision> sorted = numbered.stream().sorted(ORDER).toList();
        Collections.shuffle(numbered, new Random(SEED));
        assertThat(numbered.stream().sorted(ORDER)).containsExactlyElementsOf(sorted);
    }

    @Test
    void whatIsNotKnownGoesLast() {
        List<Decision> inOrder = List.of(
                decision(1, false, "2026-03-10T12:00:00Z", "9"),
                decision(2, true, "2026-03-10T12:00:00Z", "8"),
                decision(2, null, "2026-03-10T10:00:00Z", "7"),
                decision(2, false, "2026-03-10T11:00:00Z", "6"),
                decision(2, false, "2026-03-10T11:00:00Z", "7"),
                decision(2, false, "2026-03-10T11:00:00Z", null),
                decision(2, false, null, "1"),
                decision(null, true, "2026-03-10T09:00:00Z", "1"));
        List<Decision> shuffled = new ArrayList<>(inOrder);
        Collections.shuffle(shuffled, new Random(SEED));
        assertThat(shuffled.stream().sorted(ORDER)).containsExactlyElementsOf(inOrder);
        assertThat(inOrder.stream().map(decision -> decision.queue().urgency().orElse(0))).containsExactly(1, 2, 2, 2, 2, 2, 2, 0);
    }

    @Test
    void numbersOfTicketsAreInTheOrderInWhichTheyWereGiven() {
        List<Decision> inOrder = Stream.of("", "#7", "07", "7", "9", "10", "10-2", "10-11", "10a", "99999999999999999998", "99999999999999999999", "T", "T-9",
                "T-10", "T-10 b", "t-1").map(number -> decision(2, true, "2026-03-10T12:00:00Z", number)).toList();
        for (int i = 0; i < inOrder.size(); i++) {
            for (int j = 0; j < inOrder.size(); j++) {
                assertThat(Integer.signum(ORDER.compare(inOrder.get(i), inOrder.get(j)))).as(i + ", " + j).isEqualTo(Integer.compare(i, j));
            }
        }
    }

    @Test
    void aNullIsNamed() {
        Decision decision = decision(1, true, null, null);
        assertThatThrownBy(() -> ORDER.compare(null, decision)).isInstanceOf(NullPointerException.class)
                .hasMessage("The decision must be given.");
        assertThatThrownBy(() -> ORDER.compare(decision, null)).hasMessage("The decision must be given.");
    }
}
