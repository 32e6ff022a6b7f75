package org.supportpolicy.json;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.Decider;
import org.supportpolicy.Note;
import org.supportpolicy.OwnFacts;
import org.supportpolicy.PolicyException;
import org.supportpolicy.internal.environment.OptionalLibrary;
import org.supportpolicy.fact.DeskTemplate;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.Limits;

/**
 * Reads fact sets from JSON. Immutable and thread-safe.
 *
 * <p>A fact set is an object whose keys are the names of the facts; {@code asOf} is required, an absent or null value is
 * unknown. Whatever is wrong is said at once: where (JSON pointer, line and column), what it said, and what must hold; no more than
 * anyone would read. Reading takes a time and space that grow with the text and no faster; {@link Limits} has the ends.
 */
public final class FactSetReader {

    /** Whether events that lie ahead or out of order are problems. */
    private final boolean strict;
    private final DeskTemplate desk;
    private final Supplier<OwnFacts> own;
    /** Reads what nothing is wrong with; another once the policy declares other facts. */
    private volatile @Nullable PlainReader plain;

    /**
     * Makes a reader that reads events that lie ahead or out of order; the decision has a {@link Note} on each.
     *
     * @throws PolicyException if {@code jackson-core} is not there
     */
    public FactSetReader() {
        this(false, DeskTemplate.of(), () -> OwnFacts.NONE);
    }

    private FactSetReader(boolean strict, DeskTemplate desk, Supplier<OwnFacts> own) {
        OptionalLibrary.JACKSON.require();
        this.strict = strict;
        this.desk = desk;
        this.own = own;
    }

    /**
     * A reader for which each {@link Note} on a fact set is a problem too, at the place of its event.
     *
     * @throws PolicyException if {@code jackson-core} is not there
     */
    public static FactSetReader strict() {
        return new FactSetReader(true, DeskTemplate.of(), () -> OwnFacts.NONE);
    }

    /**
     * The same reader for tickets of a desk: whatever it reads is {@linkplain FactSet#over(DeskTemplate) over} what the desk gives.
     * Problems stand where they do in the document of the ticket.
     */
    public FactSetReader over(DeskTemplate desk) {
        return new FactSetReader(strict, Objects.requireNonNull(desk, "The desk must be given."), own);
    }

    /**
     * The same reader, which knows the facts that a policy declares beside those of the library. Of a policy that is watched it knows those
     * of the one in force whenever it reads.
     */
    public FactSetReader knowing(Decider decider) {
        return new FactSetReader(strict, desk, Objects.requireNonNull(decider, "The decider must be given.")::ownFacts);
    }

    /** The same reader, which knows facts that policies declare beside those of the library. */
    public FactSetReader knowing(OwnFacts facts) {
        Objects.requireNonNull(facts, "The facts must be given.");
        return new FactSetReader(strict, desk, () -> facts);
    }

    /**
     * Reads a file that holds what a desk gives for each of its tickets: an object as of a fact set, without {@code asOf} and {@code
     * causes}; and {@code products}, an array, where the desk has several.
     *
     * @throws PolicyException if the file is no plain file, cannot be read, is not UTF-8, or holds no valid template
     */
    public DeskTemplate readDesk(Path file) {
        Objects.requireNonNull(file, "The file must be given.");
        return readDesk(file.toString(), Utf8.text(file));
    }

    /**
     * Reads a text that holds what a desk gives for each of its tickets, as {@link #readDesk(Path)} has it.
     *
     * @param source what problems call the text
     * @param text the text
     * @throws PolicyException if it is no valid template, with every problem
     */
    public DeskTemplate readDesk(String source, String text) {
        Objects.requireNonNull(source, "The source must be given.");
        Objects.requireNonNull(text, "The text must be given.");
        ProblemList problems = new ProblemList(source, text, 0);
        Node node = JsonTree.read(problems);
        problems.throwIfAny();
        DeskTemplate read = DeskBinder.bind(Objects.requireNonNull(node), own.get(), problems);
        problems.throwIfAny();
        return Objects.requireNonNull(read);
    }

    /**
     * Reads a file that holds one fact set.
     *
     * @throws PolicyException if the file is no plain file, cannot be read, is not UTF-8, or holds no valid fact set
     */
    public FactSet read(Path file) {
        Objects.requireNonNull(file, "The file must be given.");
        return read(file.toString(), Utf8.text(file));
    }

