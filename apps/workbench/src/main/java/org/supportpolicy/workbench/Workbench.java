package org.supportpolicy.workbench;

import java.util.List;
import org.supportpolicy.cli.Main;
import org.supportpolicy.workbench.bench.Bench;
import org.supportpolicy.workbench.lsp.Lsp;
import org.supportpolicy.workbench.serve.Serve;

/** The command {@code support-policy} with all its subcommands, among them those that need more than the library does. */
public final class Workbench {

    private Workbench() {}

    /** Runs the command and ends the process with its exit status. */
    public static void main(String[] args) {
        Main.main(args, List.of(new Serve(), new Bench(), new Lsp()));
    }
}
