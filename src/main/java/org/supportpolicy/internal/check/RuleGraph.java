package org.supportpolicy.internal.check;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.supportpolicy.Problem;

/** What each finding rests on, however far around. */
public final class RuleGraph {

    /** The classes of findings that rules conclude; the sets below hold their places in this list. */
    private final List<Class<?>> findings;
    private final Map<Class<?>, BitSet> meant = new HashMap<>();
    private final BitSet[] restsOn;
    private final int[] levels;

    /** Draws the graph of rules. */
    public RuleGraph(List<CheckedRule> rules) {
        this.findings = rules.stream().<Class<?>>map(CheckedRule::concludes).distinct().toList();
        this.restsOn = IntStream.range(0, findings.size()).mapToObj(i -> new BitSet()).toArray(BitSet[]::new);
        rules.forEach(rule -> restsOn[place(rule)].or(among(rule.reads())));
        for (int between = 0; between < restsOn.length; between++) {
            for (BitSet one : restsOn) {
                if (one.get(between)) {
                    one.or(restsOn[between]);
                }
            }
        }
        this.levels = new int[restsOn.length];
        settleLevels();
    }

    /** The place of what a rule concludes among all findings. */
    private int place(CheckedRule rule) {
        return findings.indexOf(rule.concludes());
    }

    /** Whether a rule looks at something that rests on what it concludes. */
    public boolean restsOnItself(CheckedRule rule) {
        return !around(rule, rule.reads()).isEmpty();
    }

    /** Says that a rule concludes a finding from the absence of what rests on it; empty when it does not. */
    Optional<Cycle> cycle(CheckedRule rule) {
        BitSet around = around(rule, rule.settled());
        return around.isEmpty() ? Optional.empty() : cycle(rule, around);
    }

    /** Where a rule asks for the absence, and what is wrong with that. */
    record Cycle(int start, Problem problem) {}

    private Optional<Cycle> cycle(CheckedRule rule, BitSet around) {
        Step.Look[] first = new Step.Look[1];
        rule.looks((look, absence) -> {
            if (absence && first[0] == null && among(List.of(look.type())).intersects(around)) {
                first[0] = look;
            }
        });
        return Optional.of(new Cycle(first[0].start(), Problem.of("SP-R060", rule.concludes().getSimpleName(), first[0].type()
                .getSimpleName())));
    }

    /** Those of the findings a rule looks at that rest on what it concludes. */
    private BitSet around(CheckedRule rule, Collection<Class<?>> looked) {
        int concluded = place(rule);
        BitSet around = among(looked);
        around.and(restsOn[concluded]);
        around.stream().filter(read -> !restsOn[read].get(concluded)).forEach(around::clear);
        return around;
    }

    /** The findings among some classes; a rule may look at several by the name of what they have in common. */
    private BitSet among(Collection<Class<?>> classes) {
        BitSet among = new BitSet();
        classes.forEach(looked -> among.or(meant.computeIfAbsent(looked, this::meant)));
        return among;
    }

    private BitSet meant(Class<?> looked) {
        return IntStream.range(0, findings.size())
                .filter(i -> looked.isAssignableFrom(findings.get(i)) || findings.get(i).isAssignableFrom(looked))
                .collect(BitSet::new, BitSet::set, BitSet::or);
    }

    /** How far what a rule concludes is from the findings that rest on facts alone. */
    public int level(CheckedRule rule) {
        return levels[place(rule)];
    }

    private void settleLevels() {
        for (boolean changed = true; changed;) {
            changed = false;
            for (int i = 0; i < levels.length; i++) {
                for (int below = restsOn[i].nextSetBit(0); below >= 0; below = restsOn[i].nextSetBit(below + 1)) {
                    int least = levels[below] + (restsOn[below].get(i) ? 0 : 1);
                    changed |= least > levels[i];
                    levels[i] = Math.max(levels[i], least);
                }
            }
        }
    }
}
