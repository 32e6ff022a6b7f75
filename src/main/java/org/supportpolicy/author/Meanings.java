package org.supportpolicy.author;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.Clause;
import org.supportpolicy.Problem;
import org.supportpolicy.Reading;
import org.supportpolicy.fact.Fact;
import org.supportpolicy.internal.check.Member;
import org.supportpolicy.internal.check.Vocabulary;
import org.supportpolicy.internal.record.Constants;
import org.supportpolicy.internal.record.FactPath;
import org.supportpolicy.internal.source.RuleText;
import org.supportpolicy.internal.words.SchemaWords;
import org.supportpolicy.internal.words.Speech;

/** Says what the words of a working copy mean, as Markdown. */
final class Meanings {

    private final EditedCopy copy;
    private final Locale locale;
    private final SchemaWords words;
    private final Forms forms;

    Meanings(EditedCopy copy, Locale locale) {
        this.copy = copy;
        this.locale = locale;
        this.words = SchemaWords.of(locale);
        this.forms = new Forms(copy.words().own());
    }

    /** The meaning of a word; empty when there is nothing to say. */
    String of(Subject subject) {
        return switch (subject.kind()) {
            case CLAUSE -> copy.draft().clauses().clauses().stream().filter(clause -> clause.id().equals(subject.name())).findFirst()
                    .map(this::clause).orElse("");
            case READING -> copy.draft().readings().readings().stream().filter(reading -> reading.id().equals(subject.name())).findFirst()
                    .map(this::reading).orElse("");
            case TYPE -> type(copy.words().type(subject.name()));
            case COMPONENT -> component(copy.words().type(subject.owner()), subject);
            case CONSTANT -> constant(subject);
            case FUNCTION -> Vocabulary.functions(subject.name()).stream().map(this::called).collect(Collectors.joining("\n\n"));
            case RULE -> rule(subject.name());
            case KEY -> subject.owner().isEmpty() ? "" : "**" + subject.name() + "**: " + subject.owner();
            case VARIABLE, SCENARIO -> "";
        };
    }

    /** What a word is, on one line. */
    String brief(Subject subject) {
        Class<?> type = subject.kind() == Subject.Kind.TYPE ? copy.words().type(subject.name()) : null;
        return switch (subject.kind()) {
            case TYPE -> type == null ? "" : kind(type) + said(type);
            case CLAUSE -> copy.draft().clauses().clauses().stream().filter(clause -> clause.id().equals(subject.name())).findFirst()
                    .map(clause -> clause.text(locale)).orElse("");
            case READING -> copy.draft().readings().readings().stream().filter(reading -> reading.id().equals(subject.name())).findFirst()
                    .map(reading -> reading.text(locale).adopted()).orElse("");
            case COMPONENT -> members(subject).findFirst().map(member -> member.result().said().in(locale)).orElse("");
            case CONSTANT -> spoken(subject);
            case FUNCTION -> Vocabulary.functions(subject.name()).stream().findFirst().map(this::signature).orElse("");
            case KEY -> subject.owner();
            case RULE, VARIABLE, SCENARIO -> "";
        };
    }

    private String word(String key, Object... values) {
        return Problem.of(key, values).said().in(locale);
    }

    // ---- clauses, readings, rules

    private String clause(Clause clause) {
        List<String> parts = new ArrayList<>(List.of("**" + clause.id() + "** · " + clause.modality() + " · " + clause.party(),
                clause.text(locale)));
        clause.readAs().forEach(read -> parts.add(word("explain.read", read.text(locale), read.reading())));
        if (clause.notAutomated() != null) {
            String dutch = clause.notAutomatedDutch();
            parts.add(word("explain.not-automated") + " "
                    + (locale.getLanguage().equals("nl") && dutch != null ? dutch : clause.notAutomated()));
        }
        List<RuleText> rules = rules().filter(rule -> rule.said("clause").equals(clause.id())).toList();
        if (!rules.isEmpty()) {
            parts.add(word("explain.rules") + rules.stream().map(rule -> "\n- " + sentence(rule)).collect(Collectors.joining()));
        }
        return String.join("\n\n", parts);
    }

    private Stream<RuleText> rules() {
        return copy.draft().books().stream().flatMap(book -> book.rules().stream());
    }

    private String sentence(RuleText rule) {
        String dutch = rule.said("nl");
        return locale.getLanguage().equals("nl") && !dutch.isBlank() ? dutch : rule.name().text();
    }

