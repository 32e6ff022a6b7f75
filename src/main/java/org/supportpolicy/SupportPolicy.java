package org.supportpolicy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.supportpolicy.fact.Desk;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.Ticket;
import org.supportpolicy.finding.AtMostOne;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.internal.check.CheckedRule;
import org.supportpolicy.internal.engine.Conclusion;
import org.supportpolicy.internal.engine.RuleEngine;
import org.supportpolicy.internal.possible.Needs;
import org.supportpolicy.internal.possible.SmallestChanges;
import org.supportpolicy.internal.record.Lazy;
import org.supportpolicy.internal.source.Draft;
import org.supportpolicy.internal.source.PolicyFiles;
import org.supportpolicy.internal.trial.PolicyParts;
import org.supportpolicy.internal.words.ProblemTexts;
import org.supportpolicy.internal.words.Spelling;

/**
 * A support policy that decides tickets. Load it once and decide often: it is immutable and thread-safe, and nothing of one
 * decision is left for the next.
 */
public final class SupportPolicy implements Decider {

    private static final Logger LOG = LoggerFactory.getLogger(SupportPolicy.class);
    private static final Comparator<Rule> BY_CLAUSE = Comparator.comparing(Rule::clause).thenComparing(Rule::name);

    /** The most answers that are named where there may be one only. */
    private static final int MOST_ANSWERS = 20;

    static {
        PolicyParts.areReadBy(policy -> new PolicyParts(policy.draft, policy.checked,
                other -> new SupportPolicy(policy, other, policy.own)));
    }

    /**
     * A rule.
     *
     * @param rule the rule
     * @param rank its number among all rules by clause, then name
     * @param single the number of what it concludes among the findings of which there can be one; -1 for any other
     */
    private record Place(Rule rule, int rank, int single) {}

    private final Draft draft;
    private final OwnFacts own;
    private final List<CheckedRule> checked;
    private final RuleEngine engine;
    private final List<Clause> clauses;
    private final List<Rule> rules;
    /** By the numbers that conclusions have. */
    private final Place[] places;
    private final Class<?>[] singles;
    private final Decision.Receipt receipt;
    private final @Nullable LocalDate inForceFrom;
    private final Lazy<Needs> needs = new Lazy<>(this::newNeeds);
    private final Lazy<SmallestChanges> changes = new Lazy<>(this::newChanges);
    private final Lazy<Foresight> foresight = new Lazy<>(this::newForesight);

    SupportPolicy(PolicyFiles files, Draft draft, List<CheckedRule> checked, OwnFacts own) {
        this.draft = draft;
        this.own = own;
        this.checked = List.copyOf(checked);
        this.engine = new RuleEngine(checked);
        this.clauses = draft.clauses().clauses();
        WrittenRules written = new WrittenRules(draft.readings().readings());
        this.rules = checked.stream().map(rule -> written.rule(rule.book(), rule.text())).toList();
        this.singles = singles();
        this.places = places();
        this.receipt = Decision.Receipt.of(draft.clauses().edition(), files.fingerprint(), Desk.DEFAULT_ZONE);
        this.inForceFrom = draft.clauses().inForceFrom();
    }

    private SupportPolicy(SupportPolicy other, RuleEngine engine, OwnFacts own) {
        this.draft = other.draft;
        this.own = own;
        this.checked = other.checked;
        this.engine = engine;
        this.clauses = other.clauses;
        this.rules = other.rules;
        this.singles = singles();
        this.places = places();
        this.receipt = other.receipt;
        this.inForceFrom = other.inForceFrom;
    }

    private Class<?>[] singles() {
        return engine.rules().stream().map(CheckedRule::concludes).distinct().filter(kind -> kind.isAnnotationPresent(AtMostOne.class))
                .toArray(Class<?>[]::new);
    }

    /** The places of the rules that the engine runs, of which a mutant may lack one. */
    private Place[] places() {
        List<Rule> inOrder = rules.stream().sorted(BY_CLAUSE).toList();
        Map<String, Integer> ranks = new HashMap<>();
        inOrder.forEach(rule -> ranks.put(rule.name(), ranks.size()));
        List<Class<?>> kinds = List.of(singles);
        return engine.rules().stream().map(rule -> {
            int rank = ranks.get(rule.name());
            return new Place(inOrder.get(rank), rank, kinds.indexOf(rule.concludes()));
        }).toArray(Place[]::new);
    }

