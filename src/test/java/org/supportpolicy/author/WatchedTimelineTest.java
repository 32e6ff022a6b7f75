package org.supportpolicy.author;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supportpolicy.Examples;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.fact.FactSet;

/** Editions of which one is edited while tickets are decided. */
class WatchedTimelineTest {

    private static final SupportPolicy STANDARD = SupportPolicy.standard();
    private static final FactSet TICKET = Examples.completeTicket();

    @TempDir
    private Path directory;

    /** The standard policy as an edition from a first day; in force from the beginning without one. */
    private SupportPolicy edition(int number, LocalDate from) throws Exception {
        Path files = directory.resolve(number + " " + from);
        WorkingCopy.init(files);
        for (String text : new String[] {"policy.en.md", "policy.nl.md"}) {
            Path file = files.resolve(text);
            Files.writeString(file, Files.readString(file)
                    .replace("Edition: 1.0", "Edition: " + number + ".0" + (from == null ? "" : ", in force from " + from))
                    .replace("Editie: 1.0", "Editie: " + number + ".0" + (from == null ? "" : ", geldt vanaf " + from)));
        }
        return SupportPolicy.load(files);
    }

    @Test
    void anEditOfAnEditionIsTakenOver() throws Exception {
        AtomicReference<SupportPolicy> second = new AtomicReference<>(edition(2, LocalDate.parse("2027-01-01")));
        WatchedTimeline watched = WatchedTimeline.of(second::get, () -> STANDARD);
        assertThat(watched.decide(TICKET).policy().edition()).isEqualTo("1.0");
        assertThat(watched.timeline()).isSameAs(watched.timeline());
        assertThat(watched.outlook(TICKET).decision()).isEqualTo(STANDARD.decide(TICKET));
        second.set(edition(3, LocalDate.parse("2026-03-10")));
        assertThat(watched.decide(TICKET).policy().edition()).isEqualTo("3.0");
        assertThat(watched.receipt(TICKET).edition()).isEqualTo("3.0");
        assertThat(watched.decide(TICKET.at(TICKET.asOf().minusSeconds(86_400))).policy().edition()).isEqualTo("1.0");
    }

    @Test
    void editionsThatDoNotGoTogetherLeaveTheLastThatDidInForce() throws Exception {
        SupportPolicy good = edition(2, LocalDate.parse("2026-03-10"));
        AtomicReference<SupportPolicy> second = new AtomicReference<>(good);
        WatchedTimeline watched = WatchedTimeline.of(() -> STANDARD, second::get);
        second.set(edition(3, null));
        assertThat(watched.decide(TICKET).policy().edition()).isEqualTo("2.0");
        assertThat(watched.problems()).extracting(Problem::code).containsExactly("SP-T002");
        second.set(good);
        assertThat(watched.problems()).isEmpty();
        assertThatThrownBy(() -> WatchedTimeline.of(() -> STANDARD, () -> STANDARD)).isInstanceOf(PolicyException.class).hasMessageContaining("SP-T002");
        assertThatThrownBy(WatchedTimeline::of).isInstanceOf(PolicyException.class).hasMessageContaining("SP-T001");
    }
}
