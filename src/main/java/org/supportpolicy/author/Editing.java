package org.supportpolicy.author;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;
import org.supportpolicy.author.Mention.Role;
import org.supportpolicy.internal.record.Lazy;
import org.supportpolicy.json.Schemas;
import org.supportpolicy.verify.Scenario;

/**
 * What an editor asks of a working copy: what may be written at a place, what a word there means, where it comes from and where it is
 * used. Mistakes elsewhere in a file, or in the same rule, do not keep it from answering. Immutable and thread-safe; the copy is checked
 * when that is first needed, so an editing is to be made anew after each change.
 *
 * <p>Files are named by their paths in the working copy, such as {@code closure.drl} or {@code scenarios/closure.yaml}; lines and columns
 * count from 1, columns in UTF-16 characters. Of a file that is no part of the copy, and of a place where nothing stands, nothing is said.
 */
public final class Editing {

    private final Path directory;
    private final Map<String, String> unsaved;
    private final EditedCopy copy;
    private final @Nullable WorkingCopy before;
    private final Lazy<WorkingCopy> read;
    private final Lazy<List<Mention>> inRules;
    private final Lazy<List<Mention>> inTexts;
    private final Lazy<List<Mention>> inScenarios;

    private Editing(Path directory, Map<String, String> unsaved, @Nullable WorkingCopy before) {
        this.directory = directory;
        this.unsaved = Map.copyOf(unsaved);
        this.before = before;
        this.copy = EditedCopy.read(directory, unsaved);
        this.read = new Lazy<>(() -> before == null ? WorkingCopy.read(directory, this.unsaved) : before.again(directory, this.unsaved));
        this.inRules = new Lazy<>(() -> Stream.concat(RuleMentions.of(copy).stream(), DeclarationMentions.of(copy).stream()).toList());
        this.inTexts = new Lazy<>(() -> TextMentions.of(copy));
        this.inScenarios = new Lazy<>(() -> copy.scenarios().isEmpty() ? List.of()
                : ScenarioMentions.of(copy, factSet(Locale.ENGLISH), decision(Locale.ENGLISH)));
    }

    /**
     * Reads a working copy as it is being edited.
     *
     * @param directory the working copy
     * @param unsaved by their paths in it, texts that count instead of what is written, as {@link WorkingCopy#read(Path, Map)} has them
     * @throws PolicyException as {@link WorkingCopy#read(Path, Map)}
     */
    public static Editing of(Path directory, Map<String, String> unsaved) {
        return new Editing(Objects.requireNonNull(directory, "The directory must be given."),
                Objects.requireNonNull(unsaved, "The unsaved must be given."), null);
    }

    /** The same working copy after something was edited or written, which is quicker than {@link #of}. */
    public Editing again(Map<String, String> unsaved) {
        WorkingCopy last = read.made();
        return new Editing(directory, Objects.requireNonNull(unsaved, "The unsaved must be given."), last == null ? before : last);
    }

    private List<Mention> mentions(String file) {
        return (copy.rules().containsKey(file) ? inRules : copy.texts().containsKey(file) ? inTexts : inScenarios).get();
    }

    private List<Mention> mentions() {
        return Stream.of(inRules, inTexts, inScenarios).map(Lazy::get).flatMap(List::stream).toList();
    }

    private DocumentSchema factSet(Locale locale) {
        return DocumentSchema.of(Schemas.factSet(locale, read.get().ownFacts()));
    }

    private DocumentSchema decision(Locale locale) {
        return DocumentSchema.of(Schemas.decision(locale, read.get().ownFacts()));
    }

    /** The working copy, with its problems. */
    public WorkingCopy copy() {
        return read.get();
    }

    /** The words that may stand at a place and begin as what was typed there, the likeliest first. */
    public List<Completion> completions(String file, int line, int column, Locale locale) {
        given(file, locale);
        Lines lines = copy.lines(file).orElse(null);
        if (lines == null) {
            return List.of();
        }
        Completions completions = new Completions(copy, locale, file, lines, lines.offset(line, column));
        return copy.rules().containsKey(file) ? completions.inRules() : copy.texts().containsKey(file) ? completions.inText()
                : completions.inScenarios(factSet(locale), decision(locale));
    }

    /** What the word at a place means. */
    public Optional<Meaning> meaning(String file, int line, int column, Locale locale) {
        given(file, locale);
        return at(file, line, column).flatMap(mention -> {
            String said = meaning(mention, locale);
            return said.isEmpty() ? Optional.empty() : Optional.of(new Meaning(mention.place(), said));
        });
    }

    private String meaning(Mention mention, Locale locale) {
        Subject subject = mention.subject();
        Meanings meanings = new Meanings(copy, locale);
        return switch (subject.kind()) {
            case VARIABLE -> bound(subject).map(what -> "`" + subject.name() + "` = " + meanings.of(what)).orElse("");
            case SCENARIO -> turnedOut(subject, mention.place().file(), locale);
            case KEY -> ScenarioMentions.of(copy, factSet(locale), decision(locale)).stream() // what is said of it, in the language
                    .filter(each -> each.place().equals(mention.place())).findFirst().map(each -> meanings.of(each.subject())).orElse("");
            default -> meanings.of(subject);
        };
    }

    /** How a scenario turns out, of a table its first row that fails. */
    private String turnedOut(Subject scenario, String file, Locale locale) {
        Set<Integer> lines = scenarios(scenario).stream().map(Scenario::line).collect(Collectors.toSet());
        return hints(file, locale).stream().filter(hint -> lines.contains(hint.place().line()))
                .min(Comparator.comparing(Hint::holds)).map(hint -> hint.holds() ? hint.text() : "```text\n" + hint.detail() + "\n```")
                .orElse("");
    }

