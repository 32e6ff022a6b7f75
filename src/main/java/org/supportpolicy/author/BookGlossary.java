package org.supportpolicy.author;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.supportpolicy.Problem;
import org.supportpolicy.Rule;

/**
 * Writes the words that rules can speak of: into a policy book, or alone.
 *
 * @param book where the book stands in which the rules are; empty in the book itself
 * @param depth how deep the headings of kinds of words stand
 */
record BookGlossary(Glossary glossary, BookWords words, Html html, String book, int depth) {

    void write() {
        Set<String> anchors = new HashSet<>();
        for (Glossary.Kind kind : Glossary.Kind.values()) {
            html.open("section").element("h" + depth, label(kind.name()));
            glossary.words().stream().filter(word -> word.kind() == kind).forEach(word -> write(word, anchor(word, anchors)));
            html.close();
        }
    }

    /** Where a word stands; a fact that shares its key with others has its name behind it, but for the first. */
    private static String anchor(Glossary.Word word, Set<String> anchors) {
        String anchor = word.kind() == Glossary.Kind.FACT ? "fact-" + word.key() : anchor(word);
        return anchors.add(anchor) ? anchor : anchor + "-" + word.name();
    }

    private static String anchor(Glossary.Word word) {
        return word.kind().name().toLowerCase(Locale.ROOT) + "-" + word.name();
    }

    private void write(Glossary.Word word, String anchor) {
        html.open("article", "class", "word", "id", anchor).open("h" + (depth + 1)).element("code", word.name());
        if (!word.key().isEmpty()) {
            html.text(" · ").element("code", word.key());
        }
        if (word.kind() == Glossary.Kind.FUNCTION) {
            html.text(word.components().stream().map(Glossary.Component::name).collect(Collectors.joining(", ", " ( ", " )")));
        }
        if (word.isDeclared()) {
            html.text(" ").element("span", words.say("declared"), "class", "mark");
        }
        html.close();
        if (!word.words().equals(new Problem.Said(word.name(), word.name()))) {
            both(word.words());
        }
        if (word.gives() != null) {
            form(html.open("p").text(words.say("gives") + " "), word.gives()).close();
        }
        if (word.kind() == Glossary.Kind.FACT) {
            html.element("p", word.absence() == Glossary.Absence.UNKNOWN ? words.say("absent") : label(word.absence().name()),
                    "class", "quiet");
        }
        list(word.components(), component -> component(word, component, anchor));
        list(word.constants(), constant -> constant(constant, anchor));
        rules("concluded", word.concludedBy());
        if (word.kind() != Glossary.Kind.PART || !word.readBy().isEmpty()) {
            rules(word.kind() == Glossary.Kind.FUNCTION ? "used" : "read", word.readBy());
        }
        html.close();
    }

    private <T> void list(List<T> parts, Function<T, Html> item) {
        if (!parts.isEmpty()) {
            html.open("ul", "class", "parts");
            parts.forEach(part -> item.apply(part).close());
            html.close();
        }
    }

    private Html component(Glossary.Word word, Glossary.Component component, String anchor) {
        html.open("li", "id", anchor + "." + component.name()).open("p").element("strong", name -> name.element("code", component.name()));
        form(html.text(": "), component.form());
        html.text(component.absence() == Glossary.Absence.UNKNOWN ? "" : "; " + label(component.absence().name())).close();
        if (word.kind() == Glossary.Kind.FUNCTION) {
            return html;
        }
        both(component.ask());
        if (component.answerer() != null) {
            html.element("p", words.say("asked", label(component.answerer().name())), "class", "quiet");
        } else if (word.kind() == Glossary.Kind.FACT) {
            html.element("p", words.say("not-asked"), "class", "quiet");
        }
        told(component.words());
        told(component.otherwise());
        if (word.kind() == Glossary.Kind.FACT || !component.readBy().isEmpty()) {
            rules("read", component.readBy());
        }
        return html;
    }

    private Html constant(Glossary.Constant constant, String anchor) {
        html.open("li", "id", anchor + "." + constant.name()).open("p").element("strong", name -> name.element("code", constant.name()));
        if (constant.isDeclared()) {
            html.text(" ").element("span", words.say("declared"), "class", "mark");
        }
        html.close();
        told(constant.words());
        if (!constant.concludedBy().isEmpty()) {
            rules("concluded", constant.concludedBy());
        }
        if (!constant.readBy().isEmpty()) {
            rules("read", constant.readBy());
        }
        return html;
    }

    private void both(Problem.Said said) {
        if (!said.english().isEmpty()) {
            words.pair(html, (column, language) -> column.element("p", said.in(language)));
        }
    }

    /** How people are told of something, where that is more than its value. */
    private void told(Problem.Said said) {
        if (said.english().chars().anyMatch(Character::isLetter)) {
            words.pair(html, (column, language) -> column.element("p", words.say(language, "told", said.in(language)), "class", "quiet"));
        }
    }

    /** What something can be, with the words that say more of it. */
    private Html form(Html line, Glossary.Form form) {
        line.text(form.in(words.locale()));
        List<String> types = types(form).toList();
        glossary.words().stream().filter(word -> types.contains(word.name())
                && (word.kind() == Glossary.Kind.CHOICE || word.kind() == Glossary.Kind.PART)).forEach(word ->
                line.text(" (").link("#" + anchor(word), word.name()).text(")"));
        return line;
    }

    private static Stream<String> types(Glossary.Form form) {
        return Stream.concat(Stream.of(form.type()), form.of().stream().flatMap(BookGlossary::types));
    }

    private void rules(String key, List<Rule> rules) {
        if (rules.isEmpty()) {
            if (!key.equals("concluded")) {
                html.element("p", label("read-by-none"), "class", "quiet");
            }
            return;
        }
        html.open("details").element("summary", words.count(key, rules.size())).open("ul");
        rules.forEach(rule -> html.open("li").link(book + "#" + BookRules.anchor(rule), rule.sentence(words.locale())).close());
        html.close().close();
    }

    private String label(String key) {
        return Problem.of("glossary." + key).said().in(words.locale());
    }
}
