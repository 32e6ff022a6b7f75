package org.supportpolicy.workbench.bench;

import java.io.IOException;
import java.nio.file.Path;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.workbench.http.Refused;

/** The policy that an edit is compared with. */
record Against(Revisions revisions) {

    static final String STANDARD = "standard";
    private static final String REVISION = "revision:";
    private static final String DIRECTORY = "directory:";
    private static final int BAD = 400;

    /**
     * The policy that is named: the library's, a version that git has, or that of another directory.
     *
     * @throws Refused if nothing is named so
     */
    SupportPolicy policy(String name) {
        try {
            if (name.equals(STANDARD)) {
                return SupportPolicy.standard();
            } else if (name.startsWith(REVISION)) {
                return revisions.policy(name.substring(REVISION.length()));
            } else if (name.startsWith(DIRECTORY)) {
                return SupportPolicy.load(Path.of(name.substring(DIRECTORY.length())));
            }
        } catch (IOException | IllegalArgumentException e) {
            throw Refused.of(BAD, "against.none", name);
        }
        throw Refused.of(BAD, "against.none", name);
    }
}
