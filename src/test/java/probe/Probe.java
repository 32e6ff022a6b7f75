package probe;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.supportpolicy.Decision;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.author.WatchedPolicy;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.Impact;
import org.supportpolicy.fact.ProductionImpact;
import org.supportpolicy.fact.Ticket;
import org.supportpolicy.fact.TicketState;
import org.supportpolicy.json.DecisionTree;
import org.supportpolicy.json.DecisionWriter;
import org.supportpolicy.json.FactSetReader;
import org.supportpolicy.json.FactSetWriter;
import org.supportpolicy.verify.ScenarioSuite;

/** A host of the library, as small as can be: it says what the library answers wherever it stands. */
public final class Probe {

    private static final FactSet FACTS = FactSet.builder(Instant.parse("2026-03-10T11:00:00Z"))
            .with(Ticket.builder().number("T-1").state(TicketState.ACTIVE).build(),
                    Impact.builder().systemDown(true).productionImpact(ProductionImpact.CRITICAL).build()).build();

    private Probe() {}

    /** Prints the answers. */
    public static void main(String[] args) {
        System.out.print(answers(Path.of(args[0]), Path.of(args[1])));
    }

    /**
     * What the library answers, a line for each part of it.
     *
     * @param rules a directory of rules
     * @param scenarios a file of scenarios
     */
    public static String answers(Path rules, Path scenarios) {
        SupportPolicy standard = SupportPolicy.standard();
        return line("standard", () -> decided(standard))
                + line("load", () -> decided(SupportPolicy.load(rules)))
                + line("watch", () -> watched(rules))
                + line("tree", () -> DecisionTree.of(standard.decide(FACTS)).toString())
                + line("reader", () -> new FactSetReader().read("probe", "{\"asOf\":\"2026-03-10T11:00:00Z\"}").toString())
                + line("strict reader", () -> FactSetReader.strict().toString().replaceAll("@.*", ""))
                + line("writer", () -> new FactSetWriter().write(FACTS))
                + line("scenarios", () -> ScenarioSuite.of(standard, scenarios).scenarios().size() + " scenarios");
    }

    private static final class Nobody implements WatchedPolicy.Listener {

        @Override
        public void reloaded(SupportPolicy policy) {}

        @Override
        public void refused(List<Problem> problems) {}
    }

    private static String watched(Path rules) {
        try (WatchedPolicy watched = WatchedPolicy.of(rules, Duration.ofSeconds(1), Clock.systemUTC(), new Nobody())) {
            return watched.isWatching() + " " + watched.reload() + decided(watched.policy());
        }
    }

    private static String decided(SupportPolicy policy) {
        Decision decision = policy.decide(FACTS);
        return policy.receipt().fingerprint() + decision.explain(Locale.ENGLISH) + decision.explain(Locale.forLanguageTag("nl"))
                + new DecisionWriter().write(decision);
    }

    private static String line(String what, Supplier<String> answer) {
        String said;
        try {
            said = answer.get();
        } catch (PolicyException e) {
            said = e.problems().stream().map(problem -> problem.code() + " " + problem.message() + " " + problem.advice())
                    .collect(Collectors.joining(" "));
        }
        return what + ": " + said.replaceAll("\\R", " ") + "\n";
    }
}
