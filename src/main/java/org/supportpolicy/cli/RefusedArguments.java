package org.supportpolicy.cli;

import org.supportpolicy.Problem;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Arguments that a command does not take, said in both languages. */
public final class RefusedArguments extends ParameterException {

    private static final long serialVersionUID = 1L;

    private final transient Problem.Said said;

    /**
     * Makes it.
     *
     * @param command the command that was given them
     * @param said what is wrong with them
     */
    public RefusedArguments(CommandLine command, Problem.Said said) {
        super(command, said.english());
        this.said = said;
    }

    /** What is wrong with them. */
    Problem.Said said() {
        return said;
    }
}
