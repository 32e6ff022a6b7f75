package org.supportpolicy.author;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.Problem;
import org.supportpolicy.Problem.Said;
import org.supportpolicy.Question.Answerer;
import org.supportpolicy.Rule;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.internal.check.PolicyChecker;
import org.supportpolicy.internal.record.Given;
import org.supportpolicy.internal.trial.PolicyParts;

/**
 * The words that the rules of a policy can speak of: those of the library and those that the policy declares, in both languages.
 *
 * @param words all of them, by kind; those that the policy declares come first
 */
public record Glossary(List<Word> words) {

    private static final String NAME = "The name must be given.";
    private static final String FORM = "The form must be given.";
    private static final String WORDS = "The words must be given.";
    private static final String ABSENCE = "The absence must be given.";
    private static final String RULES = "rules";
    private static final String RULE = "rule";

    /** Copies. */
    public Glossary {
        words = Given.list(words, "words", "word");
    }

    /** What a word stands for. */
    public enum Kind { FACT, FINDING, PART, CHOICE, FUNCTION }

    /** What it means that something is not there. */
    public enum Absence {
        /** Nothing is known of it; it may be asked for. */
        UNKNOWN,
        /** There is none. */
        NONE,
        /** There is none once the fact is there; until then nothing is known of it. */
        NONE_ONCE_GIVEN
    }

    /**
     * A word.
     *
     * @param kind what it stands for
     * @param name how rules name it, such as {@code Tier}
     * @param key where a fact set has it, such as {@code tier}; empty when it is no fact
     * @param words how people are told of it; empty when it is only ever said with something else
     * @param isDeclared whether the policy declares it
     * @param absence what it means that a fact is not there; of other words it says nothing
     * @param components what it is made of, or what a function takes
     * @param gives what a function gives; null for other words
     * @param constants what can be chosen
     * @param concludedBy the rules that conclude it
     * @param readBy the rules that look at it
     */
    public record Word(Kind kind, String name, String key, Said words, boolean isDeclared, Absence absence, List<Component> components,
            @Nullable Form gives, List<Constant> constants, List<Rule> concludedBy, List<Rule> readBy) {

        /** Copies. */
        public Word {
            Objects.requireNonNull(kind, "The kind must be given.");
            Objects.requireNonNull(name, NAME);
            Objects.requireNonNull(key, "The key must be given.");
            Objects.requireNonNull(words, WORDS);
            Objects.requireNonNull(absence, ABSENCE);
            components = Given.list(components, "components", "component");
            constants = Given.list(constants, "constants", "constant");
            concludedBy = Given.list(concludedBy, RULES, RULE);
            readBy = Given.list(readBy, RULES, RULE);
        }

        /** The same, of its components and constants only those of a name, in capitals or not. */
        public Word only(String part) {
            Objects.requireNonNull(part, "The part must be given.");
            return new Word(kind, name, key, words, isDeclared, absence,
                    components.stream().filter(component -> component.name().equalsIgnoreCase(part)).toList(), gives,
                    constants.stream().filter(constant -> constant.name().equalsIgnoreCase(part)).toList(), concludedBy, readBy);
        }
    }

    /**
     * A component of a word, or what a function takes.
     *
     * @param name its name
     * @param form what it can be
     * @param absence what it means that it is not there
     * @param words how people are told of it, its value as {@code …}; empty when only its value is said
     * @param otherwise how they are told that a truth is not so; empty for all else
     * @param ask the question that asks for it; empty when nobody is asked
     * @param answerer who can answer that; null when nobody is asked
     * @param readBy the rules that look at it
     */
    public record Component(String name, Form form, Absence absence, Said words, Said otherwise, Said ask,
            @Nullable Answerer answerer, List<Rule> readBy) {

        /** Copies. */
        public Component {
            Objects.requireNonNull(name, NAME);
            Objects.requireNonNull(form, FORM);
            Objects.requireNonNull(absence, ABSENCE);
            Objects.requireNonNull(words, WORDS);
            Objects.requireNonNull(otherwise, "The otherwise must be given.");
            Objects.requireNonNull(ask, "The ask must be given.");
            readBy = Given.list(readBy, RULES, RULE);
        }
    }

    /**
     * What something can be.
     *
     * @param type how declarations name it: {@code Boolean}, {@code Integer}, {@code String}, {@code Instant}, {@code LocalDate},
     *     {@code Duration}, {@code Period}, {@code ZoneId}, {@code List}, {@code Map}, or the name of a word
     * @param from the least number it can be; null for none
     * @param to the greatest number it can be; null for none
     * @param constants the names of the constants it can be; empty when it is no choice
     * @param of what a list holds, or the keys and the values of a map
     */
    public record Form(String type, @Nullable Integer from, @Nullable Integer to, List<String> constants, List<Form> of) {

        private static final Set<String> PLAIN =
                Set.of("Boolean", "Duration", "Instant", "Integer", "LocalDate", "Period", "String", "ZoneId");

        /** Copies. */
        public Form {
            Objects.requireNonNull(type, "The type must be given.");
            constants = Given.list(constants, "constants", "constant");
            of = Given.list(of, "forms", "form");
        }

        /** As people read it, in Dutch for a Dutch locale, in English for any other. */
        public String in(Locale locale) {
            Objects.requireNonNull(locale, "The locale must be given.");
            return label(type.equals("Map") ? "by" : type.equals("List") ? "many" : !constants.isEmpty() ? "one-of"
                    : from == null ? type : to == null ? "from" : "range", locale);
        }

        private String label(String key, Locale locale) {
            Object[] values = !of.isEmpty() ? of.stream().map(each -> each.in(locale)).toArray()
                    : !constants.isEmpty() ? new Object[] {String.join(", ", constants)} : new Object[] {from, to};
            return key.equals(type) && !PLAIN.contains(type) ? type : Problem.of("glossary." + key, values).said().in(locale);
        }
    }

    /**
     * What can be chosen.
     *
     * @param name its name
     * @param words how people are told of it; empty when it is a finding that is said with more than its name
     * @param isDeclared whether the policy adds it
     * @param concludedBy the rules that conclude it
     * @param readBy the rules that look at it
     */
    public record Constant(String name, Said words, boolean isDeclared, List<Rule> concludedBy, List<Rule> readBy) {

        /** Copies. */
        public Constant {
            Objects.requireNonNull(name, NAME);
            Objects.requireNonNull(words, WORDS);
            concludedBy = Given.list(concludedBy, RULES, RULE);
            readBy = Given.list(readBy, RULES, RULE);
        }
    }

    /** The words of a policy. */
    public static Glossary of(SupportPolicy policy) {
        PolicyParts parts = PolicyParts.of(Objects.requireNonNull(policy, "The policy must be given."));
        Entries entries = new Entries(PolicyChecker.declared(parts.draft()), Mentions.of(policy.rules(), parts.rules()));
        return new Glossary(Stream.concat(PolicyChecker.types(parts.draft()).values().stream().filter(Entries::isWord).map(entries::word),
                PolicyChecker.functions().stream().map(entries::function))
                .sorted(Comparator.comparing(Word::kind).thenComparing(word -> !word.isDeclared()).thenComparing(Word::name)).toList());
    }
}
