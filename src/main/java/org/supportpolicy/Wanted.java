package org.supportpolicy;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
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

    /** As many answers of a section are listed at most. */
    private static final int MANY = 20;
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
        String name = asked.substring(0, Math.max(0, sign)).strip();
        String value = asked.substring(sign + 1).strip();
        List<Wanted> able = (sign >= 0 ? Stream.of(name) : Section.ALL.stream().map(Section::name))
                .filter(each -> !each.isEmpty()).map(each -> answer(each, value, rules)).filter(wanted -> !wanted.rules.isEmpty()).toList();
        if (!able.isEmpty()) {
            return new Wanted(able.get(0).asked, able.stream().skip(1).map(Wanted::asked).toList(), able.get(0).rules, able.get(0).finding);
        }
        Wanted step = answer("", value, rules);
        if (sign >= 0 || step.rules.isEmpty()) {
            throw new PolicyException("What is asked for", List.of(notKnown(asked, name, value, clauses, rules)));
        }
        return step;
    }

    private static Problem notKnown(String asked, String name, String value, Collection<String> clauses, List<CheckedRule> rules) {
        Set<String> fitting = new TreeSet<>();
        rules.stream().filter(rule -> isOf(name, rule.concludes())).flatMap(rule -> words(rule, "")).forEach(fitting::add);
        if (name.isEmpty() || fitting.isEmpty()) {
            return Problem.of("SP-W011", asked).maybe(Spelling.near(asked, known(clauses, rules)));
        }
        String called = called(name, rules);
        String near = Spelling.near(value, fitting);
        return near != null || fitting.size() > MANY ? Problem.of("SP-W011", asked).maybe(near == null ? null : called + "=" + near)
                : Problem.of("SP-W011.answer", asked, called, String.join(", ", fitting));
    }

    /** The answer of a section, or of what goes by its name; without a name any finding. A kind of finding is an answer too. */
    private static Wanted answer(String name, String value, List<CheckedRule> rules) {
        List<CheckedRule> able = rules.stream().filter(rule -> (name.isEmpty() || isOf(name, rule.concludes()))
                && (isKind(value, rule.concludes()) || words(rule, value).anyMatch(value::equalsIgnoreCase))).toList();
        String word = able.stream().flatMap(rule -> Stream.concat(words(rule, value), Stream.of(rule.concludes().getSimpleName())))
                .filter(value::equalsIgnoreCase).findFirst().orElse(value);
        return new Wanted(name.isEmpty() ? word : called(name, rules) + "=" + word, List.of(), able,
                finding -> (name.isEmpty() || isOf(name, kind(finding)))
                        && (isKind(value, kind(finding)) || words(finding).anyMatch(value::equalsIgnoreCase)));
    }

    private static boolean isKind(String value, Class<?> kind) {
        return !kind.isEnum() && kind.getSimpleName().equalsIgnoreCase(value);
    }

    /** How a section, or a kind of finding, is written by whose name something is asked for. */
    private static String called(String name, List<CheckedRule> rules) {
        return Stream.concat(Section.ALL.stream().filter(section -> isCalled(name, section)).map(Section::name),
                rules.stream().map(rule -> rule.concludes().getSimpleName()).filter(name::equalsIgnoreCase)).findFirst().orElse(name);
    }

    /** Whether a kind of finding answers a section, or goes by the name. */
    private static boolean isOf(String name, Class<?> kind) {
        return kind.getSimpleName().equalsIgnoreCase(name) || Section.ALL.stream()
                .anyMatch(section -> section.answers().contains(kind) && !BESIDE.contains(kind) && isCalled(name, section));
    }

    private static boolean isCalled(String name, Section section) {
        return section.name().equalsIgnoreCase(name) || section.name().equalsIgnoreCase(name + "s");
    }

    private static Class<?> kind(Finding finding) {
        return Constants.kind(finding);
    }

    /** The words by which what a rule concludes, or could conclude, is asked for; the value itself where it can be any number. */
    private static Stream<String> words(CheckedRule rule, String value) {
        List<Optional<Finding>> conclusions = Failures.conclusions(rule);
        return IntStream.range(0, conclusions.size()).boxed().flatMap(way -> conclusions.get(way).map(Wanted::words)
                .orElseGet(() -> rule.ways().get(way).then().parts().stream().flatMap(part -> words(part, value))));
    }

    private static Stream<String> words(Finding finding) {
        return finding instanceof Exclusion exclusion ? Stream.of(exclusion.letter())
                : Constants.is(finding) ? Stream.of(Constants.name(finding))
                : Components.known(finding).values().stream().map(Object::toString);
    }

    private static Stream<String> words(Value part, String value) {
        Class<?> kind = part.type().kind();
        if (part instanceof Value.Constant constant) {
            return Stream.ofNullable(constant.value()).map(Object::toString);
        } else if (kind == boolean.class || kind == Boolean.class) {
            return Stream.of("true", "false");
        } else if (kind == int.class || kind == Integer.class) {
            return value.matches("\\d") ? Stream.of(value) : Stream.empty();
        }
        return Constants.isKind(kind) ? Constants.of(kind).stream().map(Object::toString) : Stream.empty();
    }

    /** What could have been asked for. */
    static Set<String> known(Collection<String> clauses, List<CheckedRule> rules) {
        Set<String> known = new TreeSet<>(clauses);
        for (CheckedRule rule : rules) {
            List<String> sections = Section.ALL.stream().filter(section -> section.answers().contains(rule.concludes()))
                    .map(Section::name).toList();
            Failures.conclusions(rule).stream().flatMap(Optional::stream).flatMap(Wanted::words).forEach(word -> {
                Stream.of(word).filter(bare -> Character.isUpperCase(bare.charAt(0))).forEach(known::add);
                sections.forEach(section -> known.add(section + "=" + word));
            });
        }
        return known;
    }
}
