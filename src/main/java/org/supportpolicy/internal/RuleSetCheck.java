package org.supportpolicy.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.supportpolicy.finding.AtMostOne;

/** Checks what no rule shows alone: findings that rest on their own absence, rules that contradict each other or themselves. */
final class RuleSetCheck {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\w+");

    private final List<RuleText> rules;

    private RuleSetCheck(List<RuleText> rules) {
        this.rules = rules;
    }

    /** Adds what is wrong to the problems of the files it stands in. */
    static void check(List<RuleText> rules) {
        RuleSetCheck check = new RuleSetCheck(rules);
        check.cycles();
        check.contradictions();
        rules.stream().filter(rule -> rule.elements() != null).forEach(RuleSetCheck::impossible);
    }

    /** A finding that is concluded from the absence of another must not be what that other rests on. */
    private void cycles() {
        Map<String, Set<String>> restsOn = new TreeMap<>();
        for (RuleText rule : rules) {
            if (rule.concludes() != null) {
                rule.reads().forEach(read -> restsOn.computeIfAbsent(rule.concludes(), key -> new TreeSet<>()).add(read.type().getSimpleName()));
            }
        }
        for (RuleText rule : rules) {
            for (RuleText.Read read : rule.reads()) {
                String absent = read.type().getSimpleName();
                if (rule.concludes() != null && read.absence() && reachable(absent, restsOn).contains(rule.concludes())) {
                    rule.source().add("SP-R060", read.start(), "The rule concludes (" + rule.concludes() + ") from the absence of (" + absent
                            + "), which itself rests on (" + rule.concludes() + "): the answer would depend on the order of the rules.",
                            "Maybe conclude a finding of its own for the exception, and say not to that.");
                }
            }
        }
    }

    private static Set<String> reachable(String start, Map<String, Set<String>> edges) {
        Set<String> found = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (found.add(next)) {
                open.addAll(edges.getOrDefault(next, Set.of()));
            }
        }
        return found;
    }

    /** Two rules with the same conditions must not give two values where a decision holds one. */
    private void contradictions() {
        Map<String, RuleText> former = new HashMap<>();
        for (RuleText rule : rules) {
            if (rule.elements() == null || rule.concludes() == null || rule.words().type(rule.concludes()) == null
                    || !rule.words().type(rule.concludes()).isAnnotationPresent(AtMostOne.class)) {
                continue;
            }
            String key = rule.concludes() + " " + normal(rule.elements().stream().map(element -> rule.source().code().substring(element.start(), element.end()))
                    .map(text -> text.replaceAll("\\s+", " ")).sorted().collect(Collectors.joining(", ")));
            RuleText other = former.putIfAbsent(key, rule);
            if (other != null && !consequence(rule).equals(consequence(other))) {
                rule.source().add("SP-R062", rule.source().findRaw("\"" + rule.name() + "\"", rule.start()), "The rule has the conditions of the rule (" + other.name()
                        + ") at " + other.source().file().name() + ":" + other.source().lineOf(other.start()) + ", but concludes another " + rule.concludes() + ".",
                        "Maybe one of the two lacks a condition.");
            }
        }
    }

    private static String consequence(RuleText rule) {
        return normal(rule.source().code().substring(rule.consequence().start(), rule.consequence().end()).replaceAll("\\s+", " "));
    }

    /** A text with its variables numbered in the order in which they come. */
    private static String normal(String text) {
        Map<String, String> numbers = new HashMap<>();
        Matcher matcher = VARIABLE.matcher(text);
        return matcher.replaceAll(found -> numbers.computeIfAbsent(found.group(), name -> "\\$" + numbers.size()));
    }

    /** Says at which condition a rule can no longer hold. */
    private static void impossible(RuleText rule) {
        for (RuleText.Element element : rule.elements()) {
            List<RuleText.Element> same = rule.elements().stream().filter(other -> other.type() == element.type()).toList();
            if (same.get(0) == element) {
                Satisfiability.conflict(same, rule.words()).ifPresent(at -> rule.source().add("SP-R061", at,
                        "The conditions of the rule can never hold together; this one contradicts those before it.", null));
            }
        }
    }
}
