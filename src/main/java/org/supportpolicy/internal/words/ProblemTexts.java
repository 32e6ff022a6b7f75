package org.supportpolicy.internal.words;

import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.Problem;
import org.supportpolicy.internal.environment.OwnFile;

/** The catalogue of problems: every code with what it says in both languages, its usual advice, and which of them are warnings. */
public final class ProblemTexts {

    private static final Map<String, Phrase> ENGLISH = read("en");
    private static final Map<String, Phrase> DUTCH = read("nl");
    /** The most characters of a value that was read, which stands in parentheses, and of what the library says itself. */
    private static final int LONGEST_VALUE = 200;
    private static final int LONGEST = 2_000;
    private static final Set<String> WARNINGS = Set.of("SP-D020", "SP-R038", "SP-R070", "SP-R071");

    private ProblemTexts() {}

    private static Map<String, Phrase> read(String language) {
        Properties properties = OwnFile.properties("/org/supportpolicy/problems_" + language + ".properties");
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(key -> key, key -> Phrase.of(properties.getProperty(key))));
    }

    /**
     * A text of the catalogue with its places filled. A value that is said differently in the two languages is a {@link Problem.Said}.
     *
     * @throws IllegalArgumentException if there is no such key
     */
    public static Problem.Said said(String key, Object... values) {
        if (!ENGLISH.containsKey(key)) {
            throw new IllegalArgumentException("The catalogue of problems lacks the key (" + key + ").");
        }
        return new Problem.Said(
                ENGLISH.get(key).fill((text, place) -> shown(text, values[place], Problem.Said::english)),
                DUTCH.get(key).fill((text, place) -> shown(text, values[place], Problem.Said::dutch)));
    }

    /** What a file says in both languages, as a problem can quote it: the sentences of a rule, where it is named in parentheses. */
    public static Problem.Said quoted(Problem.Said written) {
        return new Problem.Said(Quoted.piece(written.english(), LONGEST_VALUE), Quoted.piece(written.dutch(), LONGEST_VALUE));
    }

    /** A value in a language, as far as anyone would read it, and with nothing in it that a terminal would obey. */
    private static void shown(StringBuilder text, Object value, Function<Problem.Said, String> language) {
        if (value instanceof Problem.Said said) {
            text.append(language.apply(said)); // its own values were shown so
        } else {
            boolean inParentheses = text.lastIndexOf("(") > text.lastIndexOf(")");
            text.append(Quoted.piece(String.valueOf(value), inParentheses ? LONGEST_VALUE : LONGEST));
        }
    }

    /** What usually helps against a problem; null when nothing is known. */
    public static Problem.@Nullable Said advice(String key, Object... values) {
        return ENGLISH.containsKey(key + ".advice") ? said(key + ".advice", values) : null;
    }

    /** Whether a code stands for something that is likely to be wrong, and not certain to be. */
    public static boolean isWarning(String code) {
        return WARNINGS.contains(code);
    }

    /** Every key of the catalogue. */
    public static Set<String> keys() {
        return ENGLISH.keySet();
    }
}
