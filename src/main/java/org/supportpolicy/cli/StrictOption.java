package org.supportpolicy.cli;

import org.supportpolicy.json.FactSetReader;
import picocli.CommandLine.Option;

/** The option that every command has that decides fact sets. */
final class StrictOption {

    @Option(names = "--strict", description = "Refuse a fact set with an event that lies after asOf, or before the creation of its ticket, "
            + "instead of deciding with a note.")
    private boolean strict;

    FactSetReader reader() {
        return strict ? FactSetReader.strict() : new FactSetReader();
    }
}
