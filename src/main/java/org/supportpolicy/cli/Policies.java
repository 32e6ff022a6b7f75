package org.supportpolicy.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.verify.Scenario;
import org.supportpolicy.verify.ScenarioSuite;

/** The policies that arguments name. */
final class Policies {

    /** What names the policy of the library. */
    static final String STANDARD = "standard";

    private Policies() {}

    /** The policy of a directory, or the library's own. */
    static SupportPolicy at(String name) {
        return name.equals(STANDARD) ? SupportPolicy.standard() : SupportPolicy.load(Path.of(name));
    }

    /** The scenarios of a working copy; none when it has none. */
    static List<Scenario> scenarios(SupportPolicy policy, Path directory) {
        Path scenarios = directory.resolve("scenarios");
        return Files.isDirectory(scenarios) ? ScenarioSuite.of(policy, scenarios).scenarios() : List.of();
    }
}
