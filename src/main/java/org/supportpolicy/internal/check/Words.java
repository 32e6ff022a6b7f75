package org.supportpolicy.internal.check;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.supportpolicy.Clause;
import org.supportpolicy.internal.source.Draft;
import org.supportpolicy.internal.source.RuleBook;

/**
 * The words that a rule file may use beside the {@link Vocabulary}.
 *
 * @param imported the last names of what the file imports
 * @param clauses the ids of the clauses
 * @param readings the ids of the readings
 */
record Words(Set<String> imported, Set<String> clauses, Set<String> readings) {

    static Words of(RuleBook book, Draft draft) {
        return new Words(book.imports().stream().map(imported -> imported.simple().text()).collect(Collectors.toSet()),
                draft.clauses().clauses().stream().map(Clause::id).collect(Collectors.toSet()), draft.readings().places().keySet());
    }

    /** The functions of a name, when the file imports it. */
    List<Member> functions(String name) {
        return imported.contains(name) ? Vocabulary.functions(name) : List.of();
    }
}
