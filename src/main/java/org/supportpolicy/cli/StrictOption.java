package org.supportpolicy.cli;

import org.supportpolicy.OwnFacts;
import org.supportpolicy.json.FactSetReader;
import picocli.CommandLine.Option;

/** The option that every command has that decides fact sets. */
final class StrictOption {

    @Option(names = "--strict", description = "Refuse a fact set with an event that lies after asOf, or before the creation of its ticket, "
            + "instead of deciding with a note.")
    private boolean strict;

    /** What reads the fact sets of a policy that declares these facts. */
    FactSetReader reader(OwnFacts own) {
        return (strict ? FactSetReader.strict() : new FactSetReader()).knowing(own);
    }
}
