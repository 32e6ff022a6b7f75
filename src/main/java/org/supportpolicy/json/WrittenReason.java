package org.supportpolicy.json;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.internal.record.Given;

/**
 * Why something was concluded, as a document has it.
 *
 * @param clause the id of the clause
 * @param rule the sentence of the rule that concluded it
 * @param concludes what it concluded, in words
 * @param because the facts and findings it rests on, in words
 * @param readings the ids of the readings it rests on
 * @param id the id of the rule; empty, as all that follows, unless reasons were written for programs too
 * @param finding what it concluded
 * @param facts the paths of the facts it rests on, such as {@code impact} or {@code causes[0]}
 * @param findings the findings it rests on
 */
public record WrittenReason(String clause, String rule, String concludes, List<String> because, List<String> readings, Optional<String> id,
        Optional<Finding> finding, List<String> facts, List<Finding> findings) {

    /** Copies. */
    public WrittenReason {
        Objects.requireNonNull(clause, "The clause must be given.");
        Objects.requireNonNull(rule, "The rule must be given.");
        Objects.requireNonNull(concludes, "The concludes must be given.");
        because = Given.list(because, "because", "because");
        readings = Given.list(readings, "readings", "reading");
        Objects.requireNonNull(id, "The id must be given.");
        Objects.requireNonNull(finding, "The finding must be given.");
        facts = Given.list(facts, "facts", "fact");
        findings = Given.list(findings, "findings", "finding");
    }
}
