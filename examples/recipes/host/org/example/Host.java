package org.example;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.LoggerFactory;
import org.supportpolicy.Decider;
import org.supportpolicy.Problem;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.author.WatchedPolicy;
import org.supportpolicy.author.WorkingCopy;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.Impact;
import org.supportpolicy.fact.ProductionImpact;
import org.supportpolicy.finding.Urgency;

/** A host that decides by the library's policy, by one that it loads, and by one that is edited meanwhile; it ends badly if any differs. */
public final class Host {

    private static final FactSet OUTAGE = FactSet.builder(Instant.parse("2026-03-10T11:00:00Z"))
            .with(Impact.builder().systemDown(true).productionImpact(ProductionImpact.CRITICAL).build()).build();

    private Host() {}

    /** Runs it; the argument names what is to log. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        expect(arguments[0], LoggerFactory.getILoggerFactory().getClass().getSimpleName());
        expectOutage(SupportPolicy.standard());
        Path rules = Files.createTempDirectory("rules");
        WorkingCopy.init(rules);
        expectOutage(SupportPolicy.load(rules));
        Editions editions = new Editions();
        try (WatchedPolicy watched = WatchedPolicy.of(rules, Duration.ofMillis(500), InstantSource.system(), editions)) {
            edit(rules);
            expect("1.1", editions.heard.take());
            expectOutage(watched);
            expect("1.1", watched.policy().receipt().edition());
        }
        System.out.println("Decided, loaded and watched; logged by " + arguments[0]);
    }

    private static void expectOutage(Decider decider) {
        expect(new Urgency(1), decider.decide(OUTAGE).findings(Urgency.class).iterator().next());
    }

    private static void edit(Path rules) throws IOException {
        for (String text : List.of("policy.en.md", "policy.nl.md")) {
            Path file = rules.resolve(text);
            Files.writeString(file, Files.readString(file).replace("Edition: 1.0", "Edition: 1.1").replace("Editie: 1.0", "Editie: 1.1"));
        }
    }

    private static void expect(Object expected, Object actual) {
        if (!expected.equals(actual)) {
            throw new IllegalStateException("Expected " + expected + ", and it is " + actual + ".");
        }
    }

    private static final class Editions implements WatchedPolicy.Listener {

        private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

        @Override
        public void reloaded(SupportPolicy policy) {
            heard.add(policy.receipt().edition());
        }

        @Override
        public void refused(List<Problem> problems) {
            heard.add(problems.toString());
        }
    }
}
