package org.supportpolicy.author;

import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.supportpolicy.Clause;
import org.supportpolicy.Problem;
import org.supportpolicy.Rule;
import org.supportpolicy.internal.words.ReportWords;

/** What a policy book says in a language, and the policy's own words in both, those of that language first. */
final class BookWords {

    private static final Locale DUTCH = Locale.forLanguageTag("nl");

    private final List<Locale> languages;
    private final List<ReportWords> words;

    BookWords(Locale locale) {
        languages = locale.getLanguage().equals("nl") ? List.of(DUTCH, Locale.ENGLISH) : List.of(Locale.ENGLISH, DUTCH);
        words = languages.stream().map(ReportWords::of).toList();
    }

    /** The language of the book. */
    Locale locale() {
        return languages.get(0);
    }

    /** A phrase in the language of the book. */
    String say(String key, Object... values) {
        return words.get(0).label("book." + key, values);
    }

    /** A phrase in a language. */
    String say(Locale language, String key, Object... values) {
        return words.get(languages.indexOf(language)).label("book." + key, values);
    }

    /** A phrase about so many, whose number is its last place; one has a phrase of its own. */
    String count(String key, int count, Object... values) {
        return words.get(0).counted("book." + key, count, values);
    }

    /** A phrase of the reports, in the language of the book. */
    String label(String key) {
        return words.get(0).label(key);
    }

    String number(int number) {
        return words.get(0).number(number);
    }

    /** Both languages side by side. */
    void pair(Html html, BiConsumer<Html, Locale> content) {
        html.open("div", "class", "pair");
        languages.forEach(language -> html.element("div", column -> content.accept(column, language), "lang", language.getLanguage()));
        html.close();
    }

    /** A sentence in the language of the book, and the same in the other beneath, unless there is none. */
    void sentence(Html html, Rule rule) {
        Locale other = languages.get(1);
        boolean isTranslated = rule.dutch() != null && !rule.dutch().isBlank();
        html.element("p", isTranslated ? rule.sentence(locale()) : rule.name(), "class", "sentence", "lang",
                (isTranslated ? locale() : Locale.ENGLISH).getLanguage());
        if (isTranslated) {
            html.element("p", rule.sentence(other), "class", "other", "lang", other.getLanguage());
        }
    }

    /** How a clause binds, and whom; only its heading where that cannot be read. */
    String binds(Clause clause) {
        return clause.modality().isEmpty() ? say("unread")
                : Problem.of("binds." + clause.modality().toLowerCase(Locale.ROOT).replace(' ', '-')).said().in(locale()) + " "
                        + Problem.of("binds." + clause.party()).said().in(locale());
    }

    /** Where something stands: in which file, whatever directory that lies in, and on which line. */
    String place(String file, int line) {
        return line > 0 ? say("place", new File(file).getName(), number(line)) : new File(file).getName();
    }

    /** How much scenarios try of the rules. */
    String coverage(Coverage coverage) {
        return say("coverage.sum", number(coverage.rulesTried()), number(coverage.rules().size()), number(coverage.conditionsTried()),
                number(coverage.conditions()));
    }
}
