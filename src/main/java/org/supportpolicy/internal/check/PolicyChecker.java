package org.supportpolicy.internal.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.supportpolicy.Clause;
import org.supportpolicy.Problem;
import org.supportpolicy.finding.AtMostOne;
import org.supportpolicy.finding.OwnFinding;
import org.supportpolicy.internal.own.OwnTypes;
import org.supportpolicy.internal.source.Declaration;
import org.supportpolicy.internal.source.Draft;
import org.supportpolicy.internal.source.Limits;
import org.supportpolicy.internal.source.RuleBook;
import org.supportpolicy.internal.source.RuleText;

/** Checks a policy: every word of every file, and what no rule shows alone. */
public final class PolicyChecker {

    private PolicyChecker() {}

    /** What a draft declares; what is wrong with it is added to the problems of its file. */
    public static OwnTypes declared(Draft draft) {
        return Declarations.of(draft.facts());
    }

    /** The classes that rules can speak of by their names, with those that a draft declares. */
    public static Map<String, Class<?>> types(Draft draft) {
        Vocabulary vocabulary = Vocabulary.of(draft);
        Map<String, Class<?>> types = new TreeMap<>();
        vocabulary.types(false).forEach(name -> types.put(name, Objects.requireNonNull(vocabulary.type(name))));
        return types;
    }

    /** The annotations that a declaration can have, or a part of it. */
    public static Set<String> marks() {
        return DeclaredWords.marks();
    }

    /** The functions that rules can call. */
    public static List<Member> functions() {
        return Vocabulary.functionNames().stream().flatMap(name -> Vocabulary.functions(name).stream()).toList();
    }

    /**
     * Understands rules that were checked before.
     *
     * @throws IllegalStateException if one of them means nothing
     */
    public static List<CheckedRule> understood(Draft draft) {
        List<CheckedRule> rules = new ArrayList<>();
        Vocabulary vocabulary = Vocabulary.of(draft);
        for (RuleBook book : draft.books()) {
            Lexicon lexicon = Lexicon.of(book, draft, vocabulary);
            for (RuleText rule : book.rules()) {
                CheckedRule checked = RuleTyping.of(book, rule, lexicon);
                if (checked == null) {
                    throw new IllegalStateException("The rule (" + rule.name().text() + ") has a mistake: " + book.source().problems());
                }
                rules.add(checked);
            }
        }
        return rules;
    }

    /** What checks the one rule of a file by itself, among what a draft declares; empty when it has a mistake. */
    public static Function<RuleBook, Optional<CheckedRule>> ofOne(Draft draft) {
        Vocabulary vocabulary = Vocabulary.of(draft);
        return book -> {
            CheckedRule rule = RuleTyping.of(book, book.rules().get(0), Lexicon.of(book, draft, vocabulary));
            return rule == null || !book.source().isSound() || conflict(rule) ? Optional.empty() : Optional.of(rule);
        };
    }

    private static boolean conflict(CheckedRule rule) {
        return rule.ways().stream().anyMatch(way -> new Satisfiability().conflict(way.steps()).isPresent());
    }

    /** Whether a finding rests on its own absence. */
    public static boolean hasCycle(List<CheckedRule> rules) {
        RuleGraph graph = new RuleGraph(rules);
        return rules.stream().anyMatch(rule -> graph.cycle(rule).isPresent());
    }

    /**
     * Checks a draft.
     *
     * @param whole whether it must be a whole policy: each clause has a rule, or the mark that it is not automated
     * @return the rules that mean something; what is wrong is added to the problems of the files
     */
    public static List<CheckedRule> check(Draft draft, boolean whole) {
        Vocabulary vocabulary = Vocabulary.of(draft);
        HeaderCheck headers = new HeaderCheck(draft, vocabulary);
        List<CheckedRule> rules = new ArrayList<>();
        int count = 0;
        for (RuleBook book : draft.books()) {
            Lexicon lexicon = Lexicon.of(book, draft, vocabulary);
            headers.check(book);
            for (RuleText rule : book.rules()) {
                if (++count > Limits.RULES) {
                    book.source().add(rule.start(), Problem.of("SP-R025.rules", Limits.RULES));
                    break;
                } else if (book.source().isFull()) {
                    break;
                }
                boolean isLeftOut = book.source().isFull() || vocabulary.isUnsound(book, rule);
                CheckedRule checked = isLeftOut ? null : RuleTyping.of(book, rule, lexicon);
                if (checked != null) {
                    rules.add(checked);
                }
            }
            Numbers.check(book);
        }
        together(rules);
        if (rules.size() == count) {
            neverConcluded(draft, rules);
        }
        if (whole && draft.books().stream().allMatch(RuleBook::whole)) {
            clauses(draft);
            readings(draft, headers.read());
            Numbers.check(draft);
        }
        return rules;
    }

