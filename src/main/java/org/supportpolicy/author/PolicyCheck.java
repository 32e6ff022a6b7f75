package org.supportpolicy.author;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;
import org.supportpolicy.internal.check.PolicyChecker;
import org.supportpolicy.internal.source.Draft;
import org.supportpolicy.internal.source.PolicyFiles;

/** Checks the files of a working copy: rules, clause texts, readings and scenarios. Nothing of them is run. */
public final class PolicyCheck {

    private PolicyCheck() {}

    /**
     * Every problem of every file, by file, line and column; none, or warnings alone, when the policy can be loaded.
     *
     * @param directory the working copy
     */
    public static List<Problem> check(Path directory) {
        try {
            List<Problem> unread = new ArrayList<>();
            Draft draft = Draft.read(PolicyFiles.in(directory, unread));
            PolicyChecker.check(draft, unread.isEmpty());
            return draft.problems(unread);
        } catch (PolicyException e) {
            return e.problems();
        }
    }
}
