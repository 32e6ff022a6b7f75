package org.supportpolicy;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A rule of the policy.
 *
 * @param id its clause and its place among the rules of that clause, from 1, such as {@code closure.permanent/2}. It stays when a sentence
 *     is put otherwise, and when a rule is added behind the others of its clause
 * @param name its sentence in English, unique in the policy
 * @param dutch its sentence in Dutch; null when the file gives none
 * @param clause the id of the clause it carries out
 * @param readings the readings it rests on, by id
 * @param file the rule file
 * @param line the line on which it begins, from 1
 * @param text the rule as it is written
 */
public record Rule(String id, String name, @Nullable String dutch, String clause, List<Reading> readings, String file,
        int line, String text) {

    /** Checks that all is given. */
    public Rule {
        Objects.requireNonNull(id, "The id must be given.");
        Objects.requireNonNull(name, "The name must be given.");
        Objects.requireNonNull(clause, "The clause must be given.");
        Objects.requireNonNull(readings, "The readings must be given.");
        Objects.requireNonNull(file, "The file must be given.");
        Objects.requireNonNull(text, "The text must be given.");
    }

    /** The sentence in Dutch for a Dutch locale where there is one, else in English. */
    public String sentence(Locale locale) {
        Objects.requireNonNull(locale, "The locale must be given.");
        return dutch != null && locale.getLanguage().equals("nl") ? dutch : name;
    }

    /** By its name, which is unique. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