    /** What is wrong with rules only because of others, or of conditions only because of each other. */
    private static void together(List<CheckedRule> rules) {
        RuleGraph graph = new RuleGraph(rules);
        Satisfiability satisfiability = new Satisfiability();
        for (CheckedRule rule : rules) {
            graph.cycle(rule).ifPresent(cycle -> rule.book().source().add(cycle.start(), cycle.problem()));
            rule.ways().forEach(way -> satisfiability.conflict(way.steps())
                    .ifPresent(at -> rule.book().source().add(at, Problem.of("SP-R061"))));
            Timing.check(rule);
        }
        contradictions(rules);
    }

    /** Two rules with the same conditions must not give two values where a decision holds one. */
    private static void contradictions(List<CheckedRule> rules) {
        Map<String, CheckedRule> former = new HashMap<>();
        for (CheckedRule rule : rules) {
            if (rule.concludes().isAnnotationPresent(AtMostOne.class)) {
                CheckedRule other = former.putIfAbsent(rule.concludes().getName() + Sameness.key(rule), rule);
                if (other != null && !Sameness.conclusion(rule).equals(Sameness.conclusion(other))) {
                    rule.book().source().add(rule.text().name().start(), Problem.of("SP-R062", other.name(),
                            other.book().source().place(other.text().start()), rule.concludes().getSimpleName()));
                }
            }
        }
    }

    /** What a policy declares for its rules to conclude, one of them must conclude when others look for it. */
    private static void neverConcluded(Draft draft, List<CheckedRule> rules) {
        Set<Class<?>> missing = new HashSet<>();
        rules.forEach(rule -> rule.reads().stream().filter(OwnFinding.class::isAssignableFrom).forEach(missing::add));
        rules.forEach(rule -> missing.remove(rule.concludes()));
        Set<String> names = missing.stream().map(Class::getSimpleName).collect(Collectors.toSet());
        if (draft.facts() != null) {
            draft.facts().declarations().stream().map(Declaration::name).filter(name -> names.contains(name.text()))
                    .forEach(name -> draft.facts().source().add(name.start(), Problem.of("SP-D020", name.text())));
        }
    }

    private static void clauses(Draft draft) {
        Set<String> cited = draft.books().stream().flatMap(book -> book.rules().stream()).map(rule -> rule.said("clause"))
                .collect(Collectors.toSet());
        Set<String> sections = cited.stream().map(id -> id.substring(0, Math.max(0, id.indexOf('.')))).collect(Collectors.toSet());
        Set<String> missing = new HashSet<>();
        for (Clause clause : draft.clauses().clauses()) {
            Integer place = draft.clauses().places().get(clause.id());
            if (clause.notAutomated() == null && !cited.contains(clause.id())) {
                if (sections.contains(clause.section())) {
                    draft.texts().get(0).add(place, Problem.of("SP-R015", clause.id()));
                } else if (missing.add(clause.section())) {
                    draft.texts().get(0).add(place, Problem.of("SP-R015.section", clause.section()));
                }
            } else if (clause.notAutomated() != null && cited.contains(clause.id())) {
                draft.texts().get(0).add(place, Problem.of("SP-R016", clause.id()));
            }
        }
    }

    private static void readings(Draft draft, Set<String> read) {
        Set<String> underClauses = draft.clauses().clauses().stream().flatMap(clause -> clause.readAs().stream())
                .map(Clause.ReadAs::reading).collect(Collectors.toSet());
        draft.readings().places().forEach((id, place) -> {
            if (!read.contains(id) && !underClauses.contains(id)) {
                draft.texts().get(2).add(place, Problem.of("SP-R038", id));
            }
        });
    }
}
