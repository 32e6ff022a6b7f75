package org.supportpolicy.internal.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.Clause;
import org.supportpolicy.Problem;
import org.supportpolicy.internal.source.Draft;
import org.supportpolicy.internal.source.Name;
import org.supportpolicy.internal.source.RuleBook;
import org.supportpolicy.internal.source.RuleText;
import org.supportpolicy.internal.source.Source;
import org.supportpolicy.internal.words.Spelling;

/** Checks what rule files and rules say of themselves: imports, names, clauses, readings, sentences. Not thread-safe. */
final class HeaderCheck {

    /** What follows is the right word, or has been refused. */
    private static final String CONCLUDES = Vocabulary.CONCLUDE.substring(0, Vocabulary.CONCLUDE.lastIndexOf('.') + 1);
    private static final Set<String> ANNOTATIONS = Set.of("clause", "exception", "reading", "nl");

    private final Vocabulary vocabulary;
    private final Set<String> clauses;
    private final Set<String> sections;
    private final Set<String> readings;
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> sentences = new HashMap<>();
    private final Set<String> read = new java.util.HashSet<>();

    HeaderCheck(Draft draft, Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.clauses = draft.clauses().clauses().stream().map(Clause::id).collect(Collectors.toSet());
        this.sections = draft.clauses().clauses().stream().map(Clause::section).collect(Collectors.toSet());
        this.readings = draft.readings().places().keySet();
    }

    /** The readings that rules cite. */
    Set<String> read() {
        return read;
    }

    void check(RuleBook book) {
        if (book.section() != null && book.section().text().equals("facts") && book.rules().isEmpty() && !book.source().isSound()) {
            return; // declarations in a file of another name, which has been said of each
        }
        book.imports().stream().takeWhile(imported -> !book.source().isFull()).forEach(imported -> imported(imported, book.source()));
        boolean concludes = book.imports().stream().anyMatch(imported -> imported.path().text().startsWith(CONCLUDES));
        if (!concludes && !book.rules().isEmpty()) {
            book.source().add(book.imports().isEmpty() ? 0
                    : book.imports().get(0).path().start(), Problem.of("SP-R021.conclude", Vocabulary.CONCLUDE));
        }
        String section = section(book);
        book.rules().stream().takeWhile(rule -> !book.source().isFull()).forEach(rule -> rule(rule, book, section));
    }

    /** The section that the package names, or was meant to name; null when there is none such, so that no clause is of another. */
    private @Nullable String section(RuleBook book) {
        if (book.section() == null || sections.isEmpty()) {
            return null;
        }
        String named = book.section().text();
        if (sections.contains(named)) {
            return named;
        }
        String meant = Spelling.nearest(named, sections);
        book.source().add(book.section().start(), Problem.of("SP-R027.section", named).maybe(meant));
        return meant;
    }

    private void imported(RuleBook.Import imported, Source source) {
        String path = imported.path().text();
        Name simple = imported.simple();
        if (simple.text().equals("*")) {
            source.add(imported.path().start(), Problem.of("SP-R022", path));
        } else if (imported.isStatic()) {
            boolean known = path.equals(Vocabulary.CONCLUDE) || Vocabulary.functions(simple.text()).stream()
                    .anyMatch(function -> path.equals(function.code().getDeclaringClass().getName() + "." + simple.text()));
            if (!known) {
                source.add(simple.start(), Problem.of("SP-R021.function", path)
                        .maybe(Spelling.nearest(simple.text(), Vocabulary.functionNames())));
            }
        } else {
            Class<?> type = vocabulary.type(simple.text());
            if (type == null ? !vocabulary.isUnsound(simple.text()) : !type.getName().equals(path)) {
                String adds = vocabulary.addsTo(simple.text());
                source.add(simple.start(), adds != null ? Problem.of("SP-D021.adds", simple.text(), adds) : Problem.of("SP-R021", path)
                        .maybe(type != null ? type.getName() : Spelling.nearest(simple.text(), vocabulary.types(false))));
            }
        }
    }

