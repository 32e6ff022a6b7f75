package org.supportpolicy.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.PolicyException;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.author.Audit;
import org.supportpolicy.json.LogReader;
import org.supportpolicy.json.LoggedDecision;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Decides again what was logged. */
@Command(name = "audit", mixinStandardHelpOptions = true, versionProvider = Main.Version.class,
        exitCodeListHeading = Main.EXIT_STATUS, exitCodeList = {"0:every decision comes out as it was logged",
            "1:a decision comes out otherwise, or a line or a file could not be read or decided, which is said; the others were. "
                + "Or the output could not be written to its end",
            Main.WRONG_USAGE},
        description = "Decides again what decide --json --with-facts logged. Says of each decision whether the same comes out and, where "
                + "it does not, in what and which part has moved since: the rules, the library, or the time-zone data.")
final class AuditLog implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Logs, JSON Lines; - for standard input.")
    private List<String> files;

    @Option(names = "--json", description = "One JSON object for each decision instead of text on those that come out otherwise.")
    private boolean json;

    @Mixin
    private LanguageOption language;

    @Mixin
    private Main.RulesOption rules;

    @Spec
    private CommandSpec spec;

    private final InputStream in;
    private final Interrupt interrupt;
    private AuditWords words;
    private PrintWriter out;
    private int decisions;
    private int same;
    private int otherZoneRules;
    private final Map<Audit.Part, Integer> moved = new EnumMap<>(Audit.Part.class);

    AuditLog(InputStream in, Interrupt interrupt) {
        this.in = in;
        this.interrupt = interrupt;
    }

    @Override
    public Integer call() throws IOException {
        words = new AuditWords(language.locale());
        out = spec.commandLine().getOut();
        LineFiles logs = new LineFiles(in, spec.commandLine().getErr(), out::flush, language.locale(), interrupt::asked, length -> {});
        SupportPolicy policy = rules.policy();
        logs.each(files, new LogReading(new LogReader().knowing(policy.ownFacts()), Audit.by(policy), language.locale()), this::say);
        if (!json && (decisions > 0 || logs.status() == Main.OK)) {
            out.println(words.sum(decisions, same));
            if (!moved.isEmpty()) {
                out.println(words.moved(moved, otherZoneRules));
            }
        }
        int status = interrupt.status(logs, language.locale());
        return same == decisions ? status : Main.BAD_INPUT;
    }

    /** What comes out of a line of a log. */
    private record Audited(String source, int line, Audit.Result result) {}

    /** Reads logged decisions, a line each, and decides them again. */
    private record LogReading(LogReader reader, Audit audit, Locale locale) implements LineFiles.Reading<Audited> {

        /** An empty text is refused as an empty line would be. */
        @Override
        public LineFiles.@Nullable Answer<Audited> whole(String source, Lines.@Nullable Line first, Lines rest) {
            return first == null ? line(source, new Lines.Line(1, new byte[0], false, false)) : null;
        }

        @Override
        public LineFiles.Answer<Audited> line(String source, Lines.Line line) {
            LoggedDecision logged;
            try {
                logged = reader.read(source, line.number(), line.text(source));
            } catch (PolicyException e) {
                return new LineFiles.Answer<>(null, e.message(locale));
            }
            try {
                return new LineFiles.Answer<>(new Audited(source, line.number(), audit.of(logged)), null);
            } catch (PolicyException e) {
                return new LineFiles.Answer<>(null, Undecided.said(Screen.place(source, line.number()), logged.facts(), e, locale));
            }
        }
    }

    private void say(Audited audited) {
        count(audited.result);
        if (json) {
            out.println(AuditJson.line(audited.source, audited.line, audited.result));
        } else if (!audited.result.isSame()) {
            out.println(words.differs(Screen.place(audited.source, audited.line), audited.result));
        }
    }

    private void count(Audit.Result result) {
        decisions++;
        same += result.isSame() ? 1 : 0;
        otherZoneRules += result.otherZoneRules().orElse(false) ? 1 : 0;
        result.moved().forEach(move -> moved.merge(move.part(), 1, Integer::sum));
    }
}
