package org.supportpolicy.author;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;
import org.supportpolicy.author.Mention.Role;

/** Gives a name another name wherever it stands, or says why not. */
final class Renaming {

    private final Path directory;
    private final Map<String, String> unsaved;
    private final EditedCopy copy;
    private final WorkingCopy read;
    private final List<Mention> mentions;

    Renaming(Path directory, Map<String, String> unsaved, EditedCopy copy, WorkingCopy read, List<Mention> mentions) {
        this.directory = directory;
        this.unsaved = unsaved;
        this.copy = copy;
        this.read = read;
        this.mentions = mentions;
    }

    /**
     * What is to be changed.
     *
     * @throws PolicyException if the new name brings a mistake
     */
    List<TextEdit> edits(Subject subject, String to) {
        List<TextEdit> edits = mentions.stream().filter(mention -> mention.subject().equals(subject))
                .map(mention -> new TextEdit(mention.place(), mention.form().of(to))).distinct().toList();
        Map<String, String> edited = new HashMap<>(unsaved);
        edited.putAll(applied(edits));
        Map<String, Long> before = mistakes(read);
        WorkingCopy.read(directory, edited).problems().stream().filter(problem -> !problem.isWarning())
                .filter(problem -> before.merge(problem.code(), -1L, Long::sum) < 0).findFirst().ifPresent(mistake -> {
                    throw refused(Problem.of("SP-W020.mistake", to, mistake.said()));
                });
        return edits;
    }

    private static Map<String, Long> mistakes(WorkingCopy copy) {
        return copy.problems().stream().filter(problem -> !problem.isWarning())
                .collect(Collectors.groupingBy(Problem::code, Collectors.counting()));
    }

    /** The texts of the files that are changed. */
    private Map<String, String> applied(List<TextEdit> edits) {
        Map<String, StringBuilder> texts = new TreeMap<>();
        for (int i = edits.size() - 1; i >= 0; i--) { // in a file, from its end, so that the places before stay as they are
            Place place = edits.get(i).place();
            Lines lines = copy.lines(place.file()).orElseThrow();
            texts.computeIfAbsent(place.file(), file -> new StringBuilder(lines.text())).replace(
                    lines.offset(place.line(), place.column()), lines.offset(place.endLine(), place.endColumn()), edits.get(i).text());
        }
        return texts.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, text -> text.getValue().toString()));
    }

    /**
     * Refuses what cannot be renamed.
     *
     * @throws PolicyException with the reason
     */
    void refuse(Subject subject) {
        boolean isOwn = mentions.stream().anyMatch(mention -> mention.role() == Role.DEFINES && mention.subject().equals(subject));
        switch (subject.kind()) {
            case CLAUSE, VARIABLE -> { }
            case TYPE, COMPONENT, CONSTANT -> {
                if (!isOwn) {
                    throw refused(Problem.of("SP-W020.library", subject.name()));
                } else if (!copy.draft().facts().source().isSound()) {
                    throw refused(Problem.of("SP-W020.unsound", subject.name()));
                }
            }
            case FUNCTION -> throw refused(Problem.of("SP-W020.library", subject.name()));
            default -> throw none();
        }
    }

    /** That there is no name. */
    static PolicyException none() {
        return refused(Problem.of("SP-W020"));
    }

    private static PolicyException refused(Problem problem) {
        return new PolicyException("The name", List.of(problem));
    }
}