    /** The policy that comes with the library, checked when the library was built. */
    public static SupportPolicy standard() {
        long start = System.nanoTime();
        SupportPolicy policy = PolicyDraft.standard().policy().orElseThrow();
        LOG.debug("Made the standard policy: {}", policy.summary(start));
        return policy;
    }

    /**
     * A policy from rule files. Nothing in them is run: they can say what a rule may say, and are refused for anything else.
     *
     * @param directory where the rule files stand, each ending in {@code .drl}; clause texts {@code policy.en.md} and
     *     {@code policy.nl.md} and readings {@code readings.en.md} and {@code readings.nl.md} that stand beside them are used, else
     *     those of the library
     * @throws PolicyException if a file cannot be read or holds a mistake, or a clause has neither a rule nor the mark that it is not
     *     automated, with every problem of every file
     */
    public static SupportPolicy load(Path directory) {
        return load(directory, true);
    }

    /**
     * A part of a policy, for tests: a clause may lack its rules. Not for hosts, whose answers would lack what the missing rules refuse.
     *
     * @param directory as {@link #load(Path)} has it
     * @throws PolicyException if a file cannot be read or holds a mistake, with every problem of every file
     */
    public static SupportPolicy loadPart(Path directory) {
        return load(directory, false);
    }

    private static SupportPolicy load(Path directory, boolean whole) {
        Objects.requireNonNull(directory, "The directory must be given.");
        long start = System.nanoTime();
        PolicyDraft written = PolicyDraft.read(directory, Map.of(), whole);
        SupportPolicy policy = written.policy().orElseThrow(() -> new PolicyException("The policy", written.problems()));
        LOG.info("Loaded {} of {}: {}", whole ? "the policy" : "a part of the policy", PolicyFiles.shown(directory), policy.summary(start));
        return policy;
    }

