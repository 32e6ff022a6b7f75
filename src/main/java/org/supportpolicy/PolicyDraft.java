package org.supportpolicy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.supportpolicy.internal.check.CheckedRule;
import org.supportpolicy.internal.check.PolicyChecker;
import org.supportpolicy.internal.record.Lazy;
import org.supportpolicy.internal.source.Draft;
import org.supportpolicy.internal.source.PolicyFiles;

/**
 * A policy as it is written in a directory at one moment, with everything that is wrong with it; a policy only when nothing is.
 * Immutable and thread-safe.
 */
public final class PolicyDraft {

    private final PolicyFiles files;
    private final Draft draft;
    private final List<CheckedRule> checked;
    private final List<Problem> problems;
    private final OwnFacts own;
    private final Lazy<Optional<SupportPolicy>> policy = new Lazy<>(this::made);

    private PolicyDraft(PolicyFiles files, Draft draft, List<CheckedRule> checked, List<Problem> problems) {
        this.files = files;
        this.draft = draft;
        this.checked = checked;
        this.problems = problems;
        this.own = OwnFacts.of(PolicyChecker.declared(draft));
    }

    /**
     * Reads and checks the files of a directory.
     *
     * @param directory as {@link SupportPolicy#load} has it
     * @throws PolicyException if the directory cannot be read, or holds no rule file or too many
     */
    public static PolicyDraft read(Path directory) {
        return read(directory, Map.of());
    }

    /**
     * The same while files are being edited.
     *
     * @param unsaved by the names of their files, such as {@code closure.drl}, texts that count instead of what is written; a file need
     *     not be there yet
     */
    public static PolicyDraft read(Path directory, Map<String, String> unsaved) {
        Objects.requireNonNull(directory, "The directory must be given.");
        Objects.requireNonNull(unsaved, "The unsaved must be given.");
        return read(directory, unsaved, true);
    }

    /**
     * The same.
     *
     * @param whole whether each clause must have its rules
     */
    static PolicyDraft read(Path directory, Map<String, String> unsaved, boolean whole) {
        List<Problem> unread = new ArrayList<>();
        PolicyFiles files = PolicyFiles.in(directory, unsaved, unread);
        Draft draft = Draft.read(files);
        List<CheckedRule> checked = PolicyChecker.check(draft, whole && unread.isEmpty());
        return new PolicyDraft(files, draft, checked, List.copyOf(draft.problems(unread)));
    }

    /** The policy that comes with the library. */
    public static PolicyDraft standard() {
        PolicyFiles files = PolicyFiles.standard();
        Draft draft = Draft.read(files);
        return new PolicyDraft(files, draft, PolicyChecker.understood(draft), draft.problems());
    }

    /** What is wrong, and what is likely to be, by file, line and column. */
    public List<Problem> problems() {
        return problems;
    }

    /** Whether nothing keeps it from being a policy; there may be warnings. */
    public boolean isSound() {
        return problems.stream().allMatch(Problem::isWarning);
    }

    /** The policy; empty when something is wrong. */
    public Optional<SupportPolicy> policy() {
        return policy.get();
    }

    private Optional<SupportPolicy> made() {
        return isSound() ? Optional.of(new SupportPolicy(files, draft, checked, own)) : Optional.empty();
    }

    /** The facts and findings that it declares, as far as the declarations are sound. */
    public OwnFacts ownFacts() {
        return own;
    }

    /** Its clauses, as far as they can be read, in the order of the text. */
    public List<Clause> clauses() {
        return draft.clauses().clauses();
    }

    /** The edition that its texts name; empty when they name none. */
    public String edition() {
        return draft.clauses().edition();
    }

    /** The first day on which that edition is in force; empty when it is in force from the beginning, or none is named. */
    public Optional<LocalDate> inForceFrom() {
        return Optional.ofNullable(draft.clauses().inForceFrom());
    }

    /** The fingerprint of its files, as a receipt has it. */
    public String fingerprint() {
        return files.fingerprint();
    }

    /** Its sections, in the order of the text. */
    public List<PolicySection> sections() {
        return draft.clauses().sections();
    }

    /** Its readings, as far as they can be read, in the order of the text. */
    public List<Reading> readings() {
        return draft.readings().readings();
    }

    /** Its rules, as far as they can be told apart, file by file; one of them may cite a clause that there is not. */
    public List<Rule> rules() {
        return WrittenRules.of(draft);
    }

    /** The id of the clause in whose texts, or in one of whose rules, a problem stands; empty when it stands elsewhere. */
    public Optional<String> clauseOf(Problem problem) {
        String file = Objects.requireNonNull(problem, "The problem must be given.").source();
        return file == null ? Optional.empty() : draft.clauseAt(file, problem.line());
    }
}
