package org.supportpolicy.internal.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.Problem;

/**
 * A policy as it is written: all that could be read of its files.
 *
 * @param facts the file in which it declares what it adds to the library's vocabulary; null when there is none
 * @param books its rule files
 * @param clauses its clauses
 * @param readings its readings
 * @param texts the files of clauses and readings: English, Dutch, English readings, Dutch readings
 */
public record Draft(@Nullable FactBook facts, List<RuleBook> books, ClauseBook clauses, ReadingBook readings, List<Source> texts) {

    /** Reads files; what is wrong with them is added to their problems. */
    public static Draft read(PolicyFiles files) {
        List<Source> texts = files.texts().stream().map(Source::new).toList();
        ReadingBook readings = ReadingBook.read(texts.get(2), texts.get(3));
        return new Draft(files.rules().stream().filter(RuleFile::declares).findFirst().map(file -> DeclarationReader.read(new Source(file)))
                .orElse(null),
                files.rules().stream().filter(file -> !file.declares()).map(file -> RuleReader.read(new Source(file))).toList(),
                ClauseBook.read(texts.get(0), texts.get(1), readings.places().keySet()), readings, texts);
    }

    /**
     * What is wrong with its files: rule files by their names, then the texts, each by line and column.
     *
     * @param unread what is wrong with files that could not be read at all
     */
    public List<Problem> problems(List<Problem> unread) {
        List<Problem> problems = new ArrayList<>(unread);
        Stream.of(Stream.ofNullable(facts).map(FactBook::source), books.stream().map(RuleBook::source), texts.stream())
                .flatMap(sources -> sources).forEach(source -> problems.addAll(source.problems()));
        problems.sort(Comparator.comparing((Problem problem) -> !String.valueOf(problem.source()).endsWith(".drl"))
                .thenComparing(problem -> RuleFile.fileName(String.valueOf(problem.source()))));
        return problems;
    }

    /** The same where every file could be read. */
    public List<Problem> problems() {
        return problems(List.of());
    }

    /** The id of the clause whose text, or one of whose rules, stands on a line of a file; empty when none does. */
    public Optional<String> clauseAt(String file, int line) {
        Stream<String> ruled = books.stream().filter(book -> book.source().file().name().equals(file))
                .flatMap(book -> book.rules().stream().filter(rule -> book.spans(rule, line))).map(rule -> rule.said("clause"));
        Stream<String> told = texts.stream().limit(2).filter(text -> text.file().name().equals(file))
                .flatMap(text -> ClauseBook.clauseAt(text, line).stream());
        return Stream.concat(ruled, told).filter(id -> !id.isEmpty()).findFirst();
    }
}