    /** What an operator wants to know of a policy that has just been loaded. */
    private String summary(long start) {
        return "edition " + receipt.edition() + ", " + receipt.fingerprint() + ", " + rules.size() + " rules, in "
                + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) + " ms";
    }

    @Override
    public OwnFacts ownFacts() {
        return own;
    }

    @Override
    public Decision decide(FactSet facts) {
        if (own.isOurs(Objects.requireNonNull(facts, "The facts must be given."))) {
            return decided(facts, engine.conclude(facts));
        }
        OwnFacts.Adopted known = own.adoption(facts);
        return decided(known.facts(), engine.conclude(known.facts())).ignoring(known.ignored());
    }

    /**
     * The same policy for fact sets that were made for another: a fact, or a component of one, that this policy does not declare, or not
     * with such a value, is left out, and {@link Decision#ignored()} names it. Else it is refused.
     */
    public SupportPolicy ignoringUndeclared() {
        return new SupportPolicy(this, engine, own.lenient());
    }

    /**
     * Lets the rules of one clause alone conclude what they can, for tests.
     *
     * @param facts what is known, and the instant at which the policy is applied
     * @param findings what is taken as concluded by other clauses
     * @param clause the id of the clause
     * @throws PolicyException if there is no such clause, the rules do not come to an end, or one of them fails
     */
    public Decision decide(FactSet facts, Collection<? extends Finding> findings, String clause) {
        Objects.requireNonNull(facts, "The facts must be given.");
        Objects.requireNonNull(findings, "The findings must be given.");
        Objects.requireNonNull(clause, "The clause must be given.");
        findings.forEach(finding -> Objects.requireNonNull(finding, "The finding must be given."));
        FactSet known = own.adopted(facts);
        Set<String> ids = clauses.stream().map(Clause::id).collect(Collectors.toSet());
        if (!ids.contains(clause)) {
            throw new PolicyException("The clause", List.of(Problem.of("SP-R032", clause).maybe(Spelling.nearest(clause, ids))));
        }
        return decision(known, engine.conclude(known, findings, namesOf(clause)::contains),
                null);
    }

    private Set<String> namesOf(String clause) {
        return rules.stream().filter(rule -> rule.clause().equals(clause)).map(Rule::name).collect(Collectors.toSet());
    }

    @Override
    public Outlook outlook(FactSet facts, Instant until) {
        FactSet known = own.adopted(Objects.requireNonNull(facts, "The facts must be given."));
        return Course.outlook(ahead(known, Foresight.checked(known, until)), known.asOf(), until);
    }

    @Override
    public Timeline timeline(FactSet facts, Instant until) {
        FactSet known = own.adopted(Objects.requireNonNull(facts, "The facts must be given."));
        return Course.timeline(ahead(known, Foresight.checked(known, until)), known.asOf(), until);
    }

    /** What looks ahead for a fact set, until an instant that was checked. */
    Ahead ahead(FactSet facts, Instant until) {
        return foresight.get().ahead(facts, until);
    }

    /** What the rules conclude from a fact set, as a decision. */
    Decision decided(FactSet facts, List<Conclusion> conclusions) {
        return decision(facts, conclusions, this);
    }

    private Decision decision(FactSet facts, List<Conclusion> conclusions, @Nullable SupportPolicy whole) {
        refuseTwoAnswers(facts, conclusions);
        return new Decision(receipt, facts, reasons(conclusions), draft.clauses().sections(), whole);
    }

    /** What finds what is still to be known. */
    Needs needs() {
        return needs.get();
    }

    private Needs newNeeds() {
        return new Needs(engine, checked, own);
    }

    private SmallestChanges newChanges() {
        return new SmallestChanges(engine, checked, own);
    }

    private Foresight newForesight() {
        return new Foresight(this, engine, draft.problems());
    }

    /**
     * Says why the decision on a ticket does not conclude something, and the least change of facts by which it would. Takes as long as some
     * thousand decisions, more where many facts have to change together.
     *
     * @param facts what is known, and the instant at which the policy is applied
     * @param answer the id of a clause; an answer, such as {@code OWED} or {@code MARK_RESOLVED}; or a section of a decision with the
     *     answer, such as {@code urgency=1} or {@code exclusions=c}
     * @throws PolicyException if it is none of these, or {@link #decide(FactSet)} refuses the facts
     * @throws CancellationException if the thread is interrupted, which it stays
     */
    public WhyNot whyNot(FactSet facts, String answer) {
        Objects.requireNonNull(facts, "The facts must be given.");
        return whyNot(answer).apply(facts);
    }

    /**
     * The same for many tickets.
     *
     * @param answer as above
     * @return what says it of a fact set; it throws what {@link #whyNot(FactSet, String)} does of a fact set
     * @throws PolicyException if there is no such clause and no such answer
     */
    public Function<FactSet, WhyNot> whyNot(String answer) {
        Objects.requireNonNull(answer, "The answer must be given.");
        Set<String> ids = clauses.stream().map(Clause::id).collect(Collectors.toSet());
        WhyNots whyNots = new WhyNots(this, changes.get(), Wanted.of(answer, ids, checked));
        return facts -> whyNots.of(own.adopted(Objects.requireNonNull(facts, "The facts must be given.")).asKnown());
    }

    /** The answers that {@link #whyNot(FactSet, String)} can be asked for, such as {@code urgency=1}, beside the ids of clauses; sorted. */
    public List<String> answers() {
        return List.copyOf(Wanted.known(List.of(), checked));
    }

    /**
     * Says which answers of a decision another fact would change: every component of the facts is given other values, one at a time.
     * It makes two thousand decisions at most, and says how many more there would have been.
     *
     * @param facts what is known, and the instant at which the policy is applied
     * @throws PolicyException as {@link #decide(FactSet)} does
     * @throws CancellationException as {@link #whyNot(FactSet, String)} does
     */
    public WhatIf whatIf(FactSet facts) {
        FactSet known = own.adopted(Objects.requireNonNull(facts, "The facts must be given."));
        return new Trials(this).of(known.asKnown(), changes.get());
    }

    /** The conclusions by clause, then rule, each once; those of one rule in the order in which they come. */
    private List<Reason> reasons(List<Conclusion> conclusions) {
        long[] order = new long[conclusions.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = (long) places[conclusions.get(i).number()].rank << Integer.SIZE | i;
        }
        Arrays.sort(order);
        Reason[] reasons = new Reason[order.length];
        int count = 0;
        for (long one : order) {
            Conclusion conclusion = conclusions.get((int) one);
            Rule rule = places[conclusion.number()].rule;
            if (isNew(rule, conclusion, reasons, count)) {
                reasons[count++] = new Reason(rule.clause(), rule, conclusion.finding(), conclusion.because());
            }
        }
        return List.of(count == reasons.length ? reasons : Arrays.copyOf(reasons, count));
    }

    private static boolean isNew(Rule rule, Conclusion conclusion, Reason[] reasons, int count) {
        for (int i = count - 1; i >= 0 && reasons[i].rule() == rule; i--) {
            if (reasons[i].concludes() == conclusion.finding() && reasons[i].because().equals(conclusion.because())) {
                return false;
            }
        }
        return true;
    }

    /** A decision that holds two values where there can be one would show either, by chance. */
    private void refuseTwoAnswers(FactSet facts, List<Conclusion> conclusions) {
        long seen = 0;
        for (int i = 0, end = conclusions.size(); i < end; i++) {
            int single = places[conclusions.get(i).number()].single;
            if (single >= 0 && (seen & 1L << single) != 0 && isAnother(conclusions, i, single)) {
                throw twoAnswers(singles[single], conclusions, facts.get(Ticket.class).map(Ticket::number).orElse("?"));
            }
            seen |= single < 0 ? 0 : 1L << single; // two may share a bit, of which the first may have been seen alone
        }
    }

    /** Whether the first conclusion of a kind of which there can be one, before another of that kind, is another finding. */
    private boolean isAnother(List<Conclusion> conclusions, int other, int single) {
        int first = 0;
        while (places[conclusions.get(first).number()].single != single) {
            first++;
        }
        return conclusions.get(first).finding() != conclusions.get(other).finding();
    }

    private PolicyException twoAnswers(Class<?> kind, List<Conclusion> conclusions, String ticket) {
        List<Problem> problems = conclusions.stream().filter(conclusion -> kind.isInstance(conclusion.finding()))
                .map(conclusion -> {
                    Rule rule = places[conclusion.number()].rule;
                    Problem.Said sentence = new Problem.Said(rule.name(), rule.dutch() == null ? rule.name() : rule.dutch());
                    return Problem.of("SP-R092", ProblemTexts.quoted(sentence), conclusion.finding(), kind.getSimpleName(), ticket)
                            .in(rule.file()).at(rule.line(), 1, rule.text().lines().findFirst().orElse(null));
                }).distinct().limit(MOST_ANSWERS).sorted(Comparator.comparing(Problem::where)).toList();
        return new PolicyException("The decision", problems);
    }

    /** The clauses of the policy, in the order of its text. */
    public List<Clause> clauses() {
        return clauses;
    }

    /** The sections of the policy, in the order of its text. */
    public List<PolicySection> sections() {
        return draft.clauses().sections();
    }

    /** The readings of the policy, in the order of their ids. */
    public List<Reading> readings() {
        return draft.readings().readings();
    }

    /** The rules of the policy, file by file, in the order in which they are written. */
    public List<Rule> rules() {
        return rules;
    }

    /**
     * The first day, in a desk's zone, on which this edition is in force; empty when it is in force from the beginning.
     * {@link PolicyTimeline} goes by it.
     */
    public Optional<LocalDate> inForceFrom() {
        return Optional.ofNullable(inForceFrom);
    }

    /** The receipt that every decision of this policy for a desk in the default zone carries. */
    public Decision.Receipt receipt() {
        return receipt;
    }

    @Override
    public LogReceipt receipt(FactSet facts) {
        ZoneId zone = Objects.requireNonNull(facts, "The facts must be given.").now().zone();
        return LogReceipt.of(receipt.in(zone), zone);
    }
}
