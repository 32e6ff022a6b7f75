package org.supportpolicy.author;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;

/**
 * What an editor asks of a working copy: what may be written at a place, what a word there means, where it comes from and where it is
 * used. Mistakes elsewhere in a file, or in the same rule, do not keep it from answering. Immutable and thread-safe.
 *
 * <p>Files are named by their paths in the working copy, such as {@code closure.drl} or {@code scenarios/closure.yaml}; lines and columns
 * count from 1, columns in UTF-16 characters. Of a file that is no part of the copy, and of a place where nothing stands, nothing is said.
 */
public final class Editing {

    private final WorkingCopy copy;

    private Editing(WorkingCopy copy) {
        this.copy = copy;
    }

    /**
     * Reads a working copy as it is being edited.
     *
     * @param directory the working copy
     * @param unsaved by their paths in it, texts that count instead of what is written, as {@link WorkingCopy#read(Path, Map)} has them
     * @throws PolicyException as {@link WorkingCopy#read(Path, Map)}
     */
    public static Editing of(Path directory, Map<String, String> unsaved) {
        return new Editing(WorkingCopy.read(directory, unsaved));
    }

    /** The working copy, with its problems. */
    public WorkingCopy copy() {
        return copy;
    }

    /** The words that may stand at a place and begin as what was typed there, the likeliest first. */
    public List<Completion> completions(String file, int line, int column, Locale locale) {
        given(file, locale);
        return List.of();
    }

    /** What the word at a place means. */
    public Optional<Meaning> meaning(String file, int line, int column, Locale locale) {
        given(file, locale);
        return Optional.empty();
    }

    /**
     * Where the word at a place comes from: of a finding the rules that conclude it, of a clause its headings in both texts, of what the
     * policy declares its declaration, of a variable where it is bound, of the title of a scenario the rules that decide it.
     */
    public List<Place> definitions(String file, int line, int column) {
        given(file, Locale.ENGLISH);
        return List.of();
    }

    /** Every place of the word at a place, where it comes from included, file by file. */
    public List<Place> references(String file, int line, int column) {
        given(file, Locale.ENGLISH);
        return List.of();
    }

    /**
     * The word at a place if it can be renamed: the id of a clause, a fact, finding, choice, component or constant that the policy
     * declares, or a variable.
     *
     * @throws PolicyException if it cannot, with the reason
     */
    public Place renamed(String file, int line, int column) {
        given(file, Locale.ENGLISH);
        throw new PolicyException("The name", List.of());
    }

    /**
     * What gives the word at a place another name wherever it stands: in rules, declarations, texts and scenarios.
     *
     * @param to the new name
     * @throws PolicyException if it cannot be renamed, or the new name is none or is taken, with the reason
     */
    public List<TextEdit> rename(String file, int line, int column, String to) {
        Objects.requireNonNull(to, "The to must be given.");
        renamed(file, line, column);
        return List.of();
    }

    /** The piece of a file that a problem is about; empty when it is in no file of the copy. */
    public Optional<Place> place(Problem problem) {
        Objects.requireNonNull(problem, "The problem must be given.");
        return Optional.empty();
    }

    /** What may put problems of this copy right, for those for which a word is known that was probably meant. */
    public List<Fix> fixes(List<Problem> problems) {
        Objects.requireNonNull(problems, "The problems must be given.");
        return List.of();
    }

    /** How the scenarios of a file turn out; none when it is no scenario file, or something is wrong with the policy. */
    public List<Hint> hints(String file, Locale locale) {
        given(file, locale);
        return List.of();
    }

    private static void given(String file, Locale locale) {
        Objects.requireNonNull(file, "The file must be given.");
        Objects.requireNonNull(locale, "The locale must be given.");
    }
}
