package org.supportpolicy.internal;

import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.internal.words.Spelling;

/** Checks the words of one constraint, such as {@code $first : firstUnansweredAttemptAt != null}. */
final class ConstraintCheck {

    private static final Pattern TOKEN = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|\\$?[A-Za-z_]\\w*|\\d+(?:\\.\\d+)?|[<>=!]=|&&|\\|\\||!\\.|\\S");
    private static final Set<String> WORDS = Set.of("null", "true", "false", "this", "not", "contains", "memberOf", "matches", "in",
            "str", "soundslike", "before", "after", "exists", "new", "instanceof");
    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", ">", "<=", ">=");

    private final SourceText source;
    private final Vocabulary words;
    private final Map<String, Class<?>> bound;

    ConstraintCheck(SourceText source, Vocabulary words, Map<String, Class<?>> bound) {
        this.source = source;
        this.words = words;
        this.bound = bound;
    }

    /**
     * Checks a constraint.
     *
     * @param expression its text
     * @param type the class of its pattern, or null when that is unknown
     * @param from the offset from which it is to be found
     * @return the offset behind it
     */
    int check(String expression, @Nullable Class<?> type, int from) {
        List<String> tokens = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(expression);
        int place = from;
        while (matcher.find()) {
            String token = matcher.group();
            int at = token.startsWith("\"") ? source.findRaw(token, place)
                    : Character.isJavaIdentifierStart(token.charAt(0)) ? source.find(token, place) : source.findRaw(token, place);
            tokens.add(token);
            places.add(at);
            place = at + token.length();
        }
        for (int i = 0; i < tokens.size(); i++) {
            if (Character.isJavaIdentifierStart(tokens.get(i).charAt(0)) && !follows(tokens, i, ".") && !follows(tokens, i, "!.")) {
                word(tokens, places, i, type);
            }
        }
        return place;
    }

    private static boolean follows(List<String> tokens, int i, String before) {
        return i > 0 && tokens.get(i - 1).equals(before);
    }

    private static boolean precedes(List<String> tokens, int i, String after) {
        return i + 1 < tokens.size() && tokens.get(i + 1).equals(after);
    }

    private void word(List<String> tokens, List<Integer> places, int i, @Nullable Class<?> type) {
        String word = tokens.get(i);
        if (word.startsWith("$")) {
            if (precedes(tokens, i, ":")) {
                bound.put(word, Object.class);
            } else if (!bound.containsKey(word)) {
                source.add("SP-R044", places.get(i), "The variable (" + word + ") must be bound by a condition.", Spelling.advice(word, bound.keySet()));
            }
        } else if (Character.isUpperCase(word.charAt(0))) {
            constant(tokens, places, i);
        } else if (!WORDS.contains(word) && type != null) {
            member(tokens, places, i, type);
        }
    }

    private void constant(List<String> tokens, List<Integer> places, int i) {
        Class<?> named = words.type(tokens.get(i));
        if (named == null) {
            boolean exists = Vocabulary.exists(tokens.get(i));
            source.add("SP-R041", places.get(i), exists ? "The class (" + tokens.get(i) + ") must be imported."
                    : "There is no class (" + tokens.get(i) + ").", exists ? null : Spelling.advice(tokens.get(i), Vocabulary.known()));
        } else if (precedes(tokens, i, ".") && i + 2 < tokens.size() && !Vocabulary.statics(named).contains(tokens.get(i + 2))) {
            source.add("SP-R042", places.get(i + 2), "The " + tokens.get(i) + " has no (" + tokens.get(i + 2) + ").",
                    Spelling.advice(tokens.get(i + 2), Vocabulary.statics(named)));
        }
    }

    private void member(List<String> tokens, List<Integer> places, int i, Class<?> type) {
        String word = tokens.get(i);
        if (precedes(tokens, i, "(") && words.hasFunction(word)) {
            return;
        }
        if (!Vocabulary.members(type).contains(word)) {
            boolean call = precedes(tokens, i, "(");
            source.add("SP-R043", places.get(i), call ? "There is no function (" + word + "), and " + type.getSimpleName() + " has no such method."
                    : type.getSimpleName() + " has no field (" + word + ").", Spelling.advice(word, Vocabulary.members(type)));
            return;
        }
        Class<?> value = Vocabulary.typeOf(type, word);
        int next = i + 1;
        while (value != null && next + 1 < tokens.size() && (tokens.get(next).equals(".") || tokens.get(next).equals("!."))
                && !precedes(tokens, next + 1, "(")) {
            String deeper = tokens.get(next + 1);
            if (!Vocabulary.members(value).contains(deeper)) {
                source.add("SP-R043", places.get(next + 1), value.getSimpleName() + " has no field (" + deeper + ").",
                        Spelling.advice(deeper, Vocabulary.members(value)));
                return;
            }
            value = Vocabulary.typeOf(value, deeper);
            next += 2;
        }
        if (value != null && next + 1 < tokens.size() && COMPARISONS.contains(tokens.get(next))) {
            comparison(word, value, tokens, places, next + 1);
        }
    }

    /** Checks that a literal on the right is of the kind on the left. */
    private void comparison(String word, Class<?> value, List<String> tokens, List<Integer> places, int right) {
        String literal = tokens.get(right);
        boolean fits = literal.equals("null") ? true
                : literal.startsWith("\"") ? value == String.class || value == Object.class || Temporal.class.isAssignableFrom(value)
                : Character.isDigit(literal.charAt(0)) ? value == Integer.class || value == int.class || value == Object.class
                : literal.equals("true") || literal.equals("false") ? value == Boolean.class || value == boolean.class
                : !Character.isUpperCase(literal.charAt(0)) || !value.isEnum() || words.type(literal) == null || words.type(literal) == value;
        if (!fits) {
            source.add("SP-R045", places.get(right), "The " + word + " (" + value.getSimpleName() + ") cannot be compared with (" + literal + ").", null);
        }
    }
}
