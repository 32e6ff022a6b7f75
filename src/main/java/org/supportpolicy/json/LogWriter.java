package org.supportpolicy.json;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.supportpolicy.Decision;
import org.supportpolicy.LogReceipt;
import org.supportpolicy.PolicyException;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.FreeTexts;

/**
 * Writes decisions beside the fact sets they rest on, one object on one line, so that they can be decided again years later:
 * {@link LogReader} reads them. What people wrote goes with the facts unless they are {@linkplain FreeTexts#masked masked} before.
 * Immutable and thread-safe.
 */
public final class LogWriter {

    private final FactSetWriter facts = new FactSetWriter();
    private final DecisionWriter decisions;

    /**
     * Makes a writer.
     *
     * @param decisions writes the decisions
     * @throws PolicyException if {@code jackson-core} is not there
     */
    public LogWriter(DecisionWriter decisions) {
        this.decisions = Objects.requireNonNull(decisions, "The decisions must be given.");
    }

    /**
     * Writes a line, without its end.
     *
     * @param facts what was known
     * @param decision what was decided of it
     */
    public String write(FactSet facts, Decision decision) {
        return new String(writeUtf8(facts, decision), StandardCharsets.UTF_8);
    }

    /** The same in UTF-8, which is faster where bytes are wanted. */
    public byte[] writeUtf8(FactSet facts, Decision decision) {
        Objects.requireNonNull(facts, "The facts must be given.");
        Objects.requireNonNull(decision, "The decision must be given.");
        LogReceipt receipt = decision.receipt();
        JsonText line = new JsonText(32 * 1024);
        line.open('{');
        line.name("library");
        line.text(receipt.library());
        line.name("zoneRules");
        line.text(receipt.zoneRules());
        line.name("facts");
        line.raw(this.facts.write(facts).getBytes(StandardCharsets.UTF_8));
        line.name("decision");
        line.raw(decisions.writeUtf8(decision));
        line.close('}');
        return line.toBytes();
    }
}
