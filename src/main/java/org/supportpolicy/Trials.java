package org.supportpolicy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.finding.PossibleUrgency;
import org.supportpolicy.internal.record.Changes;

/** Decides other facts than those there are, and says which sections answer otherwise. */
final class Trials {

    /** Of a component that gives another answer with each of its values, as an instant may, these are enough. */
    private static final int MOST_OF_ONE = 4;

    private final SupportPolicy policy;

    Trials(SupportPolicy policy) {
        this.policy = policy;
    }

    /** A change, and the sections that answer otherwise. */
    private record Trial(FactChange change, Map<String, List<Finding>> then) {}

    /** Tries fact sets that differ from the facts in one component each. */
    WhatIf of(FactSet facts, List<FactSet> others) {
        Decision decision = policy.decide(facts);
        Map<String, List<Finding>> now = answers(decision);
        List<Trial> trials = new ArrayList<>();
        for (FactSet other : others) {
            List<FactChange> changes = Changes.between(facts, other);
            if (changes.size() == 1) {
                Map<String, List<Finding>> then = answers(other);
                then.entrySet().removeIf(each -> each.getValue().equals(now.get(each.getKey())));
                trials.add(new Trial(changes.get(0), then));
            }
        }
        trials.sort(Comparator.comparingInt(trial -> trial.then.size()));
        List<WhatIf.Section> sections = new ArrayList<>();
        now.forEach((name, answers) -> {
            List<WhatIf.Effect> effects = effects(name, trials);
            if (!effects.isEmpty()) {
                sections.add(new WhatIf.Section(name, answers, effects));
            }
        });
        return new WhatIf(sections, decision.zone());
    }

    /** Of the values of a component that give the same answer the first is enough. */
    private static List<WhatIf.Effect> effects(String section, List<Trial> trials) {
        Map<String, Map<List<Finding>, WhatIf.Effect>> effects = new LinkedHashMap<>();
        for (Trial trial : trials) {
            List<Finding> then = trial.then.get(section);
            Map<List<Finding>, WhatIf.Effect> ofPath = effects.computeIfAbsent(trial.change.path(), added -> new LinkedHashMap<>());
            if (then != null && ofPath.size() < MOST_OF_ONE) {
                ofPath.putIfAbsent(then, new WhatIf.Effect(trial.change, then));
            }
        }
        return effects.values().stream().flatMap(ofPath -> ofPath.values().stream()).toList();
    }

    /** Facts for which the rules conclude two answers show nothing. */
    private Map<String, List<Finding>> answers(FactSet facts) {
        try {
            return answers(policy.decide(facts));
        } catch (PolicyException e) {
            return new LinkedHashMap<>();
        }
    }

    private static Map<String, List<Finding>> answers(Decision decision) {
        Map<String, List<Finding>> answers = new LinkedHashMap<>();
        Section.ALL.forEach(section -> answers.put(section.name(),
                section.of(decision).stream().filter(finding -> !(finding instanceof PossibleUrgency)).toList()));
        return answers;
    }
}
