package org.supportpolicy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An edit of a working copy: a refusal by what nobody asked for before, and without a word on what is unknown. */
public final class HostedPartners {

    private static final String IMPORT = "import org.supportpolicy.fact.CustomerKind;\n";
    private static final String RULE = """

            rule "Support is not owed to a partner whose software is hosted"
                @clause("scope.support-to-partners-and-customers")
                @reading("AMB-12")
                @nl("Aan een partner met gehoste software is geen ondersteuning verschuldigd")
            when
                Customer( kind == CustomerKind.PARTNER, deployment == Deployment.HOSTED )
            then
                conclude( kcontext, new Refusal( "scope.support-to-partners-and-customers" ) );
            end
            """;

    private HostedPartners() {}

    /** Refuses support to partners whose software is hosted. */
    public static void refuse(Path workingCopy) throws IOException {
        Path file = workingCopy.resolve("scope.drl");
        Files.writeString(file, Files.readString(file).replace(IMPORT, IMPORT + "import org.supportpolicy.fact.Deployment;\n") + RULE);
    }
}
