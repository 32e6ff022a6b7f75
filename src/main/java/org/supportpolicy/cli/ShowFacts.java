package org.supportpolicy.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.Problem;
import org.supportpolicy.author.Glossary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists the words that rules can speak of. */
@Command(name = "facts", mixinStandardHelpOptions = true, versionProvider = Main.Version.class,
        exitCodeListHeading = Main.EXIT_STATUS, exitCodeList = {"0:everything is listed",
            "1:there is no such word, the rule files are not sound, or the output could not be written", Main.WRONG_USAGE},
        description = "Lists the facts, findings, parts, choices and functions that rules can speak of: the library's, and those that a "
                + "policy declares. Of one of them also the rules that read or conclude it.")
final class ShowFacts implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "A word such as ticket, Urgency or daysAfter, a component such as "
            + "ticket.state, or a constant such as TicketState.CLOSED; all words when left out.")
    private @Nullable String name;

    @Option(names = "--json", description = "One JSON object instead of text, with the words in both languages and all rules that read "
            + "or conclude them.")
    private boolean json;

    @Mixin
    private LanguageOption language;

    @Mixin
    private Main.RulesOption rules;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<Glossary.Word> all = Glossary.of(rules.policy()).words();
        GlossarySheets sheets = new GlossarySheets(language.locale());
        if (name == null) {
            print(json ? GlossaryJson.of(all) : sheets.all(all).toString());
            return Main.OK;
        }
        int dot = name.indexOf('.');
        String word = dot < 0 ? name : name.substring(0, dot);
        List<Glossary.Word> named = all.stream().filter(each -> isNamed(each, word)).toList();
        List<Glossary.Word> found = dot < 0 ? named
                : named.stream().map(each -> part(each, name.substring(dot + 1))).flatMap(Optional::stream).toList();
        if (found.isEmpty()) {
            spec.commandLine().getErr().print(none(name, named.isEmpty() ? all : named));
            return Main.BAD_INPUT;
        }
        print(json ? GlossaryJson.of(found) : found.stream().map(dot < 0 ? sheets::one : sheets::part).map(Sheet::toString)
                .collect(Collectors.joining("\n")));
        return Main.OK;
    }

    private void print(String text) {
        spec.commandLine().getOut().print(text);
    }

    private static boolean isNamed(Glossary.Word word, String name) {
        return name.equalsIgnoreCase(word.name()) || name.equalsIgnoreCase(word.key());
    }

    /** The word with one of its components or constants alone. */
    private static Optional<Glossary.Word> part(Glossary.Word word, String name) {
        return Optional.of(word.only(name)).filter(only -> !only.components().isEmpty() || !only.constants().isEmpty());
    }

    /** The parts of a word that there is are nearer than anything else. */
    private Sheet none(String name, List<Glossary.Word> words) {
        List<String> known = words.stream().flatMap(word -> Stream.concat(Stream.of(said(word)), parts(word)
                .map(part -> said(word) + "." + part))).distinct().toList();
        List<String> few = Nearest.few(name, known);
        List<String> near = few.isEmpty() ? Nearest.one(name, known).stream().toList() : few;
        Problem none = Problem.of("glossary.none-such", name).maybe(near.isEmpty() ? null : String.join(", ", near));
        return new Sheet().paragraph(0, none.said().in(language.locale())).paragraph(0, none.maybe().in(language.locale()));
    }

    private static Stream<String> parts(Glossary.Word word) {
        return Stream.concat(word.components().stream().map(Glossary.Component::name),
                word.constants().stream().map(Glossary.Constant::name));
    }

    private static String said(Glossary.Word word) {
        return word.key().isEmpty() || word.key().equals("causes") ? word.name() : word.key();
    }
}
