package org.supportpolicy.cli;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.Timeline;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.json.TimelineWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says what happens to the tickets of files, or of standard input, if nobody acts. */
@Command(name = "outlook", mixinStandardHelpOptions = true, versionProvider = Main.Version.class,
        exitCodeListHeading = Main.EXIT_STATUS, exitCodeList = {"0:every fact set was looked at",
            "1:a fact set, a line or a file could not be decided, which is said; the others were. "
                + "Or the output could not be written to its end",
            Main.WRONG_USAGE},
        description = "Says when the decision on a ticket changes if nobody acts, what changes, and by which clause.")
final class ShowOutlook extends TicketCommand {

    @Option(names = "--until", paramLabel = "DATE", converter = UntilOption.Reader.class,
            description = "The last day, or an instant; ten years after asOf when left out.")
    private @Nullable UntilOption until;

    @Option(names = "--json", description = "One JSON object a fact set instead of text.")
    private boolean json;

    private final TimelineWriter writer = new TimelineWriter();
    private final Output out;

    ShowOutlook(InputStream in, Output out, Interrupt interrupt) {
        super(in, interrupt);
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        SupportPolicy policy = policy();
        LineFiles tickets = tickets(out::flush);
        each(policy, tickets, facts -> said(timeline(policy, facts)), out::line);
        return status(tickets);
    }

    private Timeline timeline(SupportPolicy policy, FactSet facts) {
        if (until == null) {
            return policy.timeline(facts);
        }
        Instant end = until.of(facts);
        if (end.isBefore(facts.asOf())) {
            throw new PolicyException("The outlook", List.of(Problem.of("SP-W012", until,
                    DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(facts.asOf().atZone(facts.now().zone())))));
        }
        return policy.timeline(facts, end);
    }

    private String said(Timeline timeline) {
        return json ? writer.write(timeline) : timeline.explain(locale());
    }
}
