package org.supportpolicy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.supportpolicy.fact.EarlierEdition;
import org.supportpolicy.fact.EarlierEditionBuilder;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.finding.Guarantee;
import org.supportpolicy.finding.ReopeningWindow;
import org.supportpolicy.finding.ReplyWindow;
import org.supportpolicy.finding.WithdrawnFrom;

/** What editions of a policy promise about the windows that began while each of them was in force. */
final class Promises {

    private final PolicyTimeline timeline;
    private final BiFunction<SupportPolicy, FactSet, Decision> decides;

    /**
     * Begins.
     *
     * @param decides what decides by an edition
     */
    Promises(PolicyTimeline timeline, BiFunction<SupportPolicy, FactSet, Decision> decides) {
        this.timeline = timeline;
        this.decides = decides;
    }

    /** What the editions before one, by its number, promise about the windows of a ticket. */
    EarlierEdition before(int current, FactSet facts) {
        EarlierEditionBuilder promised = EarlierEdition.builder();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < current; i++) {
            SupportPolicy edition = timeline.editions().get(i);
            Decision then = decides.apply(edition, edition.ownFacts().lenient().adopted(facts)); // it promised on what it knew
            ZoneId zone = then.zone();
            boolean any = promise(then, i, ReopeningWindow.class, window -> day(window.opens(), zone),
                    (to, window) -> to.reopenableUntil(window.closes()), promised)
                    | promise(then, i, ReplyWindow.class, window -> day(window.opens(), zone),
                            (to, window) -> to.answerableUntil(window.closes()), promised)
                    | promise(then, i, Guarantee.class, Guarantee::since, (to, guarantee) -> to.guaranteedThrough(guarantee.through()),
                            promised)
                    | promise(then, i, WithdrawnFrom.class, WithdrawnFrom::notice, (to, withdrawal) -> to.withdrawnFrom(withdrawal.day()),
                            promised);
            if (any) {
                names.add(timeline.editions().get(i).receipt().edition());
            }
        }
        return promised.edition(names.isEmpty() ? null : String.join(", ", names)).build();
    }

    /** Keeps a window that an edition concluded, when it began while that edition was in force. */
    private <W extends Finding> boolean promise(Decision then, int edition, Class<W> kind, Function<W, LocalDate> began,
            BiConsumer<EarlierEditionBuilder, W> keep, EarlierEditionBuilder promised) {
        boolean any = false;
        for (W window : then.findings(kind)) {
            if (timeline.indexOn(began.apply(window)) == edition) {
                keep.accept(promised, window);
                any = true;
            }
        }
        return any;
    }

    private static LocalDate day(Instant instant, ZoneId zone) {
        return LocalDate.ofInstant(instant, zone);
    }
}
