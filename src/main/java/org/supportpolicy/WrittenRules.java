package org.supportpolicy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.supportpolicy.internal.source.Draft;
import org.supportpolicy.internal.source.RuleBook;
import org.supportpolicy.internal.source.RuleText;

/** Tells hosts of rules as they are written, in the order in which it is given them. */
final class WrittenRules {

    private final Map<String, Reading> readings;
    private final Map<String, Integer> numbers = new HashMap<>();

    WrittenRules(List<Reading> readings) {
        this.readings = readings.stream().collect(Collectors.toMap(Reading::id, Function.identity()));
    }

    /** All that could be read, file by file. */
    static List<Rule> of(Draft draft) {
        WrittenRules written = new WrittenRules(draft.readings().readings());
        return draft.books().stream().flatMap(book -> book.rules().stream().map(text -> written.rule(book, text))).toList();
    }

    /** A rule; a reading that there is not is left out. */
    Rule rule(RuleBook book, RuleText text) {
        String clause = text.said("clause");
        List<Reading> cited = text.readings().stream().sorted().map(readings::get).filter(Objects::nonNull).toList();
        return new Rule(clause + "/" + numbers.merge(clause, 1, Integer::sum), text.name().text(), text.said("nl"), clause, cited,
                book.source().file().name(), book.line(text), book.text(text));
    }
}
