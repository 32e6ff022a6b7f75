package org.supportpolicy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.supportpolicy.fact.EarlierEdition;
import org.supportpolicy.fact.EarlierEditionBuilder;
import org.supportpolicy.fact.Fact;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.finding.Guarantee;
import org.supportpolicy.finding.ReopeningWindow;
import org.supportpolicy.finding.ReplyWindow;
import org.supportpolicy.finding.WithdrawnFrom;

/**
 * The editions of a policy, each from its first day until the next one's. A ticket is decided by the edition in force at its
 * instant; a window that began under an earlier edition ends as that edition promised (clause
 * {@code terms.amend-or-discontinue}). Immutable and thread-safe.
 */
public final class PolicyTimeline {

    private final List<SupportPolicy> editions;

    private PolicyTimeline(List<SupportPolicy> editions) {
        this.editions = editions;
    }

    /**
     * Puts editions in the order of their first days; one that names none comes first.
     *
     * @param editions at least one
     * @throws PolicyException if there is none, or two come into force on one day or name no first day
     */
    public static PolicyTimeline of(SupportPolicy... editions) {
        List<SupportPolicy> ordered = new ArrayList<>();
        for (SupportPolicy edition : Objects.requireNonNull(editions, "The editions must be given.")) {
            ordered.add(Objects.requireNonNull(edition, "The edition must be given."));
        }
        ordered.sort(Comparator.comparing(PolicyTimeline::firstDay));
        List<Problem> problems = new ArrayList<>();
        if (ordered.isEmpty()) {
            problems.add(Problem.of("SP-T001"));
        }
        for (int i = 1; i < ordered.size(); i++) {
            if (ordered.get(i).inForceFrom().equals(ordered.get(i - 1).inForceFrom())) {
                String one = name(ordered.get(i - 1));
                String other = name(ordered.get(i));
                problems.add(ordered.get(i).inForceFrom().map(day -> Problem.of("SP-T002", one, other, day))
                        .orElseGet(() -> Problem.of("SP-T002.beginning", one, other)));
            }
        }
        if (!problems.isEmpty()) {
            throw new PolicyException("The timeline", problems);
        }
        return new PolicyTimeline(List.copyOf(ordered));
    }

    /** The first day of an edition; one that names none is in force from the beginning. */
    private static LocalDate firstDay(SupportPolicy edition) {
        return edition.inForceFrom().orElse(LocalDate.MIN);
    }

    /** The editions, the earliest first. */
    public List<SupportPolicy> editions() {
        return editions;
    }

    /**
     * The edition in force on a day.
     *
     * @throws PolicyException if the first edition comes into force later
     */
    public SupportPolicy on(LocalDate day) {
        Objects.requireNonNull(day, "The day must be given.");
        int index = indexOn(day);
        if (index < 0) {
            SupportPolicy first = editions.get(0);
            throw new PolicyException("The timeline", List.of(Problem.of("SP-T003", day, name(first), firstDay(first))));
        }
        return editions.get(index);
    }

    /**
     * Decides a ticket by the edition in force, windows of earlier editions kept. Facts that hold an {@link EarlierEdition}
     * already are taken as they are.
     *
     * @throws PolicyException if no edition is in force yet, or the rules fail
     */
    public Decision decide(FactSet facts) {
        Objects.requireNonNull(facts, "The facts must be given.");
        SupportPolicy current = on(facts.now().date());
        if (facts.get(EarlierEdition.class).isPresent()) {
            return current.decide(facts);
        }
        EarlierEdition promised = promised(facts, editions.indexOf(current));
        return promised.edition() == null ? current.decide(facts)
                : current.decide(FactSet.builder(facts.asOf()).with(facts.facts().toArray(Fact[]::new)).with(promised).build());
    }

    /** What the editions before one promise about the windows that began while each of them was in force. */
    private EarlierEdition promised(FactSet facts, int current) {
        EarlierEditionBuilder promised = EarlierEdition.builder();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < current; i++) {
            Decision then = editions.get(i).decide(facts);
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
                names.add(editions.get(i).receipt().edition());
            }
        }
        return promised.edition(names.isEmpty() ? null : String.join(", ", names)).build();
    }

    /** Keeps a window that an edition concluded, when it began while that edition was in force. */
    private <W extends Finding> boolean promise(Decision then, int edition, Class<W> kind, Function<W, LocalDate> began,
            BiConsumer<EarlierEditionBuilder, W> keep, EarlierEditionBuilder promised) {
        boolean any = false;
        for (W window : then.findings(kind)) {
            if (indexOn(began.apply(window)) == edition) {
                keep.accept(promised, window);
                any = true;
            }
        }
        return any;
    }

    private int indexOn(LocalDate day) {
        int index = -1;
        while (index + 1 < editions.size() && !firstDay(editions.get(index + 1)).isAfter(day)) {
            index++;
        }
        return index;
    }

    private static LocalDate day(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toLocalDate();
    }

    private static String name(SupportPolicy policy) {
        return Objects.requireNonNull(policy.receipt().edition());
    }
}
