package org.supportpolicy.author;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.Clause;
import org.supportpolicy.OwnFacts;
import org.supportpolicy.PolicyDraft;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.internal.source.PolicyFiles;
import org.supportpolicy.verify.Scenario;
import org.supportpolicy.verify.ScenarioSuite;

/**
 * A directory in which an analyst edits a policy, as it stands at one moment: rule files, clause texts, readings and scenarios, and
 * everything that is wrong with them. Immutable and thread-safe.
 */
public final class WorkingCopy {

    /** Where scenarios stand, in the directory. */
    public static final String SCENARIOS = "scenarios";

    /** What a working copy says of itself, in the directory; it is edited with it. */
    public static final String PAGE = "README.md";

    private final PolicyDraft draft;
    private final ScenarioSuite suite;
    private final List<Problem> problems;

    private WorkingCopy(PolicyDraft draft, ScenarioSuite suite, List<Problem> problems) {
        this.draft = draft;
        this.suite = suite;
        this.problems = problems;
    }

    /**
     * Reads and checks what stands in a directory.
     *
     * @throws PolicyException if it cannot be read, or holds no rule file or too many; or if scenarios stand there and
     *     {@code jackson-core} or {@code snakeyaml-engine} is not there
     */
    public static WorkingCopy read(Path directory) {
        return read(directory, Map.of());
    }

    /** What {@link #init} writes, without a directory: the policy that comes with the library, and its scenarios. */
    public static WorkingCopy standard() {
        PolicyDraft draft = PolicyDraft.standard();
        Map<Path, String> files = new TreeMap<>();
        PolicyFiles.library(Locale.ENGLISH).forEach((name, text) -> {
            if (name.startsWith(SCENARIOS)) {
                files.put(Path.of(name), text);
            }
        });
        List<Problem> problems = new ArrayList<>(draft.problems());
        ScenarioSuite suite = scenarios(draft, ScenarioSuite.NONE, files, problems, files.keySet().toArray(Path[]::new));
        return new WorkingCopy(draft, suite, List.copyOf(problems));
    }

    /**
     * The same while files are being edited.
     *
     * @param unsaved by their paths in the directory, such as {@code closure.drl} or {@code scenarios/closure.yaml}, texts that count
     *     instead of what is written; a file need not be there yet
     */
    public static WorkingCopy read(Path directory, Map<String, String> unsaved) {
        return read(directory, unsaved, ScenarioSuite.NONE);
    }

    /**
     * The same after this one, which is quicker: of scenario files that stand as they did nothing is read anew.
     *
     * @param directory the one that this was read of
     * @param unsaved as {@link #read(Path, Map)} has it
     */
    public WorkingCopy again(Path directory, Map<String, String> unsaved) {
        return read(directory, unsaved, suite);
    }

    private static WorkingCopy read(Path directory, Map<String, String> unsaved, ScenarioSuite before) {
        PolicyDraft draft = PolicyDraft.read(directory, unsaved);
        List<Problem> problems = new ArrayList<>(draft.problems());
        Path place = directory.resolve(SCENARIOS);
        if (!Files.isDirectory(place)) {
            return new WorkingCopy(draft, ScenarioSuite.NONE, List.copyOf(problems));
        }
        Map<Path, String> edited = new HashMap<>();
        unsaved.forEach((file, text) -> edited.put(directory.resolve(file), text));
        return new WorkingCopy(draft, scenarios(draft, before, edited, problems, place), List.copyOf(problems));
    }

    private static ScenarioSuite scenarios(PolicyDraft draft, ScenarioSuite before, Map<Path, String> texts, List<Problem> problems,
            Path... places) {
        return before.again(draft.clauses().stream().map(Clause::id).toList(), draft.ownFacts(), texts, problems, places);
    }

    /** What is wrong, and what is likely to be: of rules, of texts, then of scenarios, each by file, line and column. */
    public List<Problem> problems() {
        return problems;
    }

    /** The policy as it is written, whatever is wrong with it. */
    public PolicyDraft draft() {
        return draft;
    }

    /** The policy; empty when something is wrong with its rules or texts. */
    public Optional<SupportPolicy> policy() {
        return draft.policy();
    }

    /** The clauses, as far as they can be read, in the order of the text. */
    public List<Clause> clauses() {
        return draft.clauses();
    }

    /** The facts and findings that it declares, as far as the declarations are sound. */
    public OwnFacts ownFacts() {
        return draft.ownFacts();
    }

    /** The scenarios with which nothing is wrong, in the order in which they stand. */
    public List<Scenario> scenarios() {
        return suite.scenarios();
    }

    /**
     * Copies the standard rules, clause texts and scenarios into a directory, which is made when it is not there.
     *
     * @return the files that were written, relative to the directory
     * @throws PolicyException if the directory holds anything already, or cannot be written
     */
    public static List<Path> init(Path directory) {
        return init(directory, Locale.ENGLISH);
    }

    /**
     * The same with the page about them in a language; rules, texts and scenarios are in both.
     *
     * @param locale Dutch for Dutch, any other for English
     * @throws PolicyException as {@link #init(Path)} has it
     */
    public static List<Path> init(Path directory, Locale locale) {
        Objects.requireNonNull(directory, "The directory must be given.");
        Objects.requireNonNull(locale, "The locale must be given.");
        try {
            if (Files.exists(directory, LinkOption.NOFOLLOW_LINKS) && !isEmpty(directory)) {
                throw refused(Problem.of("SP-W001", directory), directory, null);
            }
            Map<Path, String> files = new TreeMap<>();
            PolicyFiles.library(locale).forEach((name, text) -> files.put(Path.of(name), text));
            for (Map.Entry<Path, String> file : files.entrySet()) {
                Path target = directory.resolve(file.getKey());
                Files.createDirectories(target.getParent());
                Files.writeString(target, file.getValue());
            }
            return List.copyOf(files.keySet());
        } catch (IOException e) {
            throw refused(Problem.of("SP-W002", directory, why(e)), directory, e);
        }
    }

    private static boolean isEmpty(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.findAny().isEmpty();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Object why(IOException e) {
        if (e instanceof AccessDeniedException || e instanceof NoSuchFileException) {
            return Problem.of(e instanceof AccessDeniedException ? "why.denied" : "why.no-directory").said();
        }
        String reason = e instanceof FileSystemException failed ? failed.getReason() : e.getMessage();
        return reason == null ? e.getClass().getSimpleName() : reason;
    }

    private static PolicyException refused(Problem problem, Path directory, @Nullable Throwable cause) {
        return new PolicyException("The working copy", List.of(problem.in(directory.toString())), cause);
    }
}
