package org.supportpolicy.cli;

import java.io.IOException;
import java.io.InputStream;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.WhatIf;
import org.supportpolicy.json.AlternativesWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says which answers another fact would change. */
@Command(name = "what-if", mixinStandardHelpOptions = true, versionProvider = Main.Version.class,
        exitCodeListHeading = Main.EXIT_STATUS, exitCodeList = {"0:every fact set was looked at",
            "1:a fact set, a line or a file could not be decided, which is said; the others were. "
                + "Or the output could not be written to its end",
            Main.WRONG_USAGE},
        description = "Says which single facts of a ticket would change an answer if they were others, section by section.")
final class ShowWhatIf extends TicketCommand {

    @Option(names = "--json", description = "One JSON object a fact set instead of text.")
    private boolean json;

    private final Output out;

    ShowWhatIf(InputStream in, Output out, Interrupt interrupt) {
        super(in, interrupt);
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        SupportPolicy policy = policy();
        LineFiles tickets = tickets(out::flush);
        each(policy, tickets, facts -> said(policy.whatIf(facts)), out::line);
        return status(tickets);
    }

    private String said(WhatIf whatIf) {
        return json ? new AlternativesWriter(locale()).write(whatIf) : whatIf.explain(locale());
    }
}
