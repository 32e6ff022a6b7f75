package org.supportpolicy.author;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.author.Completion.Kind;
import org.supportpolicy.internal.check.PolicyChecker;
import org.supportpolicy.internal.own.OwnTypes;
import org.supportpolicy.internal.record.Constants;
import org.supportpolicy.internal.source.FactBook;
import org.supportpolicy.internal.source.Token;

/** The words that may stand next in the file in which a policy declares facts and findings. */
final class DeclarationCandidates {

    private static final List<Class<?>> PLAIN = List.of(Boolean.class, Integer.class, String.class, Instant.class, LocalDate.class,
            Duration.class, Period.class, List.class);

    private DeclarationCandidates() {}

    /** Those that may stand behind a token; null for the beginning of the file. */
    static List<Candidate> of(EditedCopy copy, @Nullable Token before) {
        List<Candidate> found = new ArrayList<>();
        if (before != null && before.is("@")) {
            PolicyChecker.marks().forEach(mark -> found.add(Candidate.keyword(mark)));
        } else if (before != null && (before.is(":") || before.is("<"))) {
            PLAIN.forEach(type -> found.add(Candidate.keyword(type.getSimpleName())));
            types(copy).forEach(name -> found.add(Candidate.of(name, Kind.CHOICE, Subject.type(name)).importing(
                    copy.words().own().type(name) == null ? name : "")));
            copy.draft().facts().declarations().stream().filter(each -> each.is("part"))
                    .forEach(part -> found.add(Candidate.of(part.name().text(), Kind.PART, Subject.type(part.name().text()))));
        } else {
            Stream.of("declare", "enum", "end", "import").forEach(word -> found.add(Candidate.keyword(word)));
        }
        return found;
    }

    /** Those that may stand in the text of an annotation. */
    static List<Candidate> inText(String annotation) {
        return switch (annotation) {
            case "adds" -> OwnTypes.open().stream().map(name -> Candidate.of(name, Kind.CHOICE, Subject.type(name))).toList();
            case "by" -> Stream.of("CUSTOMER", "DESK", "SYSTEM").map(Candidate::keyword).toList();
            case "absent" -> List.of(Candidate.keyword("none"));
            default -> List.of();
        };
    }

    private static Stream<String> types(EditedCopy copy) {
        return copy.words().types(false).stream().filter(name -> Constants.isKind(Objects.requireNonNull(copy.words().type(name))))
                .sorted();
    }

    /** Whether a file is that of declarations. */
    static boolean isTheirs(String file) {
        return file.equals(FactBook.FILE);
    }
}
