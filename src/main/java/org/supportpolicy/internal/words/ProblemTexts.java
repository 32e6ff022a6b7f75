package org.supportpolicy.internal.words;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.Problem;

/** The catalogue of problems: every code with what it says in both languages, its usual advice, and which of them are warnings. */
public final class ProblemTexts {

    private static final Map<String, Phrase> ENGLISH = read("en");
    private static final Map<String, Phrase> DUTCH = read("nl");
    private static final Set<String> WARNINGS = Set.of("SP-R038", "SP-R070");

    private ProblemTexts() {}

    private static Map<String, Phrase> read(String language) {
        Properties properties = new Properties();
        try (Reader in = new InputStreamReader(ProblemTexts.class.getResourceAsStream("/org/supportpolicy/problems_" + language + ".properties"),
                StandardCharsets.UTF_8)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.stringPropertyNames().stream().collect(Collectors.toUnmodifiableMap(key -> key, key -> Phrase.of(properties.getProperty(key))));
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
                ENGLISH.get(key).fill((text, place) -> text.append(quoted(values[place], Problem.Said::english))),
                DUTCH.get(key).fill((text, place) -> text.append(quoted(values[place], Problem.Said::dutch))));
    }

    /** A value in a language as it is quoted. */
    private static String quoted(Object value, Function<Problem.Said, String> language) {
        return Quoted.piece(value instanceof Problem.Said said ? language.apply(said) : String.valueOf(value));
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
