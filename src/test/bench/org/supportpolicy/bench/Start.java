package org.supportpolicy.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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
                SupportPolicy.standard().decide(ticket); // classes and statics are not the policy's
                long before = used();
                List<SupportPolicy> policies = List.of(SupportPolicy.standard(), SupportPolicy.standard(), SupportPolicy.standard(), SupportPolicy.standard());
                policies.forEach(policy -> TicketMix.standard(400).forEach(policy::decide));
                System.out.println((used() - before) / policies.size());
                kept = policies;
            }
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    private static long used() {
        for (int i = 0; i < 5; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
