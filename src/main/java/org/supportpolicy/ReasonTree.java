package org.supportpolicy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.supportpolicy.fact.AsOf;
import org.supportpolicy.fact.Cause;
import org.supportpolicy.fact.Fact;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.finding.OutOfScope;
import org.supportpolicy.internal.record.FactPath;
import org.supportpolicy.internal.words.Speech;

/** The reasons of a decision as a tree that can be opened: each answer, the rules that conclude it, and what those rest on. */
public final class ReasonTree {

    private final Decision decision;
    private final Speech speech;
    private final Map<Finding, List<Reason>> reasons;
    private final Map<Object, String> facts;
    /** What was opened already; it is only named when it comes again. */
    private final Set<Object> told = new HashSet<>();

    private ReasonTree(Decision decision, Locale locale) {
        this.decision = decision;
        this.speech = Speech.of(locale);
        this.reasons = decision.reasons().stream().collect(Collectors.groupingBy(Reason::concludes));
        this.facts = facts(decision);
    }

    /**
     * A section of a decision.
     *
     * @param section its key, such as {@code lifecycle}
     * @param label what it is called
     * @param undetermined what is said when there is no answer; empty when there is
     * @param answers what it answers, in the order in which it is said
     */
    public record Part(String section, String label, Optional<String> undetermined, List<Node> answers) {

        /** Checks that all is given. */
        public Part {
            Objects.requireNonNull(section, "The section must be given.");
            Objects.requireNonNull(label, "The label must be given.");
            Objects.requireNonNull(undetermined, "The undetermined must be given.");
            Objects.requireNonNull(answers, "The answers must be given.");
        }
    }

    /**
     * A fact or a finding.
     *
     * @param says what it says
     * @param fact where a fact set has it, such as {@code impact}; empty for a finding
     * @param isAgain whether it was given before, and is not opened again
     * @param rules the rules that concluded it; none for a fact
     */
    public record Node(String says, Optional<String> fact, boolean isAgain, List<Step> rules) {

        /** Checks that all is given. */
        public Node {
            Objects.requireNonNull(says, "The says must be given.");
            Objects.requireNonNull(fact, "The fact must be given.");
            Objects.requireNonNull(rules, "The rules must be given.");
        }
    }

    /**
     * A rule that concluded a finding.
     *
     * @param rule the rule
     * @param because the facts and findings it rests on
     */
    public record Step(Rule rule, List<Node> because) {

        /** Checks that all is given. */
        public Step {
            Objects.requireNonNull(rule, "The rule must be given.");
            Objects.requireNonNull(because, "The because must be given.");
        }
    }

    /** The reasons of a decision by its sections, said in Dutch for a Dutch locale and in English for any other. */
    public static List<Part> of(Decision decision, Locale locale) {
        Objects.requireNonNull(decision, "The decision must be given.");
        Objects.requireNonNull(locale, "The locale must be given.");
        ReasonTree tree = new ReasonTree(decision, locale);
        return Section.ALL.stream().map(tree::part).filter(part -> part.undetermined.isPresent() || !part.answers.isEmpty()).toList();
    }

    /** The path of each fact as the rules saw it; of causes that are equal the first. */
    private static Map<Object, String> facts(Decision decision) {
        Map<Object, String> paths = new HashMap<>();
        int causes = 0;
        for (Object fact : decision.facts().asKnown().facts()) {
            paths.putIfAbsent(fact, fact instanceof Cause ? "causes[" + causes++ + "]" : FactPath.key(fact.getClass()));
        }
        return paths;
    }

    private Part part(Section section) {
        List<Node> answers = section.answers().stream().map(decision::findings)
                .flatMap(found -> found.stream().sorted(Comparator.comparing(this::phrase)))
                .filter(finding -> Section.isShown(finding, decision)).map(this::finding).toList();
        boolean never = section.name().equals("urgency") && !decision.findings(OutOfScope.class).isEmpty();
        Optional<String> undetermined = answers.isEmpty() && section.always()
                ? Optional.of(speech.label(never ? "noUrgency" : "undetermined")) : Optional.empty();
        return new Part(section.name(), speech.label(section.name()), undetermined, answers);
    }

    private String phrase(Finding finding) {
        return speech.finding(finding, decision.zone());
    }

    private Node finding(Finding finding) {
        if (!told.add(finding)) {
            return new Node(speech.brief(finding, decision.zone()), Optional.empty(), true, List.of());
        }
        Map<Rule, List<Node>> steps = new LinkedHashMap<>();
        for (Reason reason : reasons.getOrDefault(finding, List.of())) {
            List<Node> because = steps.computeIfAbsent(reason.rule(), rule -> new ArrayList<>());
            reason.because().stream().flatMap(matched -> basis(matched).stream()).forEach(because::add);
        }
        return new Node(phrase(finding), Optional.empty(), false,
                steps.entrySet().stream().map(step -> new Step(step.getKey(), List.copyOf(step.getValue()))).toList());
    }

    private Optional<Node> basis(Object matched) {
        if (matched instanceof Finding finding) {
            return Optional.of(finding(finding));
        }
        if (!(matched instanceof Fact fact) || fact instanceof AsOf && told.contains(fact)) {
            return Optional.empty();
        }
        boolean again = !told.add(fact);
        String says = again ? speech.name(fact.getClass()) : speech.fact(fact, decision.zone());
        return Optional.of(new Node(says, Optional.of(facts.getOrDefault(fact, FactPath.key(fact.getClass()))), again, List.of()));
    }
}
