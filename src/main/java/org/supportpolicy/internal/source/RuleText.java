package org.supportpolicy.internal.source;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A rule as it is written, with the places of its parts. Offsets count from the start of the file.
 *
 * @param name its name, which is its sentence in English, with where its quote stands
 * @param annotations what it says of itself
 * @param when its conditions, from the word {@code when} on
 * @param then what it concludes; null when that cannot be read
 * @param start where it begins
 * @param end where it ends
 * @param whole whether all of it could be read
 */
public record RuleText(Name name, List<Annotation> annotations, Condition.And when, @Nullable Expression then, int start, int end,
        boolean whole) {

    /** An id of a reading in the annotation that cites them, which separates them by commas. */
    public static final Pattern READING = Pattern.compile("[^,\\s]+");

    /** An annotation, such as {@code @clause("closure.permanent")}, with where its text begins, behind the quote. */
    public record Annotation(Name name, Name value) {}

    /** The first annotation of a name. */
    public Optional<Annotation> annotation(String name) {
        return annotations.stream().filter(annotation -> annotation.name().text().equals(name)).findFirst();
    }

    /** The text of an annotation; empty when there is none. */
    public String said(String name) {
        return annotation(name).map(annotation -> annotation.value().text()).orElse("");
    }

    /** The ids of the readings it cites, in their order, each once. */
    public List<String> readings() {
        return READING.matcher(said("reading")).results().map(MatchResult::group).distinct().toList();
    }
}
