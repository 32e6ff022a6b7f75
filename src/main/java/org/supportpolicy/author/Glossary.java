package org.supportpolicy.author;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.supportpolicy.Rule;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.fact.AsOf;
import org.supportpolicy.fact.Cause;
import org.supportpolicy.fact.Fact;
import org.supportpolicy.fact.InRules;
import org.supportpolicy.fact.OpenValue;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.internal.check.CheckedRule;
import org.supportpolicy.internal.check.Member;
import org.supportpolicy.internal.check.PolicyChecker;
import org.supportpolicy.internal.check.Value;
import org.supportpolicy.internal.own.OwnTypes;
import org.supportpolicy.internal.record.Constants;
import org.supportpolicy.internal.record.FactPath;
import org.supportpolicy.internal.record.Given;
import org.supportpolicy.internal.trial.PolicyParts;
import org.supportpolicy.internal.words.SchemaWords;
import org.supportpolicy.internal.words.Speech;

/** The words that the rules of a policy can speak of: those of the library and those that the policy declares. */
public final class Glossary {

    private static final String NAME = "The name must be given.";

    /** What a word stands for. */
    public enum Kind { FACT, FINDING, PART, CHOICE, FUNCTION }

    /**
     * A word.
     *
     * @param kind what it stands for
     * @param name how rules name it, such as {@code Tier}
     * @param key where a fact set has it, such as {@code tier}; empty when it is no fact
     * @param words how people are told of it, or what a function takes
     * @param isDeclared whether the policy declares it
     * @param components what it is made of
     * @param constants its constants, each with its words
     * @param readBy the rules that look at it
     * @param concludedBy the rules that conclude it
     */
    public record Word(Kind kind, String name, String key, String words, boolean isDeclared, List<Component> components,
            Map<String, String> constants, List<Rule> readBy, List<Rule> concludedBy) {

        /** Copies. */
        public Word {
            Objects.requireNonNull(kind, "The kind must be given.");
            Objects.requireNonNull(name, NAME);
            Objects.requireNonNull(key, "The key must be given.");
            Objects.requireNonNull(words, "The words must be given.");
            components = Given.list(components, "components", "component");
            constants = Collections.unmodifiableMap(new LinkedHashMap<>(Objects.requireNonNull(constants, "The constants must be given.")));
            readBy = Given.list(readBy, "rules", "rule");
            concludedBy = Given.list(concludedBy, "rules", "rule");
        }
    }

    /**
     * A component.
     *
     * @param name its name
     * @param type what it can be
     * @param ask the question that asks for it; empty when nobody is asked
     * @param readBy the rules that look at it
     */
    public record Component(String name, String type, String ask, List<Rule> readBy) {

        /** Copies. */
        public Component {
            Objects.requireNonNull(name, NAME);
            Objects.requireNonNull(type, "The type must be given.");
            Objects.requireNonNull(ask, "The ask must be given.");
            readBy = Given.list(readBy, "rules", "rule");
        }
    }

    private final Locale locale;
    private final Map<String, Rule> rules;
    private final List<CheckedRule> checked;
    private final OwnTypes own;
    private final SchemaWords words;
    private final List<Word> all;

    private Glossary(SupportPolicy policy, Locale locale) {
        this.locale = locale;
        this.rules = policy.rules().stream().collect(Collectors.toMap(Rule::name, Function.identity()));
        this.checked = PolicyParts.of(policy).rules();
        this.own = PolicyChecker.declared(PolicyParts.of(policy).draft());
        this.words = SchemaWords.of(locale);
        this.all = Stream.concat(PolicyChecker.types(PolicyParts.of(policy).draft()).values().stream()
                .filter(type -> type.isRecord() || Constants.isKind(type)).map(this::word),
                PolicyChecker.functions().stream().map(this::function))
                .sorted(Comparator.comparing(Word::kind).thenComparing(word -> !word.isDeclared()).thenComparing(Word::name)).toList();
    }

    /** The words of a policy, said in Dutch for a Dutch locale and in English for any other. */
    public static Glossary of(SupportPolicy policy, Locale locale) {
        return new Glossary(Objects.requireNonNull(policy, "The policy must be given."),
                Objects.requireNonNull(locale, "The locale must be given."));
    }

    /** All of them, by kind; those that the policy declares come first. */
    public List<Word> words() {
        return all;
    }

    private Word word(Class<?> type) {
        boolean isFact = Fact.class.isAssignableFrom(type);
        boolean isFinding = Finding.class.isAssignableFrom(type);
        Kind kind = isFact ? Kind.FACT : isFinding ? Kind.FINDING : Constants.isKind(type) ? Kind.CHOICE : Kind.PART;
        Types types = new Types(locale, own);
        List<Component> components = type.isRecord() ? Arrays.stream(type.getRecordComponents()).map(component -> new Component(
                component.getName(), types.of(component), words.isAsked(type, component.getName())
                        ? words.ask(type, component.getName()) : "",
                rules(rule -> reads(rule, type, component.getName())))).toList() : List.of();
        String key = !isFact ? "" : Cause.class.isAssignableFrom(type) ? "causes" : FactPath.key(type);
        String said = isFinding ? words.finding(type) : type == AsOf.class ? words.ask(type, null) : isFact ? words.name(type) : "";
        return new Word(kind, type.getSimpleName(), key, said, type.getClassLoader() != Fact.class.getClassLoader(), components,
                constants(type), rules(rule -> rule.reads().stream().anyMatch(type::isAssignableFrom)),
                rules(rule -> rule.concludes() == type));
    }

    private Word function(Member function) {
        return new Word(Kind.FUNCTION, function.code().getName(), "", Arrays.stream(function.code().getParameters())
                .map(parameter -> parameter.getType().getSimpleName()).collect(Collectors.joining(", ", "( ", " )")), false, List.of(),
                Map.of(),
                rules(rule -> rule.values().anyMatch(value -> calls(value, function::equals))), List.of());
    }

    private Map<String, String> constants(Class<?> type) {
        Speech speech = Speech.of(locale);
        return !Constants.isKind(type) ? Map.of() : Stream.concat(Constants.of(type).stream(), own.members(type).stream())
                .collect(Collectors.toMap(Constants::name, constant -> isLibrary(constant) ? "" : speech.constant(constant),
                        (a, b) -> a, LinkedHashMap::new));
    }

    /** Whether it is a finding whose words say no more than its name. */
    static boolean isLibrary(Object constant) {
        return constant instanceof Finding && !(constant instanceof OpenValue<?> value && !value.isKnown());
    }

    private List<Rule> rules(Predicate<CheckedRule> which) {
        return checked.stream().filter(which).map(rule -> Objects.requireNonNull(rules.get(rule.name()))).distinct().toList();
    }

    private static boolean reads(CheckedRule rule, Class<?> type, String component) {
        return rule.values().anyMatch(value -> calls(value, member -> member.code() instanceof Method asked
                && asked.getDeclaringClass().isAssignableFrom(type) && (asked.getName().equals(component) || isRead(asked, component))));
    }

    private static boolean isRead(Method asked, String component) {
        InRules mark = asked.getAnnotation(InRules.class);
        return mark != null && List.of(mark.reads()).contains(component);
    }

    private static boolean calls(Value value, Predicate<Member> which) {
        return value instanceof Value.Call call && which.test(call.member()) || value.parts().stream().anyMatch(part -> calls(part, which));
    }
}
