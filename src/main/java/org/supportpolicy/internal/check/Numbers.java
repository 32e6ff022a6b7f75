package org.supportpolicy.internal.check;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.supportpolicy.Clause;
import org.supportpolicy.Problem;
import org.supportpolicy.internal.source.Condition;
import org.supportpolicy.internal.source.Draft;
import org.supportpolicy.internal.source.Expression;
import org.supportpolicy.internal.source.RuleBook;
import org.supportpolicy.internal.source.RuleText;
import org.supportpolicy.internal.source.Source;

/** Warns of a sentence, or the text of a clause, that says one number while the rules reckon with another. */
final class Numbers {

    private static final Pattern WORD = Pattern.compile("\\p{L}+|\\d{1,9}");
    /** What is said of something among others, and is no number. */
    private static final Pattern AMONG = Pattern.compile("\\b(one of|één van)\\b", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Map<String, Integer> ENGLISH = words(
            "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen");
    private static final Map<String, Integer> DUTCH = words(
            "één twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien");
    private static final List<Map<String, Integer>> MORE = List.of(
            Map.of("twenty", 20, "thirty", 30, "forty", 40, "fifty", 50, "sixty", 60, "ninety", 90, "hundred", 100),
            Map.of("twintig", 20, "dertig", 30, "veertig", 40, "vijftig", 50, "zestig", 60, "negentig", 90, "honderd", 100));

    private Numbers() {}

    private static Map<String, Integer> words(String inOrder) {
        Map<String, Integer> words = new HashMap<>();
        for (String word : inOrder.split(" ")) {
            words.put(word, words.size() + 1);
        }
        return Map.copyOf(words);
    }

    /** Warns of the sentences of each rule that could be read. */
    static void check(RuleBook book) {
        for (RuleText rule : book.rules().stream().filter(RuleText::whole).toList()) {
            Set<Integer> reckoned = reckoned(rule);
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

    /**
     * Warns of texts of clauses, and of sentences of rules without a number of their own, that part from the other rules of the clause; not
     * of a clause one of whose rules could not be read, for a number may stand in it.
     */
    static void check(Draft draft) {
        Map<String, Set<Integer>> byClause = new HashMap<>();
        each(draft, (book, rule) -> byClause.computeIfAbsent(rule.said("clause"), clause -> new TreeSet<>()).addAll(reckoned(rule)));
        each(draft, (book, rule) -> {
            if (!rule.whole()) {
                byClause.put(rule.said("clause"), Set.of());
            }
        });
        each(draft, (book, rule) -> {
            if (reckoned(rule).isEmpty()) {
                Set<Integer> reckoned = byClause.get(rule.said("clause"));
                warn(said(rule.name().text(), ENGLISH, MORE.get(0)), reckoned, "SP-R070.clause", book.source(), rule.name().start());
                rule.annotation("nl").ifPresent(sentence -> warn(said(sentence.value().text(), DUTCH, MORE.get(1)), reckoned,
                        "SP-R070.clause", book.source(), sentence.value().start()));
            }
        });
        for (Clause clause : draft.clauses().clauses()) {
            Set<Integer> reckoned = byClause.getOrDefault(clause.id(), Set.of());
            Source english = draft.texts().get(0);
            Source dutch = draft.texts().get(1);
            warn(said(clause.english(), ENGLISH, MORE.get(0)), reckoned, "SP-R070.text", english,
                    draft.clauses().places().get(clause.id()));
            warn(said(clause.dutch(), DUTCH, MORE.get(1)), reckoned, "SP-R070.text", dutch,
                    dutch.file().text().indexOf("### " + clause.id() + " ") + 4);
        }
    }

    private static void each(Draft draft, BiConsumer<RuleBook, RuleText> use) {
        draft.books().forEach(book -> book.rules().forEach(rule -> use.accept(book, rule)));
    }

    private static void warn(Set<Integer> said, Set<Integer> reckoned, String problem, Source source, int place) {
        if (part(said, reckoned)) {
            source.add(place, Problem.of(problem, listed(said), listed(reckoned)));
        }
    }

    private static Set<Integer> reckoned(RuleText rule) {
        return Stream.concat(rule.when().patterns().flatMap(pattern -> pattern.constraints().stream()).map(Condition.Constraint::said),
                Stream.ofNullable(rule.then()))
                .flatMap(Expression::all).filter(Expression.Literal.class::isInstance)
                .map(literal -> ((Expression.Literal) literal).value())
                .filter(Integer.class::isInstance).map(Integer.class::cast).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether each of two has a number that the other lacks. */
    private static boolean part(Set<Integer> one, Set<Integer> other) {
        return !one.containsAll(other) && !other.containsAll(one);
    }

    private static Set<Integer> said(String sentence, Map<String, Integer> words, Map<String, Integer> more) {
        Set<Integer> said = new TreeSet<>();
        Matcher word = WORD.matcher(AMONG.matcher(sentence.toLowerCase(Locale.ROOT)).replaceAll(""));
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
