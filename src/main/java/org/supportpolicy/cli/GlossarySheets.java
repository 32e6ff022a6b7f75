package org.supportpolicy.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.supportpolicy.Problem;
import org.supportpolicy.Rule;
import org.supportpolicy.author.Glossary;

/** Writes the words that rules can speak of. */
final class GlossarySheets {

    private final Locale locale;

    GlossarySheets(Locale locale) {
        this.locale = locale;
    }

    /** All words, by what they stand for. */
    Sheet all(List<Glossary.Word> words) {
        Sheet sheet = new Sheet();
        for (Glossary.Kind kind : Glossary.Kind.values()) {
            sheet.heading(0, label("glossary." + kind));
            words.stream().filter(each -> each.kind() == kind).forEach(each -> {
                sheet.paragraph(1, name(each));
                each.components().stream().filter(component -> kind != Glossary.Kind.FUNCTION)
                        .forEach(component -> sheet.paragraph(2, component.name() + ": " + said(component)));
                constants(each, 2, sheet);
            });
        }
        return sheet;
    }

    /** A word with how it is said and asked for, and the rules that read or conclude it. */
    Sheet one(Glossary.Word word) {
        Sheet sheet = new Sheet().paragraph(0, name(word));
        word.components().forEach(component -> component(component.name(), component, 1, sheet));
        constants(word, 1, sheet);
        if (word.kind() == Glossary.Kind.FINDING || !word.concludedBy().isEmpty()) {
            rules("glossary.concluded-by", word.concludedBy(), sheet);
        }
        return word.kind() == Glossary.Kind.PART && word.readBy().isEmpty() ? sheet : rules("glossary.read-by", word.readBy(), sheet);
    }

    /** The same of the one component or constant of a word. */
    Sheet part(Glossary.Word word) {
        return word.components().isEmpty() ? constant(word, word.constants().get(0)) : component(word, word.components().get(0));
    }

    private Sheet component(Glossary.Word word, Glossary.Component component) {
        Sheet sheet = new Sheet();
        component((word.key().isEmpty() ? word.name() : word.key()) + "." + component.name(), component, 0, sheet);
        return rules("glossary.read-by", component.readBy(), sheet);
    }

    private Sheet constant(Glossary.Word word, Glossary.Constant constant) {
        Sheet sheet = new Sheet().paragraph(0, word.name() + "." + constant.name() + after(": ", constant.words())
                + (constant.isDeclared() ? " " + label("glossary.declared") : ""));
        if (!constant.concludedBy().isEmpty()) {
            rules("glossary.concluded-by", constant.concludedBy(), sheet);
        }
        return rules("glossary.read-by", constant.readBy(), sheet);
    }

    private String name(Glossary.Word word) {
        String key = word.key().isEmpty() ? "" : " (" + word.key() + ")";
        String takes = word.kind() != Glossary.Kind.FUNCTION ? "" : word.components().stream().map(Glossary.Component::name)
                .collect(Collectors.joining(", ", "( ", " )"));
        return word.name() + key + takes + after(": ", word.words()) + absent(word.absence())
                + (word.gives() == null ? "" : ": " + word.gives().in(locale))
                + (word.isDeclared() ? " " + label("glossary.declared") : "");
    }

    private void component(String name, Glossary.Component component, int depth, Sheet sheet) {
        sheet.paragraph(depth, name + ": " + said(component)
                + (component.answerer() == null ? "" : " (" + label("glossary." + component.answerer()) + ")"));
        String words = Stream.of(component.words(), component.otherwise()).map(said -> said.in(locale)).filter(said -> !said.isEmpty())
                .collect(Collectors.joining(" / "));
        if (!words.isEmpty()) {
            sheet.paragraph(depth + 1, words);
        }
    }

    private String said(Glossary.Component component) {
        return component.form().in(locale) + absent(component.absence()) + after(". ", component.ask());
    }

    private String absent(Glossary.Absence absence) {
        return absence == Glossary.Absence.UNKNOWN ? "" : "; " + label("glossary." + absence);
    }

    private void constants(Glossary.Word word, int depth, Sheet sheet) {
        if (!word.constants().isEmpty()) {
            sheet.paragraph(depth, word.constants().stream().map(constant -> constant.name() + bracketed(constant.words().in(locale)))
                    .collect(Collectors.joining(", ")));
        }
    }

    private static String bracketed(String words) {
        return words.isEmpty() ? "" : " (" + words + ")";
    }

    private String after(String sign, Problem.Said said) {
        return said.in(locale).isEmpty() ? "" : sign + said.in(locale);
    }

    /** That there is none is said too. */
    private Sheet rules(String key, List<Rule> rules, Sheet sheet) {
        sheet.heading(0, label(rules.isEmpty() ? key + "-none" : key));
        rules.forEach(rule -> sheet.item(1, rule.sentence(locale), "[" + Screen.place(rule.file(), rule.line()) + "]"));
        return sheet;
    }

    private String label(String key, Object... values) {
        return Problem.of(key, values).said().in(locale);
    }
}
