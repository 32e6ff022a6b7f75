package org.supportpolicy.author;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;

/** Checks the files of a working copy: rules, clause texts, readings and scenarios. Nothing of them is run. */
public final class PolicyCheck {

    private PolicyCheck() {}

    /**
     * Every problem of every file, by file, line and column; none, or warnings alone, when the policy can be loaded.
     *
     * @param directory the working copy
     */
    public static List<Problem> check(Path directory) {
        Objects.requireNonNull(directory, "The directory must be given.");
        try {
            return WorkingCopy.read(directory).problems();
        } catch (PolicyException e) {
            return e.problems();
        }
    }
}
