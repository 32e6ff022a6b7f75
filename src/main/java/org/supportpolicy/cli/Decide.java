package org.supportpolicy.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.BiFunction;
import org.supportpolicy.Decision;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.FreeTexts;
import org.supportpolicy.json.DecisionWriter;
import org.supportpolicy.json.LogWriter;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Decides the fact sets of files, or of standard input. */
@Command(name = "decide", mixinStandardHelpOptions = true, versionProvider = Main.Version.class,
        exitCodeListHeading = Main.EXIT_STATUS, exitCodeList = {"0:every fact set was decided",
            "1:a fact set, a line or a file could not be decided, which is said; the others were. "
                + "Or the output could not be written to its end",
            Main.WRONG_USAGE},
        description = "Decides fact sets. A file holds one JSON object, or one on every line (JSON Lines). "
                + "Lines of a pipe are answered one by one when no other is waiting.")
final class Decide extends TicketCommand {

    /** In what form decisions are said. */
    static final class Form {

        @Option(names = "--json", description = "One JSON decision a line instead of text.")
        private boolean json;

        @Option(names = "--letter", description = "A few sentences to the customer instead of the whole explanation.")
        private boolean letter;
    }

    @ArgGroup
    private Form form = new Form();

    @Option(names = "--questions", description = "With --json: what is still to be known as questions, "
            + "each with what would come of which answer.")
    private boolean questions;

    @Option(names = "--show-texts", description = "Say what free texts such as the subject say, and not only that they were given. "
            + "They may hold personal data.")
    private boolean texts;

    @Option(names = "--with-facts", description = "With --json: each decision beside its fact set, as a log that audit reads.")
    private boolean withFacts;

    @Option(names = "--redact", description = "Mask free texts such as the subject before anything else; no decision changes by it.")
    private boolean redact;

    @Mixin
    private DecisionOptions options;

    @Option(names = "--valid-until", description = "With --json, add the first instant at which the decision is another although no fact "
            + "changes, within ten years.")
    private boolean validity;

    private final Output out;

    Decide(InputStream in, Output out, Interrupt interrupt) {
        super(in, interrupt);
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        if ((withFacts || questions || validity) && !form.json) {
            throw new RefusedArguments(spec().commandLine(), UsageWords.BESIDE.of(
                    withFacts ? "--with-facts" : questions ? "--questions" : "--valid-until", "--json"));
        }
        options.check(spec().commandLine(), form.json, withFacts);
        SupportPolicy policy = policy();
        Progress progress = Progress.onTerminal(!Progress.isTerminal(1),
                files().stream().filter(file -> !file.equals(LineFiles.STANDARD_INPUT)).map(Path::of).toList());
        LineFiles tickets = tickets(out::flush, progress::line);
        BiFunction<FactSet, Decision, byte[]> said = said();
        each(policy, tickets, given -> {
            FactSet facts = redact ? FreeTexts.masked(given) : given;
            return said.apply(facts, policy.decide(facts));
        }, out::line);
        progress.done();
        return status(tickets);
    }

    /** How a decision is said, in UTF-8. */
    private BiFunction<FactSet, Decision, byte[]> said() {
        if (!form.json) {
            return (facts, decision) -> text(decision).getBytes(StandardCharsets.UTF_8);
        }
        DecisionWriter plain = texts ? DecisionWriter.withTexts() : new DecisionWriter();
        DecisionWriter asked = questions ? plain.withQuestions(locale()) : plain;
        DecisionWriter writer = options.of(validity ? asked.withValidity() : asked).in(locale());
        LogWriter log = new LogWriter(writer);
        return withFacts ? log::writeUtf8 : (facts, decision) -> writer.writeUtf8(decision);
    }

    private String text(Decision decision) {
        return form.letter ? decision.letter(locale()) : texts ? decision.explainWithTexts(locale()) : decision.explain(locale());
    }
}
