package org.supportpolicy.internal.check;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.supportpolicy.Clause;
import org.supportpolicy.internal.source.Draft;
import org.supportpolicy.internal.source.RuleBook;
import org.supportpolicy.internal.words.Spelling;

/**
 * The words that a rule file may use beside the {@link Vocabulary}.
 *
 * @param vocabulary what rules can speak of
 * @param imported the last names of what the file imports
 * @param clauses the ids of the clauses
 * @param readings the ids of the readings
 */
record Lexicon(Vocabulary vocabulary, Set<String> imported, Set<String> clauses, Set<String> readings) {

    static Lexicon of(RuleBook book, Draft draft, Vocabulary vocabulary) {
        return new Lexicon(vocabulary, book.imports().stream().map(imported -> imported.simple().text()).distinct()
                .flatMap(name -> meant(name, vocabulary))
                .collect(Collectors.toSet()),
                draft.clauses().clauses().stream().map(Clause::id).collect(Collectors.toSet()), draft.readings().places().keySet());
    }

    /** A name, and what it was meant to be when there is no such thing; that it is misspelt has been said. */
    private static Stream<String> meant(String name, Vocabulary vocabulary) {
        return vocabulary.type(name) != null ? Stream.of(name)
                : Stream.concat(Stream.of(name), Stream.of(vocabulary.types(false), Vocabulary.functionNames())
                .map(names -> Spelling.nearest(name, names)).filter(Objects::nonNull));
    }

    /** Whether the file imports a name, be it with all others, which has been refused. */
    boolean imports(String name) {
        return imported.contains(name) || imported.contains("*");
    }

    /** The functions of a name, when the file imports it. */
    List<Member> functions(String name) {
        return imports(name) ? Vocabulary.functions(name) : List.of();
    }
}
