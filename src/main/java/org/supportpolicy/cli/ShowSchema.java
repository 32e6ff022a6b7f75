package org.supportpolicy.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.OwnFacts;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.json.Schemas;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the JSON Schema of a document. */
@Command(name = "schema", mixinStandardHelpOptions = true, versionProvider = Main.Version.class,
        exitCodeListHeading = Main.EXIT_STATUS, exitCodeList = {"0:the schema was printed",
            "1:the rule files are not sound, or the output could not be written", Main.WRONG_USAGE},
        description = "Prints the JSON Schema (2020-12) of a fact set or of a decision: the library's, or that of a policy with "
                + "what it declares.")
final class ShowSchema implements Callable<Integer> {

    private static final String FACT_SET = "fact-set";
    private static final List<String> DOCUMENTS = List.of(FACT_SET, "decision");
    private static final String NAME = "fact-set|decision|DIR";

    @Parameters(index = "0", arity = "0..1", paramLabel = NAME,
            description = "The document; a fact set when left out. Or the directory of a policy, whose fact sets are meant.")
    private String document = FACT_SET;

    @Parameters(index = "1", arity = "0..1", paramLabel = "DIR",
            description = "The directory of the policy; the library's own when left out.")
    private @Nullable Path directory;

    @Mixin
    private LanguageOption language;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        String named = document.toLowerCase(Locale.ROOT);
        boolean isDocument = DOCUMENTS.contains(named);
        if (!isDocument && (directory != null || !Files.isDirectory(Path.of(document)))) {
            String given = Screen.onOneLine(document);
            throw new RefusedArguments(spec.commandLine(), directory == null ? UsageWords.KIND.of(NAME, given, UsageWords.SCHEMA.of())
                    : UsageWords.ONE_OF.of(NAME, given, String.join(", ", DOCUMENTS)));
        }
        Path policy = isDocument ? directory : Path.of(document);
        OwnFacts own = policy == null ? OwnFacts.NONE : SupportPolicy.load(policy).ownFacts();
        spec.commandLine().getOut().print(named.equals("decision") ? Schemas.decision(language.locale(), own)
                : Schemas.factSet(language.locale(), own));
        return Main.OK;
    }
}
