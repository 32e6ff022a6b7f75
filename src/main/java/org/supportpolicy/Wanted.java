package org.supportpolicy;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.supportpolicy.finding.Exclusion;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.finding.PossibleUrgency;
import org.supportpolicy.finding.UrgencyInForce;
import org.supportpolicy.internal.check.CheckedRule;
import org.supportpolicy.internal.check.Value;
import org.supportpolicy.internal.engine.Failures;
import org.supportpolicy.internal.record.Components;
import org.supportpolicy.internal.record.Constants;
import org.supportpolicy.internal.words.Spelling;

/**
 * What somebody asks for: that a clause applies, or that a section of a decision gives an answer.
 *
 * @param asked how it was asked for; of an answer with the section that gives it
 * @param others how the same word is asked for as the answer of other sections
 * @param rules the rules that could conclude it
 * @param finding what they are to conclude
 */
record Wanted(String asked, List<String> others, List<CheckedRule> rules, Predicate<Finding> finding) {

    /** What stands in the section of urgency beside the level. */
    private static final Set<Class<?>> BESIDE = Set.of(PossibleUrgency.class, UrgencyInForce.class);

    /**
     * Understands what is asked for. An answer without a section is that of the first section that gives it.
     *
     * @param asked the id of a clause; an answer such as {@code OWED} or {@code MARK_RESOLVED}; or a section with its answer such as
     *     {@code urgency=1} or {@code exclusions=c}
     * @throws PolicyException if it is none of these, with the nearest that is
     */
    static Wanted of(String asked, Collection<String> clauses, List<CheckedRule> rules) {
        if (clauses.contains(asked)) {
            return new Wanted(asked, List.of(), rules.stream().filter(rule -> asked.equals(rule.text().said("clause"))).toList(),
                    finding -> true);
        }
        int sign = asked.indexOf('=');
        String value = asked.substring(sign + 1).strip();
        List<Wanted> able = (sign >= 0 ? Stream.of(asked.substring(0, sign).strip()) : Section.ALL.stream().map(Section::name))
                .filter(name -> !name.isEmpty()).map(name -> answer(name, value, rules)).filter(wanted -> !wanted.rules.isEmpty()).toList();
        if (!able.isEmpty()) {
            return new Wanted(able.get(0).asked, able.stream().skip(1).map(Wanted::asked).toList(), able.get(0).rules, able.get(0).finding);
        }
        Wanted step = answer("", value, rules);
        if (sign >= 0 || step.rules.isEmpty()) {
            Problem notKnown = Problem.of("SP-W011", asked).maybe(Spelling.near(asked, known(clauses, rules)));
            throw new PolicyException("What is asked for", List.of(notKnown));
        }
        return step;
    }

    /** The answer of a section, or of what goes by its name; without a name any finding. */
    private static Wanted answer(String name, String value, List<CheckedRule> rules) {
        Predicate<Finding> finding = wanted -> (name.isEmpty() || isOf(name, wanted)) && says(value, wanted);
        return new Wanted(name.isEmpty() ? value : name + "=" + value, List.of(), rules.stream()
                .filter(rule -> Failures.conclusions(rule).stream().anyMatch(one -> one.map(finding::test)
                        .orElseGet(() -> (name.isEmpty() || isOf(name, rule.concludes()))
                                && rule.ways().stream().anyMatch(way -> couldSay(value, way.then())))))
                .toList(), finding);
    }

    /** Whether a kind of finding answers a section, or goes by the name. */
    private static boolean isOf(String name, Class<?> kind) {
        return kind.getSimpleName().equalsIgnoreCase(name) || Section.ALL.stream()
                .anyMatch(section -> section.answers().contains(kind) && !BESIDE.contains(kind)
                        && (section.name().equalsIgnoreCase(name) || section.name().equalsIgnoreCase(name + "s")));
    }

    private static boolean isOf(String name, Finding finding) {
        return isOf(name, kind(finding));
    }

    private static Class<?> kind(Finding finding) {
        return Constants.kind(finding);
    }

    private static boolean says(String value, Finding finding) {
        if (Constants.is(finding)) {
            return Constants.name(finding).equalsIgnoreCase(value)
                    || finding instanceof Exclusion exclusion && exclusion.letter().equalsIgnoreCase(value);
        }
        return finding.getClass().getSimpleName().equalsIgnoreCase(value) || Components.known(finding).values().stream()
                .anyMatch(component -> component.toString().equalsIgnoreCase(value));
    }

    /** Whether a conclusion of which parts hang on facts could say it. */
    private static boolean couldSay(String value, Value then) {
        Class<?> kind = then.type().kind();
        return kind.getSimpleName().equalsIgnoreCase(value)
                || then.parts().stream().anyMatch(part -> part instanceof Value.Constant constant
                        ? constant.value() != null && constant.value().toString().equalsIgnoreCase(value)
                        : couldBe(value, part.type().kind()));
    }

    private static boolean couldBe(String value, Class<?> kind) {
        return (kind == boolean.class || kind == Boolean.class) && value.matches("(?i)true|false")
                || (kind == int.class || kind == Integer.class) && value.matches("\\d")
                || Constants.isKind(kind) && Constants.of(kind).stream().anyMatch(constant -> constant.toString().equalsIgnoreCase(value));
    }

    /** What could have been asked for. */
    private static Set<String> known(Collection<String> clauses, List<CheckedRule> rules) {
        Set<String> known = new TreeSet<>(clauses);
        for (CheckedRule rule : rules) {
            Failures.conclusions(rule).forEach(one -> one.ifPresent(finding -> {
                if (Constants.is(finding)) {
                    known.add(Constants.name(finding));
                } else {
                    Components.known(finding).values().stream().filter(Constants::is)
                            .forEach(component -> known.add(component.toString()));
                }
                Section.ALL.stream().filter(section -> section.answers().contains(kind(finding))).forEach(section ->
                        (Constants.is(finding) ? Stream.of(Constants.name(finding))
                                : Components.known(finding).values().stream().map(Object::toString))
                                .forEach(value -> known.add(section.name() + "=" + value)));
            }));
        }
        return known;
    }
}