    /**
     * Reads a stream of UTF-8 that holds one fact set, to its end; it stays open.
     *
     * @param source what problems call the stream
     * @param in the stream
     * @throws PolicyException if the stream cannot be read, is not UTF-8, or holds no valid fact set
     */
    public FactSet read(String source, InputStream in) {
        Objects.requireNonNull(source, "The source must be given.");
        return read(source, Utf8.text(source, Objects.requireNonNull(in, "The stream must be given.")));
    }

    /**
     * Reads a text in UTF-8 that holds one fact set.
     *
     * @param source what problems call the text
     * @param text the text
     * @throws PolicyException if it is not UTF-8 or holds no valid fact set
     */
    public FactSet read(String source, byte[] text) {
        Objects.requireNonNull(source, "The source must be given.");
        return read(source, Utf8.text(source, Objects.requireNonNull(text, "The text must be given.")));
    }

    /**
     * Reads a fact set that was read before by another, or put together, in maps, collections, numbers, truths and nulls. Whatever else
     * stands in it counts as its text, as an instant or a constant does.
     *
     * @param source what problems call the map
     * @param map the map, with the names of facts for keys
     * @throws PolicyException if it is no valid fact set, with every problem
     */
    public FactSet read(String source, Map<String, ?> map) {
        Objects.requireNonNull(source, "The source must be given.");
        Objects.requireNonNull(map, "The map must be given.");
        ProblemList problems = new ProblemList(source, "", 0);
        return read(JavaTree.read(map, problems), problems);
    }

    /**
     * Reads a text that holds one fact set.
     *
     * @param source what problems call the text
     * @param text the text
     * @throws PolicyException if it is no valid fact set, with every problem
     */
    public FactSet read(String source, String text) {
        return read(source, text, 0);
    }

    /**
     * Reads JSON Lines: one fact set a line, blank lines skipped. The stream reads as it goes and holds one line.
     *
     * @param source what problems call the text
     * @param lines the lines
     * @return for each line a fact set or its problems, in the order of the lines
     */
    public Stream<Line> lines(String source, Stream<String> lines) {
        Objects.requireNonNull(source, "The source must be given.");
        Objects.requireNonNull(lines, "The lines must be given.");
        int[] number = {0};
        return lines
                .map(text -> new Object[] {++number[0], Objects.requireNonNull(text, "The line must be given.")})
                .filter(line -> !((String) line[1]).isBlank())
                .map(line -> line(source, (Integer) line[0], (String) line[1]));
    }

    /**
     * Reads one line of JSON Lines.
     *
     * @param source what problems call the text
     * @param number the number of the line, from 1
     * @param text the line, which is not blank
     */
    public Line line(String source, int number, String text) {
        try {
            return new Line(number, read(source, text, number - 1), null);
        } catch (PolicyException e) {
            return new Line(number, null, e);
        }
    }

    /**
     * What a line of a stream held: a fact set, or problems.
     *
     * @param number the number of the line, from 1
     * @param facts the fact set, or null when the line is bad
     * @param failure its problems, or null when it is good
     */
    public record Line(int number, @Nullable FactSet facts, @Nullable PolicyException failure) {}

    private FactSet read(String source, String text, int lineOffset) {
        Objects.requireNonNull(source, "The source must be given.");
        Objects.requireNonNull(text, "The text must be given.");
        FactSet facts = plainly(text);
        return facts == null ? closely(source, text, lineOffset) : facts;
    }

    /** Reads a text that nothing is wrong with; null when it has to be read closely. */
    @Nullable FactSet plainly(String text) {
        OwnFacts declared = own.get();
        PlainReader reader = plain;
        if (reader == null || !reader.knows(declared)) {
            reader = new PlainReader(declared);
            plain = reader;
        }
        FactSet facts = reader.read(text, desk);
        return facts == null || strict && !Note.of(facts).isEmpty() ? null : facts;
    }

    /** Reads a text and says what is wrong with it. */
    FactSet closely(String source, String text, int lineOffset) {
        ProblemList problems = new ProblemList(source, text, lineOffset);
        return read(JsonTree.read(problems), problems);
    }

    private FactSet read(@Nullable Node node, ProblemList problems) {
        problems.throwIfAny();
        FactSet facts = FactSetBinder.bind(Objects.requireNonNull(node), Pointer.DOCUMENT, own.get(), problems);
        problems.throwIfAny();
        facts = DeskBinder.over(Objects.requireNonNull(facts), desk, node, own.get(), problems);
        problems.throwIfAny();
        if (strict) {
            OddEvents.of(Objects.requireNonNull(facts), Objects.requireNonNull(node), problems);
            problems.throwIfAny();
        }
        return Objects.requireNonNull(facts);
    }
}
