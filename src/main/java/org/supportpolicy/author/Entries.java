package org.supportpolicy.author;

import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.supportpolicy.Problem.Said;
import org.supportpolicy.Question;
import org.supportpolicy.Rule;
import org.supportpolicy.author.Glossary.Absence;
import org.supportpolicy.fact.AbsentMeansNone;
import org.supportpolicy.fact.AsOf;
import org.supportpolicy.fact.Cause;
import org.supportpolicy.fact.Fact;
import org.supportpolicy.fact.OpenValue;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.internal.check.Member;
import org.supportpolicy.internal.own.OwnTypes;
import org.supportpolicy.internal.record.Constants;
import org.supportpolicy.internal.record.FactPath;
import org.supportpolicy.internal.record.Nothing;
import org.supportpolicy.internal.words.SchemaWords;
import org.supportpolicy.internal.words.Speech;

/** Writes the entries of a glossary. */
record Entries(OwnTypes own, Forms forms, Mentions mentions) {

    private static final Locale DUTCH = Locale.forLanguageTag("nl");
    private static final Said NO_WORDS = new Said("", "");

    Entries(OwnTypes own, Mentions mentions) {
        this(own, new Forms(own), mentions);
    }

    /** Whether a class is a word of its own. */
    static boolean isWord(Class<?> type) {
        return type.isRecord() || Constants.isKind(type);
    }

    Glossary.Word word(Class<?> type) {
        boolean isFact = Fact.class.isAssignableFrom(type);
        Glossary.Kind kind = isFact ? Glossary.Kind.FACT : Finding.class.isAssignableFrom(type) ? Glossary.Kind.FINDING
                : Constants.isKind(type) ? Glossary.Kind.CHOICE : Glossary.Kind.PART;
        List<Glossary.Constant> constants = forms.constants(type).map(this::constant).toList();
        boolean isChoice = kind == Glossary.Kind.CHOICE;
        List<Glossary.Component> components = !type.isRecord() ? List.of()
                : Arrays.stream(type.getRecordComponents()).map(component -> component(type, component)).toList();
        return new Glossary.Word(kind, type.getSimpleName(),
                !isFact ? "" : Cause.class.isAssignableFrom(type) ? "causes" : FactPath.key(type),
                isChoice ? NO_WORDS : both(words -> kind == Glossary.Kind.FINDING ? words.finding(type)
                        : type == AsOf.class ? words.ask(type, null) : isFact ? words.name(type) : words.nameOrNothing(type)),
                isDeclared(type), Nothing.is(type) ? Absence.NONE : Absence.UNKNOWN, components, null, constants,
                isChoice ? all(constants, Glossary.Constant::concludedBy) : mentions.concludes(type),
                isChoice ? all(constants, Glossary.Constant::readBy) : mentions.reads(type));
    }

    Glossary.Word function(Member function) {
        return new Glossary.Word(Glossary.Kind.FUNCTION, function.code().getName(), "", NO_WORDS, false, Absence.UNKNOWN,
                Arrays.stream(function.code().getParameters()).map(this::parameter).toList(),
                forms.of(function.code().getAnnotatedReturnType().getType(), function.code()), List.of(), List.of(),
                mentions.calls(function::equals));
    }

    private Glossary.Component parameter(Parameter parameter) {
        return new Glossary.Component(parameter.getName(), forms.of(parameter.getParameterizedType(), parameter), Absence.UNKNOWN, NO_WORDS,
                NO_WORDS, NO_WORDS, null, List.of());
    }

    private Glossary.Component component(Class<?> type, RecordComponent component) {
        String name = component.getName();
        boolean isTruth = component.getType() == Boolean.class || component.getType() == boolean.class;
        boolean isAsked = SchemaWords.of(Locale.ENGLISH).isAsked(type, name);
        return new Glossary.Component(name, forms.of(component.getGenericType(), component), absence(type, component),
                both(words -> words.component(type, name, isTruth ? ".true" : "")),
                isTruth ? both(words -> words.component(type, name, ".false")) : NO_WORDS,
                isAsked ? both(words -> words.ask(type, name)) : NO_WORDS,
                isAsked ? Speech.answerer(type, name).map(Question.Answerer::valueOf).orElse(null) : null, mentions.reads(type, name));
    }

    private static Absence absence(Class<?> type, RecordComponent component) {
        AbsentMeansNone mark = component.getAnnotation(AbsentMeansNone.class);
        return !Nothing.is(type, component) ? Absence.UNKNOWN : mark != null && mark.onceGiven() ? Absence.NONE_ONCE_GIVEN : Absence.NONE;
    }

    private Glossary.Constant constant(Object constant) {
        return new Glossary.Constant(Constants.name(constant), isSaidWithMore(constant) ? NO_WORDS
                : new Said(Speech.of(Locale.ENGLISH).constant(constant), Speech.of(DUTCH).constant(constant)),
                constant instanceof OpenValue<?> value ? !value.isKnown() : isDeclared(constant.getClass()), mentions.concludes(constant),
                mentions.reads(constant));
    }

    /** Whether it is a finding whose words alone say no more than its name. */
    static boolean isSaidWithMore(Object constant) {
        return constant instanceof Finding && !(constant instanceof OpenValue<?> value && !value.isKnown());
    }

    private static boolean isDeclared(Class<?> type) {
        return type.getClassLoader() != Fact.class.getClassLoader();
    }

    private static List<Rule> all(List<Glossary.Constant> constants, Function<Glossary.Constant, List<Rule>> which) {
        return constants.stream().map(which).flatMap(List::stream).distinct().toList();
    }

    private static Said both(Function<SchemaWords, String> said) {
        return new Said(said.apply(SchemaWords.of(Locale.ENGLISH)), said.apply(SchemaWords.of(DUTCH)));
    }
}
