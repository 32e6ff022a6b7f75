package org.supportpolicy.author;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.Decision;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Rule;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.fact.Fact;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.internal.record.Components;
import org.supportpolicy.json.DecisionTree;
import org.supportpolicy.verify.Scenario;

/**
 * What changes from one policy to another: every combination of the facts of the sections with finite values, and every scenario,
 * is decided by both. Immutable and thread-safe.
 */
public final class PolicyDiff {

    private static final Set<String> NOT_ANSWERS = Set.of("policy", "ignored", "reasons");

    private final SupportPolicy before;
    private final SupportPolicy after;
    private final Set<String> changedRules;

    private PolicyDiff(SupportPolicy before, SupportPolicy after) {
        this.before = before;
        this.after = after;
        this.changedRules = changedRules(before, after);
    }

    /** Compares two policies; nothing is decided yet. */
    public static PolicyDiff between(SupportPolicy before, SupportPolicy after) {
        Objects.requireNonNull(before, "The policy before must be given.");
        Objects.requireNonNull(after, "The policy after must be given.");
        return new PolicyDiff(before.ignoringUndeclared(), after.ignoringUndeclared());
    }

    /**
     * What was found.
     *
     * @param tried how many fact sets there were
     * @param undecided how many of them neither policy can decide, which is no change
     * @param combinations how many of the fact sets tried are combinations of the facts of each section, some of them of several
     * @param changes what changes, the change with the smallest witness first
     */
    public record Report(int tried, int undecided, Map<String, Integer> combinations, List<Change> changes) {

        /** Checks that all is given. */
        public Report {
            Objects.requireNonNull(combinations, "The combinations must be given.");
            Objects.requireNonNull(changes, "The changes must be given.");
        }

        /** Whether every fact set was decided by both. */
        public boolean isDecided() {
            return undecided == 0 && changes.stream().noneMatch(change -> change.answers().contains(Comparison.DECISION));
        }
    }

    /**
     * Fact sets that are decided differently for the same clauses and in the same answers; or that one policy decides and the other
     * cannot, when the answer is {@code decision}.
     *
     * @param clauses the clauses whose rules were edited and that bring the change about
     * @param answers the answers that change, such as {@code lifecycle.state}; {@code because} where only the clauses cited for them do
     * @param count in how many of the fact sets tried
     * @param witness the smallest of them
     * @param differences what changes for it
     * @param from the first instant at which it does, when there is one
     * @param until the first instant at which it does no longer, when there is one
     */
    public record Change(List<String> clauses, List<String> answers, int count, FactSet witness, List<Difference> differences,
            Optional<Instant> from, Optional<Instant> until) {

        /** Checks that all is given. */
        public Change {
            Objects.requireNonNull(clauses, "The clauses must be given.");
            Objects.requireNonNull(answers, "The answers must be given.");
            Objects.requireNonNull(witness, "The witness must be given.");
            Objects.requireNonNull(differences, "The differences must be given.");
            Objects.requireNonNull(from, "The from must be given.");
            Objects.requireNonNull(until, "The until must be given.");
        }
    }

    /**
     * An answer before and after.
     *
     * @param answer the key of the answer
     * @param before its value before, null for none
     * @param after its value after, null for none
     */
    public record Difference(String answer, @Nullable Object before, @Nullable Object after) {

        /** Checks that all is given. */
        public Difference {
            Objects.requireNonNull(answer, "The answer must be given.");
        }

        /** The items of a list that are there after and were not before, in their order; none where one of the values is no list. */
        public List<Object> added() {
            return more(before, after);
        }

        /** The items of a list that were there before and are not after, in their order; none where one of the values is no list. */
        public List<Object> removed() {
            return more(after, before);
        }

        private static List<Object> more(@Nullable Object than, @Nullable Object value) {
            List<Object> more = new ArrayList<>();
            if (than instanceof List<?> others && value instanceof List<?> items) {
                more.addAll(items);
                others.forEach(more::remove);
            }
            return List.copyOf(more);
        }
    }

    /** What was edited: what the rules do, and what they, the clauses and the readings say; by clause. Nothing is decided for it. */
    public List<Edit> edits() {
        return edits(Locale.ENGLISH);
    }

    /**
     * The same in a language: clauses, readings and rules that are new or gone, and the rules that edits are of, are named in it.
     *
     * @param locale Dutch for a Dutch locale, English for any other
     */
    public List<Edit> edits(Locale locale) {
        return Edits.between(before, after, Objects.requireNonNull(locale, "The locale must be given."));
    }

    /** Decides all combinations and these scenarios by both policies. */
    public Report report(List<Scenario> scenarios) {
        return report(scenarios, ProgressListener.NOBODY);
    }

    /**
     * The same with somebody who is told how many fact sets were decided.
     *
     * @throws CancellationException if the thread is interrupted, which it stays
     */
    public Report report(List<Scenario> scenarios, ProgressListener progress) {
        Objects.requireNonNull(scenarios, "The scenarios must be given.");
        scenarios.forEach(scenario -> Objects.requireNonNull(scenario, "The scenario must be given."));
        Objects.requireNonNull(progress, "The progress must be given.");
        return report(scenarios, (facts, both) -> {}, progress);
    }