    private void rule(RuleText rule, RuleBook book, @Nullable String section) {
        Source source = book.source();
        String name = rule.name().text();
        String former = names.putIfAbsent(name, source.place(rule.start()));
        if (former != null) {
            source.add(rule.name().start(), Problem.of("SP-R034", name, former));
        }
        Set<String> seen = new java.util.HashSet<>();
        for (RuleText.Annotation annotation : rule.annotations()) {
            String kind = annotation.name().text();
            if (!ANNOTATIONS.contains(kind)) {
                source.add(annotation.name().start(), Problem.of("SP-R033", kind).maybe(Spelling.nearest(kind, ANNOTATIONS)));
            } else if (!seen.add(kind)) {
                source.add(annotation.name().start(), Problem.of("SP-R033.twice", kind));
            }
        }
        clause(rule, book, section, mayBeMeant(rule, "clause"));
        rule.annotation("exception").ifPresent(exception -> named(exception.value(), source));
        rule.annotation("reading").ifPresent(reading -> readings(reading.value(), source));
        sentence(rule, source, mayBeMeant(rule, "nl"));
    }

    /** Whether an annotation may stand there that could not be read, or one that does not exist was meant to be it. */
    private static boolean mayBeMeant(RuleText rule, String meant) {
        boolean unread = !rule.whole() && rule.when().parts().isEmpty();
        return unread || rule.annotations().stream().map(annotation -> annotation.name().text())
                .anyMatch(name -> !ANNOTATIONS.contains(name) && meant.equals(Spelling.nearest(name, ANNOTATIONS)));
    }

    private void clause(RuleText rule, RuleBook book, @Nullable String section, boolean mayBeMeant) {
        RuleText.Annotation cited = rule.annotation("clause").orElse(null);
        if (cited == null && mayBeMeant) {
            return; // which has been said
        } else if (cited == null) {
            book.source().add(rule.name().start(), Problem.of("SP-R030", rule.name().text()));
        } else if (named(cited.value(), book.source()) && section != null && !cited.value().text().startsWith(section + ".")) {
            book.source().add(cited.value().start(), Problem.of("SP-R036", cited.value().text(), section));
        }
    }

    private boolean named(Name clause, Source source) {
        boolean known = clauses.contains(clause.text());
        if (!known && !isUnquoted(clause, source)) {
            source.add(clause.start(), Problem.of("SP-R032", clause.text()).maybe(Spelling.nearest(clause.text(), clauses)));
        }
        return known;
    }

    /** Whether a text lacks its quotes, which has been said. */
    private static boolean isUnquoted(Name text, Source source) {
        return text.text().isEmpty() && !source.text(text.start() - 1, text.start()).equals("\"");
    }

    private void readings(Name said, Source source) {
        Matcher id = RuleText.READING.matcher(said.text());
        boolean none = true;
        while (id.find()) {
            none = false;
            read.add(id.group());
            if (!readings.contains(id.group())) {
                source.add(said.start() + id.start(), Problem.of("SP-R037", id.group()).maybe(Spelling.nearest(id.group(), readings)));
            }
        }
        if (none && !isUnquoted(said, source)) {
            source.add(said.start(), Problem.of("SP-R037", ""));
        }
    }

    private void sentence(RuleText rule, Source source, boolean mayBeMeant) {
        RuleText.Annotation said = rule.annotation("nl").orElse(null);
        if (said == null && mayBeMeant) {
            return; // which has been said
        } else if (said == null) {
            source.add(rule.name().start(), Problem.of("SP-R039", rule.name().text()));
        } else if (isUnquoted(said.value(), source)) {
            return; // which has been said
        } else if (said.value().text().isBlank()) {
            source.add(said.value().start(), Problem.of("SP-R039.blank"));
        } else if (said.value().text().equals(rule.name().text())) {
            source.add(said.value().start(), Problem.of("SP-R039.english", said.value().text()));
        } else {
            String former = sentences.putIfAbsent(said.value().text(), source.place(rule.start()));
            if (former != null) {
                source.add(said.value().start(), Problem.of("SP-R039.twice", said.value().text(), former));
            }
        }
    }
}
