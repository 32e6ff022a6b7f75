package org.supportpolicy.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.Problem;
import org.supportpolicy.author.Glossary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists the words that rules can speak of. */
@Command(name = "facts", mixinStandardHelpOptions = true, versionProvider = Main.Version.class,
        exitCodeListHeading = Main.EXIT_STATUS, exitCodeList = {"0:everything is listed",
            "1:there is no such word, the rule files are not sound, or the output could not be written", Main.WRONG_USAGE},
        description = "Lists the facts, findings, parts, choices and functions that rules can speak of: the library's, and those that a "
                + "policy declares. Of one of them also the rules that read or conclude it.")
final class ShowFacts implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "A word such as ticket, Urgency or daysAfter, or a component such as "
            + "ticket.state; all words when left out.")
    private @Nullable String name;

    @Mixin
    private Main.LanguageOption language;

    @Mixin
    private Main.RulesOption rules;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Glossary glossary = Glossary.of(rules.policy(), language.locale());
        GlossarySheets sheets = new GlossarySheets(language.locale());
        if (name == null) {
            spec.commandLine().getOut().print(sheets.all(glossary.words()));
            return Main.OK;
        }
        int dot = name.indexOf('.');
        String word = dot < 0 ? name : name.substring(0, dot);
        List<Glossary.Word> found = glossary.words().stream().filter(each -> isNamed(each, word)).toList();
        List<Sheet> said = found.stream().map(each -> dot < 0 ? Optional.of(sheets.one(each))
                : component(each, name.substring(dot + 1)).map(component -> sheets.component(each, component)))
                .flatMap(Optional::stream).toList();
        if (said.isEmpty()) {
            spec.commandLine().getErr().print(none(name, glossary, found));
            return Main.BAD_INPUT;
        }
        said.forEach(sheet -> spec.commandLine().getOut().print((sheet == said.get(0) ? "" : "\n") + sheet));
        return Main.OK;
    }

    private static boolean isNamed(Glossary.Word word, String name) {
        return name.equalsIgnoreCase(word.name()) || name.equalsIgnoreCase(word.key());
    }

    private static Optional<Glossary.Component> component(Glossary.Word word, String name) {
        return word.components().stream().filter(component -> component.name().equalsIgnoreCase(name)).findFirst();
    }

    /** The components of a word that there is are nearer than anything else. */
    private Sheet none(String name, Glossary glossary, List<Glossary.Word> found) {
        List<String> known = (found.isEmpty() ? glossary.words() : found).stream()
                .flatMap(word -> Stream.concat(Stream.of(said(word)),
                        word.components().stream().map(component -> said(word) + "." + component.name())))
                .distinct().toList();
        List<String> few = Nearest.few(name, known);
        List<String> near = few.isEmpty() ? Nearest.one(name, known).stream().toList() : few;
        Problem none = Problem.of("glossary.none-such", name).maybe(near.isEmpty() ? null : String.join(", ", near));
        return new Sheet().paragraph(0, none.said().in(language.locale())).paragraph(0, none.maybe().in(language.locale()));
    }

    private static String said(Glossary.Word word) {
        return word.key().isEmpty() || word.key().equals("causes") ? word.name() : word.key();
    }
}