    /** What a variable is bound to: what is named right behind it. */
    private Optional<Subject> bound(Subject variable) {
        List<Mention> rules = inRules.get();
        return IntStream.range(1, rules.size()).filter(next -> rules.get(next - 1).subject().equals(variable)
                && rules.get(next - 1).role() == Role.DEFINES).mapToObj(next -> rules.get(next).subject()).findFirst();
    }

    private List<Scenario> scenarios(Subject scenario) {
        return read.get().scenarios().stream().filter(each -> file(each).equals(scenario.owner()))
                .filter(each -> each.title().equals(scenario.name()) || each.title().startsWith(scenario.name() + " [")).toList();
    }

    private String file(Scenario scenario) {
        return directory.relativize(scenario.file()).toString().replace('\\', '/');
    }

    /** What is named at a place; of a place between two words, the second. */
    private Optional<Mention> at(String file, int line, int column) {
        return mentions(file).stream().filter(mention -> mention.place().file().equals(file) && mention.place().holds(line, column))
                .reduce((first, second) -> second);
    }

    /**
     * Where the word at a place comes from: of a finding the rules that conclude it, of a clause its headings in both texts, of what the
     * policy declares its declaration, of a variable where it is bound, of the title of a scenario the rules that decide it.
     */
    public List<Place> definitions(String file, int line, int column) {
        given(file, Locale.ENGLISH);
        return at(file, line, column).map(mention -> definitions(mention.subject())).orElse(List.of());
    }

    private List<Place> definitions(Subject subject) {
        if (subject.kind() == Subject.Kind.SCENARIO) {
            Set<String> rules = read.get().policy().stream().flatMap(policy -> scenarios(subject).stream()
                    .flatMap(scenario -> policy.decide(scenario.facts()).reasons().stream())).map(reason -> reason.rule().name())
                    .collect(Collectors.toSet());
            return places(mention -> mention.role() == Role.DEFINES && mention.subject().kind() == Subject.Kind.RULE
                    && rules.contains(mention.subject().name()));
        }
        List<Place> found = places(mention -> mention.role() != Role.USES && mention.subject().equals(subject));
        boolean isPart = subject.kind() == Subject.Kind.COMPONENT || subject.kind() == Subject.Kind.CONSTANT;
        return found.isEmpty() && isPart ? definitions(Subject.type(subject.owner())) : found;
    }

    private List<Place> places(Predicate<Mention> which) {
        return mentions().stream().filter(which).map(Mention::place).distinct()
                .sorted(Comparator.comparing(Place::file).thenComparing(Place::line).thenComparing(Place::column)).toList();
    }

    /** Every place of the word at a place, where it comes from included, file by file. */
    public List<Place> references(String file, int line, int column) {
        given(file, Locale.ENGLISH);
        return at(file, line, column).map(at -> places(mention -> mention.subject().equals(at.subject()))).orElse(List.of());
    }

    /**
     * The word at a place if it can be renamed: the id of a clause, a variable, or a fact, finding, choice, part, component or constant
     * that the policy declares.
     *
     * @throws PolicyException if it cannot, with the reason
     */
    public Place renamed(String file, int line, int column) {
        given(file, Locale.ENGLISH);
        Mention mention = at(file, line, column).orElseThrow(Renaming::none);
        renaming().refuse(mention.subject());
        return mention.place();
    }

    private Renaming renaming() {
        return new Renaming(directory, unsaved, copy, read.get(), mentions());
    }

    /**
     * What gives the word at a place another name wherever it stands: in rules, declarations, texts and scenarios.
     *
     * @param to the new name
     * @throws PolicyException if it cannot be renamed, or the new name would bring a mistake, with the reason
     */
    public List<TextEdit> rename(String file, int line, int column, String to) {
        Objects.requireNonNull(to, "The to must be given.");
        renamed(file, line, column);
        return renaming().edits(at(file, line, column).orElseThrow().subject(), to);
    }

    /** The piece of a file that a problem is about: the word that stands there; empty when it is in no file of the copy. */
    public Optional<Place> place(Problem problem) {
        Objects.requireNonNull(problem, "The problem must be given.");
        return located(problem).map(Fixes.Located::place);
    }

    private Optional<Fixes.Located> located(Problem problem) {
        return Fixes.locate(directory, copy, problem);
    }

    /** What may put problems of this copy right, for those for which a word is known that was probably meant. */
    public List<Fix> fixes(List<Problem> problems) {
        List<Fix> fixes = new ArrayList<>();
        for (Problem problem : Objects.requireNonNull(problems, "The problems must be given.")) {
            located(Objects.requireNonNull(problem, "The problem must be given.")).flatMap(at -> Fixes.of(copy, problem, at))
                    .ifPresent(fixes::add);
        }
        return List.copyOf(fixes);
    }

    /** How the scenarios of a file turn out; none when it is no scenario file, or something is wrong with the policy. */
    public List<Hint> hints(String file, Locale locale) {
        given(file, locale);
        @Nullable Lines lines = copy.scenarios().get(file);
        return lines == null || read.get().policy().isEmpty() ? List.of() : ScenarioResults.of(read.get(), lines,
                read.get().scenarios().stream().filter(scenario -> file(scenario).equals(file)).toList(), locale);
    }

    private static void given(String file, Locale locale) {
        Objects.requireNonNull(file, "The file must be given.");
        Objects.requireNonNull(locale, "The locale must be given.");
    }
}
