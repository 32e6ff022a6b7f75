package org.supportpolicy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.finding.PossibleUrgency;
import org.supportpolicy.internal.possible.Interruption;
import org.supportpolicy.internal.possible.SmallestChanges;
import org.supportpolicy.internal.record.Changes;

/** Decides other facts than those there are, and says which sections answer otherwise. */
final class Trials {

    /** Of a component that gives another answer with each of its values, as an instant may, these are enough. */
    private static final int MOST_OF_ONE = 4;
    /** The most decisions that are made, many more than the facts of a usual ticket need. */
    private static final int MOST_DECISIONS = 2_000;

    private final SupportPolicy policy;

    Trials(SupportPolicy policy) {
        this.policy = policy;
    }

    /** A change, and the effect on each section that answers otherwise. */
    private record Trial(FactChange change, Map<String, WhatIf.Effect> then) {}

    /** Tries fact sets that differ from the facts in one component each. */
    WhatIf of(FactSet facts, SmallestChanges changes) {
        Decision decision = policy.decide(facts);
        Map<String, List<Finding>> now = answers(decision);
        SmallestChanges.Singles singles = changes.each(facts, MOST_DECISIONS);
        List<Trial> trials = new ArrayList<>();
        for (FactSet other : singles.others()) {
            Interruption.check();
            List<FactChange> change = Changes.between(facts, other);
            if (change.size() == 1) {
                decided(other).ifPresent(then -> trials.add(new Trial(change.get(0), effects(change.get(0), decision, now, then))));
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
        return new WhatIf(sections, singles.alike(), singles.leftOut(), decision.zone());
    }

    private static Map<String, WhatIf.Effect> effects(FactChange change, Decision decision, Map<String, List<Finding>> now, Decision then) {
        Map<String, WhatIf.Effect> effects = new LinkedHashMap<>();
        answers(then).forEach((name, answers) -> {
            List<Finding> before = now.get(name);
            if (!answers.equals(before)) {
                List<String> clauses = clauses(then, answers, before);
                effects.put(name, new WhatIf.Effect(change, answers, clauses.isEmpty() ? clauses(decision, before, answers) : clauses));
            }
        });
        return effects;
    }

    /** The clauses by which a decision says what stands among some findings and not among others. */
    private static List<String> clauses(Decision decision, List<Finding> some, List<Finding> others) {
        return decision.reasons().stream().filter(reason -> some.contains(reason.concludes()) && !others.contains(reason.concludes()))
                .map(reason -> reason.rule().clause()).distinct().toList();
    }

    /** Of the values of a component that give the same answer the first is enough. */
    private static List<WhatIf.Effect> effects(String section, List<Trial> trials) {
        Map<String, Map<List<Finding>, WhatIf.Effect>> effects = new LinkedHashMap<>();
        for (Trial trial : trials) {
            WhatIf.Effect effect = trial.then.get(section);
            Map<List<Finding>, WhatIf.Effect> ofPath = effects.computeIfAbsent(trial.change.path(), added -> new LinkedHashMap<>());
            if (effect != null && ofPath.size() < MOST_OF_ONE) {
                ofPath.putIfAbsent(effect.then(), effect);
            }
        }
        return effects.values().stream().flatMap(ofPath -> ofPath.values().stream()).toList();
    }

    /** Facts for which the rules conclude two answers show nothing. */
    private Optional<Decision> decided(FactSet facts) {
        try {
            return Optional.of(policy.decide(facts));
        } catch (PolicyException e) {
            return Optional.empty();
        }
    }

    private static Map<String, List<Finding>> answers(Decision decision) {
        Map<String, List<Finding>> answers = new LinkedHashMap<>();
        Section.ALL.forEach(section -> answers.put(section.name(),
                section.of(decision).stream().filter(finding -> !(finding instanceof PossibleUrgency)).toList()));
        return answers;
    }
}
