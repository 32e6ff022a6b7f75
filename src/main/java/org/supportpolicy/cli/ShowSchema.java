package org.supportpolicy.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.supportpolicy.json.Schemas;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the JSON Schema of a document. */
@Command(name = "schema", mixinStandardHelpOptions = true, versionProvider = Main.Version.class,
        exitCodeListHeading = Main.EXIT_STATUS, exitCodeList = {"0:the schema was printed", "1:the output could not be written",
            Main.WRONG_USAGE},
        description = "Prints the JSON Schema (2020-12) of a fact set or of a decision.")
final class ShowSchema implements Callable<Integer> {

    /** What there is a schema of. */
    enum Document {
        FACT_SET, DECISION;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @Parameters(arity = "0..1", paramLabel = "fact-set|decision", description = "The document; a fact set when left out.")
    private Document document = Document.FACT_SET;

    @Mixin
    private Main.LanguageOption language;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().getOut().print(
                document == Document.FACT_SET ? Schemas.factSet(language.locale()) : Schemas.decision(language.locale()));
        return Main.OK;
    }
}