    /** The same, and hands over each fact set that both policies decide, or one alone; by many threads at once. */
    Report report(List<Scenario> scenarios, BiConsumer<FactSet, Comparison> also, ProgressListener progress) {
        Map<List<List<String>>, Found> found = new ConcurrentHashMap<>();
        List<FactSpace.Section> space = FactSpace.of(before, after);
        List<FactSet> all = Stream.concat(space.stream().flatMap(section -> section.combinations().stream()),
                scenarios.stream().map(Scenario::facts)).distinct().toList();
        LongAdder undecided = new LongAdder();
        LongWork.on(all, progress, facts -> {
            Comparison both = compare(facts);
            if (both.isUndecided()) {
                undecided.increment();
            }
            both.key(changedRules).ifPresent(key -> found.merge(key, new Found(1, facts), Found::and));
            also.accept(facts, both);
        });
        Map<String, Integer> combinations = new LinkedHashMap<>();
        space.forEach(section -> combinations.put(section.name(), section.combinations().size()));
        List<Change> changes = found.entrySet().stream().map(entry -> change(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing((Change change) -> Components.size(change.witness()))
                        .thenComparing(change -> change.clauses() + " " + change.answers())).toList();
        return new Report(all.size(), undecided.intValue(), combinations, changes);
    }

    /**
     * What was edited and what was found, as people read it.
     *
     * @param report what {@link #report} found
     * @param locale Dutch for a Dutch locale, English for any other
     */
    public String explain(Report report, Locale locale) {
        Objects.requireNonNull(report, "The report must be given.");
        return DiffText.of(this, report, Objects.requireNonNull(locale, "The locale must be given."));
    }

    /**
     * What changes for one fact set: the clauses, then the answers; empty when nothing does.
     *
     * @throws PolicyException if one of the policies cannot decide it
     */
    public Optional<List<List<String>>> key(FactSet facts) {
        Objects.requireNonNull(facts, "The facts must be given.");
        Outcome then = new Outcome(before, before.decide(facts), null);
        return new Comparison(then, new Outcome(after, after.decide(facts), null)).key(changedRules);
    }

    Comparison compare(FactSet facts) {
        return new Comparison(Outcome.of(before, facts), Outcome.of(after, facts));
    }

    /** The names of the rules that the policies do not share. */
    Set<String> changedRules() {
        return changedRules;
    }

    /** The answers in which two decisions differ. */
    static List<Difference> differences(Decision then, Decision now) {
        if (then.findings(Finding.class).equals(now.findings(Finding.class))) {
            return List.of();
        }
        Map<String, Object> former = flat(DecisionTree.of(then));
        Map<String, Object> latter = flat(DecisionTree.of(now));
        Set<String> keys = new TreeSet<>(former.keySet());
        keys.addAll(latter.keySet());
        return keys.stream().filter(key -> !Objects.equals(former.get(key), latter.get(key)))
                .map(key -> new Difference(key, former.get(key), latter.get(key))).toList();
    }

    private static Map<String, Object> flat(Map<String, Object> tree) {
        Map<String, Object> flat = new TreeMap<>();
        tree.forEach((section, value) -> {
            if (NOT_ANSWERS.contains(section)) {
                return;
            }
            if (value instanceof Map<?, ?> members) {
                members.forEach((key, member) -> flat.put(section + "." + key, member));
            } else {
                flat.put(section, value);
            }
        });
        return flat;
    }

    /** The names of the rules that stand in one of the policies only, or say something else in each. */
    private static Set<String> changedRules(SupportPolicy before, SupportPolicy after) {
        Map<String, String> former = texts(before);
        Map<String, String> latter = texts(after);
        Set<String> changed = new TreeSet<>(former.keySet());
        changed.addAll(latter.keySet());
        changed.removeIf(name -> Objects.equals(former.get(name), latter.get(name)));
        return changed;
    }

    private static Map<String, String> texts(SupportPolicy policy) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Rule rule : policy.rules()) {
            texts.put(rule.name(), rule.text().replaceAll("\\s+", " "));
        }
        return texts;
    }

    private record Found(int count, FactSet smallest) {
        static Found and(Found one, Found other) {
            return new Found(one.count + other.count,
                    Components.SMALLER.compare(other.smallest, one.smallest) < 0 ? other.smallest : one.smallest);
        }
    }

    private Change change(List<List<String>> key, Found found) {
        FactSet witness = Components.smallest(found.smallest, facts -> {
            LongWork.endIfInterrupted();
            return compare(facts).key(changedRules).filter(key::equals).isPresent();
        });
        List<Instant> instants = new ArrayList<>(FactSpace.instants(new SupportPolicy[] {before, after}, witness));
        Optional<Instant> from = instants.stream().filter(instant -> !instant.isAfter(witness.asOf()))
                .filter(instant -> changes(key, witness, instant) && !changes(key, witness, instant.minusSeconds(1))).reduce((a, b) -> b);
        Optional<Instant> until = instants.stream().filter(instant -> instant.isAfter(witness.asOf()))
                .filter(instant -> !changes(key, witness, instant)).findFirst();
        return new Change(key.get(0), key.get(1), found.count, witness, compare(witness).differences(), from, until);
    }

    private boolean changes(List<List<String>> key, FactSet facts, Instant asOf) {
        return compare(facts.at(asOf)).key(changedRules).filter(key::equals).isPresent();
    }
}
