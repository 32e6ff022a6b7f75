package org.supportpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supportpolicy.author.WatchedPolicy;
import org.supportpolicy.author.WatchedTimeline;
import org.supportpolicy.author.WorkingCopy;
import org.supportpolicy.fact.Desk;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.json.DecisionWriter;
import org.supportpolicy.json.LogReader;
import org.supportpolicy.json.LogWriter;
import org.supportpolicy.json.LoggedDecision;
import org.supportpolicy.model.RandomFactSets;

/** Whatever decides, a host asks it in one way. */
class DeciderTest {

    private static final SupportPolicy POLICY = SupportPolicy.standard();
    private static final List<FactSet> TICKETS = IntStream.range(0, 40).mapToObj(i -> new RandomFactSets(i).next()).toList();

    @TempDir
    private Path directory;

    private void each(Consumer<Decider> host) {
        WorkingCopy.init(directory);
        WatchedPolicy.Listener nobody = new WatchedPolicy.Listener() {
            @Override
            public void reloaded(SupportPolicy policy) {}

            @Override
            public void refused(List<Problem> problems) {}
        };
        try (WatchedPolicy watched = WatchedPolicy.of(directory, Duration.ofMinutes(1), InstantSource.fixed(Instant.EPOCH), nobody)) {
            for (Decider decider : List.of(POLICY, PolicyTimeline.of(POLICY), watched, WatchedTimeline.of(watched::policy))) {
                host.accept(decider);
            }
        }
    }

    @Test
    void allDecideAndLookAheadAlike() {
        FactSet resolved = Examples.resolvedAWeekAgo();
        Instant until = resolved.asOf().plus(Duration.ofDays(30));
        each(decider -> {
            assertThat(decider.decideAll(TICKETS.stream()).toList()).isEqualTo(TICKETS.stream().map(POLICY::decide).toList());
            assertThat(decider.outlook(resolved)).isEqualTo(POLICY.outlook(resolved));
            assertThat(decider.outlook(resolved, until)).isEqualTo(POLICY.outlook(resolved, until));
            assertThat(decider.timeline(resolved)).isEqualTo(POLICY.timeline(resolved));
            assertThat(decider.timeline(resolved, until)).isEqualTo(POLICY.timeline(resolved, until));
            assertThat(decider.outlook(resolved).validUntil()).hasValue(Instant.parse("2026-03-10T23:00:00Z"));
        });
    }

    @Test
    void theReceiptIsThatOfTheDecisionAndOfTheLog() {
        FactSet tokyo = Examples.resolvedAWeekAgo().over(org.supportpolicy.fact.DeskTemplate.of(Desk.builder().zone(java.time.ZoneId.of("Asia/Tokyo")).build()));
        each(decider -> {
            for (FactSet facts : List.of(Examples.completeTicket(), tokyo)) {
                Decision decision = decider.decide(facts);
                LogReceipt receipt = decider.receipt(facts);
                assertThat(receipt).isEqualTo(decision.receipt());
                assertThat(receipt.fingerprint()).isEqualTo(POLICY.receipt().fingerprint());
                LoggedDecision logged = new LogReader().read("log", 1, new LogWriter(new DecisionWriter()).write(facts, decision));
                assertThat(new LogReceipt(logged.policy().edition(), logged.policy().fingerprint(), logged.policy().zoneData(),
                        logged.zoneRules().orElseThrow(), logged.library().orElseThrow())).isEqualTo(receipt);
            }
            assertThat(decider.receipt(tokyo).zoneRules()).isNotEqualTo(decider.receipt(Examples.completeTicket()).zoneRules());
        });
    }

    @Test
    void whatMustBeGivenIsNamed() {
        each(decider -> {
            assertThatThrownBy(() -> decider.decide(null)).isInstanceOf(NullPointerException.class).hasMessage("The facts must be given.");
            assertThatThrownBy(() -> decider.decideAll(null)).isInstanceOf(NullPointerException.class).hasMessage("The facts must be given.");
            assertThatThrownBy(() -> decider.outlook(null)).isInstanceOf(NullPointerException.class).hasMessage("The facts must be given.");
            assertThatThrownBy(() -> decider.timeline(null)).isInstanceOf(NullPointerException.class).hasMessage("The facts must be given.");
            assertThatThrownBy(() -> decider.outlook(Examples.nothingKnown(), null)).isInstanceOf(NullPointerException.class).hasMessage("The until must be given.");
            assertThatThrownBy(() -> decider.receipt(null)).isInstanceOf(NullPointerException.class).hasMessage("The facts must be given.");
        });
    }
}
