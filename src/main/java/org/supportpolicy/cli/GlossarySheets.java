package org.supportpolicy.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
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
            sheet.heading(0, word("glossary." + kind));
            words.stream().filter(each -> each.kind() == kind).forEach(each -> word(each, 1, sheet));
        }
        return sheet;
    }

    /** A word with the rules that read or conclude it. */
    Sheet one(Glossary.Word word) {
        Sheet sheet = new Sheet();
        word(word, 0, sheet);
        rules("glossary.concluded-by", word.concludedBy(), sheet);
        rules("glossary.read-by", word.readBy(), sheet);
        return sheet;
    }

    /** A component with the rules that read it. */
    Sheet component(Glossary.Word word, Glossary.Component component) {
        Sheet sheet = new Sheet().paragraph(0, (word.key().isEmpty() ? word.name() : word.key()) + "." + said(component));
        rules("glossary.read-by", component.readBy(), sheet);
        return sheet;
    }

    private void word(Glossary.Word word, int depth, Sheet sheet) {
        String key = word.key().isEmpty() ? "" : " (" + word.key() + ")";
        String words = word.kind() == Glossary.Kind.FUNCTION ? word.words() : word.words().isEmpty() ? "" : ": " + word.words();
        sheet.paragraph(depth, word.name() + key + words + (word.isDeclared() ? " " + word("glossary.declared") : ""));
        word.components().forEach(component -> sheet.paragraph(depth + 1, said(component)));
        if (!word.constants().isEmpty()) {
            sheet.paragraph(depth + 1, word.constants().entrySet().stream().map(entry -> entry.getKey()
                    + (entry.getValue().isEmpty() ? "" : " (" + entry.getValue() + ")")).collect(Collectors.joining(", ")));
        }
    }

    private static String said(Glossary.Component component) {
        return component.name() + ": " + component.type() + (component.ask().isEmpty() ? "" : ". " + component.ask());
    }

    private void rules(String key, List<Rule> rules, Sheet sheet) {
        if (!rules.isEmpty()) {
            sheet.heading(0, word(key));
            rules.forEach(rule -> sheet.item(1, rule.sentence(locale), "[" + Screen.place(rule.file(), rule.line()) + "]"));
        }
    }

    private String word(String key) {
        return Problem.of(key).said().in(locale);
    }
}
