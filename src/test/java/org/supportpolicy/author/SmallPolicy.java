package org.supportpolicy.author;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.supportpolicy.Decision;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.Ticket;
import org.supportpolicy.fact.TicketState;

/**
 * A whole policy of one clause, which says of every active ticket that it is in one state. Its files belong together: each holds
 * the edition.
 *
 * @param edition the edition
 * @param state the state
 */
record SmallPolicy(int edition, String state) {

    private static final FactSet ACTIVE = FactSet.builder(Instant.EPOCH).with(Ticket.builder().state(TicketState.ACTIVE).build()).build();
    private static final String RULES = """
            // One rule, of edition %d.
            // Reads Ticket.  Concludes Lifecycle.
            package org.supportpolicy.rules.closure;

            import org.supportpolicy.fact.Ticket;
            import org.supportpolicy.fact.TicketState;
            import org.supportpolicy.finding.Lifecycle;
            import static org.supportpolicy.rules.Conclude.conclude;

            rule "A ticket keeps its state"
                @clause("closure.permanent")
                @nl("Een ticket houdt zijn status")
            when
                Ticket( state == TicketState.ACTIVE )
            then
                conclude( kcontext, new Lifecycle( TicketState.%s ) );
            end
            """;
    private static final String ENGLISH = """
            # A policy

            Edition: %d.0, in force from 2016-01-01

            ## closure: Closing tickets

            ### closure.permanent · WILL · support

            A ticket keeps its state.
            """;
    private static final String DUTCH = """
            # Een beleid

            Editie: %d.0, geldt vanaf 2016-01-01

            ## closure: Tickets sluiten

            ### closure.permanent · WILL · support

            Een ticket houdt zijn status.
            """;

    SmallPolicy(int edition, TicketState state) {
        this(edition, state.name());
    }

    /** The state that the policy in force says. */
    static TicketState said(WatchedPolicy watched) {
        return said(watched.decide(ACTIVE));
    }

    /** The state that a decision says. */
    static TicketState said(Decision decision) {
        return decision.lifecycle().orElseThrow().state();
    }

    /** Decides an active ticket. */
    static Decision decide(SupportPolicy policy) {
        return policy.decide(ACTIVE);
    }

    /** Decides an active ticket by the policy in force. */
    static Decision decide(WatchedPolicy watched) {
        return watched.decide(ACTIVE);
    }

    /** Its rule file. */
    String rules() {
        return String.format(RULES, edition, state);
    }

    /** Its files by their names. */
    Map<String, String> files() {
        return new TreeMap<>(Map.of("closure.drl", rules(), "policy.en.md", String.format(ENGLISH, edition),
                "policy.nl.md", String.format(DUTCH, edition), "readings.en.md", "# Readings\n", "readings.nl.md", "# Lezingen\n"));
    }

    /** Writes its files in a directory, one after the other. */
    void writeTo(Path directory) throws IOException {
        Files.createDirectories(directory);
        for (Map.Entry<String, String> file : files().entrySet()) {
            Files.writeString(directory.resolve(file.getKey()), file.getValue());
        }
    }
}
