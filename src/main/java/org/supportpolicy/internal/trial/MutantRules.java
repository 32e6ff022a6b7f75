package org.supportpolicy.internal.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.supportpolicy.internal.check.CheckedRule;
import org.supportpolicy.internal.check.PolicyChecker;
import org.supportpolicy.internal.engine.RuleEngine;
import org.supportpolicy.internal.source.Draft;
import org.supportpolicy.internal.source.RuleBook;
import org.supportpolicy.internal.source.RuleFile;
import org.supportpolicy.internal.source.RuleReader;
import org.supportpolicy.internal.source.Source;

/** Lets a mutant take the place of the rule it is made of. */
public final class MutantRules {

    private final Function<RuleBook, Optional<CheckedRule>> check;
    private final List<CheckedRule> rules;

    /** Takes the rules, and the draft they were read from. */
    public MutantRules(Draft draft, List<CheckedRule> rules) {
        this.check = PolicyChecker.ofOne(draft);
        this.rules = rules;
    }

    /** The rules with a mutant in the place of one of them, or without it; empty when a check of the rules refuses the mutant. */
    public Optional<RuleEngine> with(Mutant mutant) {
        List<CheckedRule> others = new ArrayList<>(rules);
        int place = others.indexOf(mutant.rule());
        if (mutant.text() == null) {
            others.remove(place);
        } else {
            Source source = mutant.rule().book().source();
            RuleBook book = mutant.rule().book();
            int first = book.rules().get(0).start();
            RuleBook mutated = RuleReader.read(new Source(new RuleFile(source.file().name(), source.text(0, first) + mutant.text())));
            Optional<CheckedRule> checked = mutated.rules().size() == 1 ? check.apply(mutated) : Optional.empty();
            if (checked.isEmpty()) {
                return Optional.empty();
            }
            others.set(place, checked.get());
        }
        return PolicyChecker.hasCycle(others) ? Optional.empty() : Optional.of(new RuleEngine(others));
    }
}
