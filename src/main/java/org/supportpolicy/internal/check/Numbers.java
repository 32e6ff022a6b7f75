package org.supportpolicy.internal.check;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.supportpolicy.Problem;
import org.supportpolicy.internal.source.Condition;
import org.supportpolicy.internal.source.Expression;
import org.supportpolicy.internal.source.RuleBook;
import org.supportpolicy.internal.source.RuleText;

/** Warns of a rule that says one number and reckons with another. */
final class Numbers {

    private static final Pattern WORD = Pattern.compile("\\p{L}+|\\d{1,9}");
    private static final Map<String, Integer> ENGLISH = words(
            "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen");
    private static final Map<String, Integer> DUTCH = words(
            "één twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien");
    private static final List<Map<String, Integer>> MORE = List.of(
            Map.of("twenty", 20, "thirty", 30, "forty", 40, "fifty", 50, "sixty", 60, "ninety", 90, "hundred", 100),
            Map.of("twintig", 20, "dertig", 30, "veertig", 40, "vijftig", 50, "zestig", 60, "negentig", 90, "honderd", 100));

    private Numbers() {}

    private static Map<String, Integer> words(String inOrder) {
        Map<String, Integer> words = new java.util.HashMap<>();
        for (String word : inOrder.split(" ")) {
            words.put(word, words.size() + 1);
        }
        return Map.copyOf(words);
    }

    static void check(RuleBook book) {
        for (RuleText rule : book.rules()) {
            Set<Integer> reckoned = new TreeSet<>();
            Stream.concat(rule.when().patterns().flatMap(pattern -> pattern.constraints().stream()).map(Condition.Constraint::said),
                    Stream.ofNullable(rule.then()))
                    .flatMap(Expression::all).filter(Expression.Literal.class::isInstance)
                    .map(literal -> ((Expression.Literal) literal).value())
                    .filter(Integer.class::isInstance).forEach(number -> reckoned.add((Integer) number));
            Set<Integer> english = said(rule.name().text(), ENGLISH, MORE.get(0));
            if (part(english, reckoned)) {
                book.source().add(rule.name().start(), Problem.of("SP-R070", listed(english), listed(reckoned)));
            }
            rule.annotation("nl").ifPresent(sentence -> {
                Set<Integer> dutch = said(sentence.value().text(), DUTCH, MORE.get(1));
                if (part(dutch, reckoned)) {
                    book.source().add(sentence.value().start(), Problem.of("SP-R070", listed(dutch), listed(reckoned)));
                } else if (part(dutch, english)) {
                    book.source().add(sentence.value().start(), Problem.of("SP-R070.languages", listed(dutch), listed(english)));
                }
            });
        }
    }

    /** Whether each of two has a number that the other lacks. */
    private static boolean part(Set<Integer> one, Set<Integer> other) {
        return !one.containsAll(other) && !other.containsAll(one);
    }

    private static Set<Integer> said(String sentence, Map<String, Integer> words, Map<String, Integer> more) {
        Set<Integer> said = new TreeSet<>();
        Matcher word = WORD.matcher(sentence.toLowerCase(Locale.ROOT));
        while (word.find()) {
            Integer number = Character.isDigit(word.group().charAt(0)) ? Integer.valueOf(word.group())
                    : words.getOrDefault(word.group(), more.get(word.group()));
            if (number != null) {
                said.add(number);
            }
        }
        return said;
    }

    private static String listed(Set<Integer> numbers) {
        return String.join(", ", numbers.stream().map(String::valueOf).toList());
    }
}
