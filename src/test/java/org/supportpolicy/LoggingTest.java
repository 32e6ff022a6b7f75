package org.supportpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;

/** What the log says of policies that are loaded, which {@code docs/logging.md} promises. */
class LoggingTest {

    private static final Path RULES = Path.of("src/main/resources/rules");

    @Test
    void aPolicyThatIsLoadedIsToldWithItsReceipt() {
        try (KeptLog log = new KeptLog(SupportPolicy.class, Level.INFO)) {
            SupportPolicy policy = SupportPolicy.load(RULES);
            assertThat(log.lines()).singleElement().asString().matches("INFO Loaded the policy of \\S*rules: edition "
                    + policy.receipt().edition() + ", " + policy.receipt().fingerprint() + ", " + policy.rules().size() + " rules, in \\d+ ms");
        }
    }

    @Test
    void theStandardPolicyIsToldInDetailOnly() {
        try (KeptLog log = new KeptLog(SupportPolicy.class, Level.INFO)) {
            SupportPolicy.standard();
            assertThat(log.lines()).isEmpty();
        }
        try (KeptLog log = new KeptLog(SupportPolicy.class, Level.FINE)) {
            SupportPolicy.standard();
            assertThat(log.lines()).singleElement().asString().startsWith("FINE Made the standard policy: edition ");
        }
    }
}
