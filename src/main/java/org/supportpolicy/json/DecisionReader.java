package org.supportpolicy.json;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.Decider;
import org.supportpolicy.OwnFacts;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;
import org.supportpolicy.internal.environment.OptionalLibrary;
import org.supportpolicy.internal.record.Shape;
import org.supportpolicy.internal.words.ProblemTexts;

/**
 * Reads what {@link DecisionWriter} wrote, in any form. Keys that it does not know, as a later version may write them, are passed over.
 * Immutable and thread-safe.
 */
public final class DecisionReader {

    private static final Problem.Said DECISION = ProblemTexts.said("decision");

    private final @Nullable Supplier<OwnFacts> own;

    /**
     * Makes a reader.
     *
     * @throws PolicyException if {@code jackson-core} is not there
     */
    public DecisionReader() {
        this(null);
    }

    private DecisionReader(@Nullable Supplier<OwnFacts> own) {
        OptionalLibrary.JACKSON.require();
        this.own = own;
    }

    /**
     * The same reader, which knows the findings that a policy declares, and refuses any other. Without this, findings that are not the
     * library's are read as {@link UndeclaredFinding}. Of a policy that is watched it knows those of the one in force whenever it reads.
     */
    public DecisionReader knowing(Decider decider) {
        return new DecisionReader(Objects.requireNonNull(decider, "The decider must be given.")::ownFacts);
    }

    /** The same reader, which knows the findings that policies declare, and refuses any other. */
    public DecisionReader knowing(OwnFacts facts) {
        Objects.requireNonNull(facts, "The facts must be given.");
        return new DecisionReader(() -> facts);
    }

    /**
     * Reads a decision.
     *
     * @param source what problems call the text
     * @param text the text
     * @throws PolicyException if it is no decision, with every problem
     */
    public WrittenDecision read(String source, String text) {
        Objects.requireNonNull(source, "The source must be given.");
        ProblemList problems = new ProblemList(source, Objects.requireNonNull(text, "The text must be given."), 0);
        Node node = JsonTree.read(problems);
        problems.throwIfAny();
        Binder binder = Binder.lenient(problems, own == null ? null : own.get());
        Object whole = binder.record(Shape.of(DecisionDocument.Whole.class), DECISION, Objects.requireNonNull(node),
                Pointer.DOCUMENT, null);
        problems.throwIfAny();
        return new WrittenDecision((DecisionDocument.Whole) Objects.requireNonNull(whole));
    }

    /**
     * Reads a decision in UTF-8.
     *
     * @param source what problems call the text
     * @param text the text
     * @throws PolicyException if it is not UTF-8 or no decision, with every problem
     */
    public WrittenDecision read(String source, byte[] text) {
        Objects.requireNonNull(source, "The source must be given.");
        return read(source, Utf8.text(source, Objects.requireNonNull(text, "The text must be given.")));
    }
}
