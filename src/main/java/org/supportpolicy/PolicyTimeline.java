package org.supportpolicy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.supportpolicy.fact.EarlierEdition;
import org.supportpolicy.fact.Fact;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.internal.outlook.Days;

/**
 * The editions of a policy, each from its first day until the next one's. A ticket is decided by the edition in force at its
 * instant; a window that began under an earlier edition ends as that edition promised (clause
 * {@code terms.amend-or-discontinue}). Immutable and thread-safe.
 */
public final class PolicyTimeline implements Decider {

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
     * Those of all editions, each as the last edition has it that declares it. An edition that does not declare one refuses it, unless it
     * is {@linkplain SupportPolicy#ignoringUndeclared() to leave it out}.
     */
    @Override
    public OwnFacts ownFacts() {
        return editions.stream().map(SupportPolicy::ownFacts).reduce(OwnFacts.NONE, OwnFacts::and);
    }

    /**
     * Decides a ticket by the edition in force, windows of earlier editions kept. Facts that hold an {@link EarlierEdition}
     * already are taken as they are.
     *
     * @throws PolicyException if no edition is in force yet, or the rules fail
     */
    @Override
    public Decision decide(FactSet facts) {
        return decide(Objects.requireNonNull(facts, "The facts must be given."), SupportPolicy::decide);
    }

    private Decision decide(FactSet facts, BiFunction<SupportPolicy, FactSet, Decision> by) {
        SupportPolicy current = on(facts.now().date());
        FactSet known = facts;
        if (facts.get(EarlierEdition.class).isEmpty()) {
            EarlierEdition promised = new Promises(this, by).before(editions.indexOf(current), facts);
            known = promised.edition() == null ? facts
                    : FactSet.builder(facts.asOf()).with(facts.facts().toArray(Fact[]::new)).with(promised).build();
        }
        return by.apply(current, known).validBy(() -> outlook(facts).validUntil());
    }

    /** That another edition comes into force is a change when it decides otherwise. */
    @Override
    public Outlook outlook(FactSet facts, Instant until) {
        Objects.requireNonNull(facts, "The facts must be given.");
        return Course.outlook(ahead(facts, Foresight.checked(facts, until)), facts.asOf(), until);
    }

    @Override
    public Timeline timeline(FactSet facts, Instant until) {
        Objects.requireNonNull(facts, "The facts must be given.");
        return Course.timeline(ahead(facts, Foresight.checked(facts, until)), facts.asOf(), until);
    }

    /** That of the edition in force; what earlier editions promised is not in it. */
    @Override
    public LogReceipt receipt(FactSet facts) {
        return on(Objects.requireNonNull(facts, "The facts must be given.").now().date()).receipt(facts);
    }

    /** A decision can change where that of an edition that was asked can, and where another edition comes into force. */
    private Ahead ahead(FactSet facts, Instant until) {
        return instant -> {
            NavigableSet<Instant> next = new TreeSet<>();
            editions.stream().skip(1).forEach(edition -> Days.beginnings(firstDay(edition), facts.now().zone(), next::add));
            Decision decision = decide(facts.at(instant), (edition, known) -> {
                Ahead.Glimpse seen = edition.ahead(known, until).at(instant);
                if (seen.next() != null) {
                    next.add(seen.next());
                }
                return seen.decision();
            });
            Instant first = next.higher(instant);
            return new Ahead.Glimpse(decision, first == null || first.isAfter(until) ? null : first);
        };
    }

    /** The number of the edition in force on a day; -1 when the first comes into force later. */
    int indexOn(LocalDate day) {
        int index = -1;
        while (index + 1 < editions.size() && !firstDay(editions.get(index + 1)).isAfter(day)) {
            index++;
        }
        return index;
    }

    private static String name(SupportPolicy policy) {
        return Objects.requireNonNull(policy.receipt().edition());
    }
}
