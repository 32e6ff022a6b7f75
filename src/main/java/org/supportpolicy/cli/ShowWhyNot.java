package org.supportpolicy.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.Clause;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.WhyNot;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.json.AlternativesWriter;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says why tickets do not get an answer, and the least that would change it. */
@Command(name = "why-not", mixinStandardHelpOptions = true, versionProvider = Main.Version.class,
        exitCodeListHeading = Main.EXIT_STATUS, exitCodeList = {"0:every fact set was looked at",
            "1:a fact set, a line or a file could not be decided, which is said; the others were. "
                + "Or there is no such clause or answer, or the output could not be written to its end",
            Main.WRONG_USAGE},
        description = "Says why a ticket does not get an answer: the least change of facts with which it would, and of each rule that "
                + "could give it what fails.")
final class ShowWhyNot extends TicketCommand {

    /** What is asked for. */
    static final class Asked {

        @Option(names = "--clause", paramLabel = "ID", required = true, description = "That a clause applies, such as closure.reopen.")
        private @Nullable String clause;

        @Option(names = "--answer", paramLabel = "ANSWER", required = true,
                description = "An answer, such as OWED, MARK_RESOLVED, urgency=1 or exclusions=c; of a word that several sections answer, "
                        + "that of the first, and which others there are is said.")
        private @Nullable String answer;
    }

    @ArgGroup(multiplicity = "1")
    private Asked asked;

    @Option(names = "--json", description = "One JSON object a fact set instead of text.")
    private boolean json;

    private final Output out;

    ShowWhyNot(InputStream in, Output out, Interrupt interrupt) {
        super(in, interrupt);
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        SupportPolicy policy = policy();
        if (asked.clause != null) {
            check(asked.clause, policy.clauses().stream().map(Clause::id).toList());
        }
        String clauseOrAnswer = Objects.requireNonNullElse(asked.clause, Objects.requireNonNullElse(asked.answer, ""));
        Function<FactSet, WhyNot> whyNot = policy.whyNot(clauseOrAnswer);
        LineFiles tickets = tickets(out::flush);
        each(policy, tickets, facts -> said(whyNot.apply(facts)), out::line);
        return status(tickets);
    }

    private static void check(String clause, List<String> clauses) {
        if (!clauses.contains(clause)) {
            throw new PolicyException("What is asked for", List.of(Problem.of("SP-W011.clause", clause)
                    .maybe(Nearest.one(clause, clauses).orElse(null))));
        }
    }

    private String said(WhyNot whyNot) {
        return json ? new AlternativesWriter(locale()).write(whyNot) : whyNot.explain(locale());
    }
}