    private String reading(Reading reading) {
        Reading.Text text = reading.text(locale);
        return "**" + reading.id() + "** · " + word(reading.contested() ? "explain.is-contested" : "explain.is-not-contested") + "\n\n"
                + word("explain.open") + " " + text.open() + "\n\n" + word("explain.adopted") + " " + text.adopted() + "\n\n"
                + word("explain.why") + " " + text.why();
    }

    private String rule(String name) {
        return rules().filter(rule -> rule.name().text().equals(name)).findFirst()
                .map(rule -> sentence(rule) + "\n\n" + of(Subject.clause(rule.said("clause")))).orElse("");
    }

    // ---- what rules speak of

    private String type(@Nullable Class<?> type) {
        if (type == null) {
            return "";
        }
        String head = "**" + type.getSimpleName() + "** · " + kind(type) + said(type)
                + (type.getClassLoader() == Fact.class.getClassLoader() ? "" : " " + word("glossary.declared"));
        String components = !type.isRecord() ? "" : Arrays.stream(type.getRecordComponents()).map(component -> {
            String ask = ask(type, component.getName());
            return "\n- `" + component.getName() + "`: " + form(component) + (ask.isEmpty() ? "" : ". " + ask);
        }).collect(Collectors.joining());
        String constants = !Constants.isKind(type) ? "" : copy.words().members(type).keySet().stream().map(name -> {
            String spoken = spoken(Subject.constant(type.getSimpleName(), name));
            return "\n- `" + name + "`" + (spoken.isEmpty() ? "" : ": " + spoken);
        }).collect(Collectors.joining());
        return head + (components + constants).replaceFirst("^\n", "\n\n");
    }

    private String kind(Class<?> type) {
        return word("editing." + (Vocabulary.isFact(type) ? "FACT" : Vocabulary.isFinding(type) ? "FINDING"
                : Constants.isKind(type) ? "CHOICE" : "PART"));
    }

    /** How people are told of it, and where a fact set has it. */
    private String said(Class<?> type) {
        if (Vocabulary.isFact(type)) {
            return type.isRecord() ? " (`" + FactPath.key(type) + "`): " + words.ask(type, null) : "";
        }
        return Vocabulary.isFinding(type) && !Constants.isKind(type) ? ": " + words.finding(type) : "";
    }

    /** The question that asks for a component; empty when nobody is asked. */
    private String ask(Class<?> record, String component) {
        return words.isAsked(record, component) ? words.ask(record, component) : "";
    }

    private Stream<Member> members(Subject component) {
        Class<?> owner = copy.words().type(component.owner());
        return owner == null ? Stream.empty() : Stream.concat(Stream.ofNullable(Vocabulary.properties(owner).get(component.name())),
                Vocabulary.methods(owner).getOrDefault(component.name(), List.of()).stream()).distinct();
    }

    private String component(@Nullable Class<?> owner, Subject subject) {
        boolean isComponent = owner != null && owner.isRecord()
                && Arrays.stream(owner.getRecordComponents()).anyMatch(component -> component.getName().equals(subject.name()));
        String ask = isComponent ? ask(owner, subject.name()) : "";
        String head = "**" + subject.owner() + "." + subject.name() + "**";
        return isComponent ? Arrays.stream(owner.getRecordComponents()).filter(component -> component.getName().equals(subject.name()))
                .map(component -> head + ": " + form(component) + (ask.isEmpty() ? "" : "\n\n" + ask)).findFirst().orElse("")
                : members(subject).map(this::called).collect(Collectors.joining("\n\n"));
    }

    private String form(RecordComponent component) {
        return forms.of(component.getGenericType(), component).in(locale);
    }

    private String constant(Subject constant) {
        String spoken = spoken(constant);
        return "**" + constant.owner() + "." + constant.name() + "**" + (spoken.isEmpty() ? "" : ": " + spoken);
    }

    private String spoken(Subject constant) {
        Class<?> type = copy.words().type(constant.owner());
        Map<String, Object> members = type == null ? Map.of() : copy.words().members(type);
        Object member = members.get(constant.name());
        return member == null || Entries.isSaidWithMore(member) ? "" : Speech.of(locale).constant(member);
    }

    private String called(Member member) {
        return "**" + member.name() + "**" + signature(member) + "\n\n" + word("editing.returns", member.result().said().in(locale));
    }

    private String signature(Member member) {
        Parameter[] parameters = member.code().getParameters();
        return !(member.code() instanceof Method) || parameters.length == 0 ? ""
                : IntStream.range(0, parameters.length)
                        .mapToObj(place -> parameters[place].getName() + ": " + member.parameter(place).said().in(locale))
                        .collect(Collectors.joining(", ", "( ", " )"));
    }
}
