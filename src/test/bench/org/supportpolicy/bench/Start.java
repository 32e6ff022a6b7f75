package org.supportpolicy.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.fact.FactSet;

/** What a new process does: decide one ticket, or tell the heap a policy retains. */
final class Start {

    private static Object kept;

    private Start() {}

    public static void main(String[] args) throws IOException {
        FactSet ticket = TicketMix.FULL.tickets(1).get(0);
        switch (args[0]) {
            case "nothing" -> kept = ticket;
            case "standard" -> kept = SupportPolicy.standard().decide(ticket);
            case "load" -> kept = SupportPolicy.load(Path.of("src/main/resources/rules")).decide(ticket);
            case "plain" -> kept = new PlainDrools().decide(ticket);
            case "heap" -> {
                kept = decided(); // classes, statics and what reflection remembers are not the policy's
                long before = used();
                List<SupportPolicy> policies = Stream.generate(Start::decided).limit(20).toList();
                System.out.println((used() - before) / policies.size());
                kept = policies;
            }
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    private static SupportPolicy decided() {
        SupportPolicy policy = SupportPolicy.standard();
        TicketMix.standard(400).forEach(policy::decide);
        return policy;
    }

    private static long used() {
        for (int i = 0; i < 5; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
