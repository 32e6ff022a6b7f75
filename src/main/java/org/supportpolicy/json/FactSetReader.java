package org.supportpolicy.json;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.Note;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;
import org.supportpolicy.internal.environment.OptionalLibrary;
import org.supportpolicy.internal.record.Shape;
import org.supportpolicy.internal.words.ProblemTexts;
import org.supportpolicy.internal.words.Spelling;
import org.supportpolicy.fact.Addition;
import org.supportpolicy.fact.AsOf;
import org.supportpolicy.fact.Cause;
import org.supportpolicy.fact.Fact;
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

    private static final String CAUSES = "causes";
    private static final String AS_OF = "asOf";
    private static final String TYPE = "type";
    private static final Problem.Said FACT_SET = ProblemTexts.said("fact-set");

    private static final Map<String, Shape> FACTS = kinds(Fact.class, type -> type != AsOf.class && type != Cause.class,
            name -> name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1));
    private static final Map<String, Shape> CAUSE_KINDS = kinds(Cause.class, type -> true, FactSetReader::upperSnake);
    private static final List<String> KEYS = Stream.concat(Stream.of(AS_OF, CAUSES), FACTS.keySet().stream()).sorted().toList();

    private static Map<String, Shape> kinds(Class<?> sealed, Predicate<Class<?>> which, UnaryOperator<String> name) {
        return Stream.of(sealed.getPermittedSubclasses()).filter(which)
                .collect(Collectors.toMap(type -> name.apply(type.getSimpleName()), Shape::of, (a, b) -> a, LinkedHashMap::new));
    }

    /** The name of a cause as its {@code type} says it. */
    static String upperSnake(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }

    /** The facts of a fact set but for its instant and its causes, by their keys. */
    static Map<String, Shape> facts() {
        return FACTS;
    }

    /** The causes by their types. */
    static Map<String, Shape> causes() {
        return CAUSE_KINDS;
    }

    /** Whether events that lie ahead or out of order are problems. */
    private final boolean strict;

    /**
     * Makes a reader that reads events that lie ahead or out of order; the decision has a {@link Note} on each.
     *
     * @throws PolicyException if {@code jackson-core} is not there
     */
    public FactSetReader() {
        this(false);
    }

    private FactSetReader(boolean strict) {
        OptionalLibrary.JACKSON.require();
        this.strict = strict;
    }

    /**
     * A reader for which each {@link Note} on a fact set is a problem too, at the place of its event.
     *
     * @throws PolicyException if {@code jackson-core} is not there
     */
    public static FactSetReader strict() {
        return new FactSetReader(true);
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
        ProblemList problems = new ProblemList(source, text, lineOffset);
        return read(JsonTree.read(problems), problems);
    }

    private FactSet read(@Nullable Node node, ProblemList problems) {
        problems.throwIfAny();
        FactSet facts = bind(Objects.requireNonNull(node), Pointer.DOCUMENT, problems);
        problems.throwIfAny();
        if (strict) {
            OddEvents.of(Objects.requireNonNull(facts), Objects.requireNonNull(node), problems);
            problems.throwIfAny();
        }
        return Objects.requireNonNull(facts);
    }

    /** Makes the fact set that stands at a place of a document; null when something is wrong. */
    static @Nullable FactSet bind(Node node, Pointer place, ProblemList problems) {
        if (!(node instanceof Node.Members object)) {
            problems.addHidden(node.token(), place, new Label(FACT_SET, null).otherKind(node, "must.object"));
            return null;
        }
        Binder binder = new Binder(problems);
        Instant asOf = null;
        boolean given = false;
        List<Fact> facts = new ArrayList<>();
        for (Node.Member member : binder.distinct(object, FACT_SET, place)) {
            Pointer pointer = place.child(member.key());
            Shape shape = FACTS.get(member.key());
            if (member.key().equals(AS_OF)) {
                given = !(member.value() instanceof Node.Nothing);
                asOf = (Instant) binder.value(Instant.class, new Label(AS_OF, null), member.value(), pointer);
                if (asOf != null && !Limits.hold(asOf)) {
                    problems.add(member.value().token(), pointer, new Label(AS_OF, null)
                            .refused("SP-I006", member.value(), "must.in-years", Limits.FIRST_YEAR, Limits.LAST_YEAR));
                    asOf = null;
                }
            } else if (member.key().equals(CAUSES)) {
                causes(binder, member.value(), pointer, facts, problems);
            } else if (shape == null) {
                binder.unknownKey(member, FACT_SET, place, KEYS);
            } else if (!(member.value() instanceof Node.Nothing)) {
                add(facts, binder.record(shape, member.key(), member.value(), pointer, null));
            }
        }
        if (!given) {
            problems.add(object.token(), place, Problem.of("SP-I007"));
        }
        return asOf == null ? null : FactSet.builder(asOf).with(facts.toArray(Fact[]::new)).build();
    }

    private static void causes(Binder binder, Node node, Pointer pointer, List<Fact> facts, ProblemList problems) {
        if (node instanceof Node.Nothing) {
            return;
        }
        if (!(node instanceof Node.Items items)) {
            problems.addHidden(node.token(), pointer, new Label(CAUSES, null).otherKind(node, "must.array"));
            return;
        }
        if (items.items().size() > Limits.CAUSES) {
            binder.tooMany(new Label(CAUSES, null), items, items.items().size(), Limits.CAUSES, pointer);
            return;
        }
        for (int i = 0; i < items.items().size(); i++) {
            add(facts, cause(binder, items.items().get(i), pointer.child(i), problems));
        }
    }

    private static @Nullable Object cause(Binder binder, Node node, Pointer pointer, ProblemList problems) {
        if (!(node instanceof Node.Members object)) {
            return binder.record(Shape.of(Addition.class), ProblemTexts.said("cause"), node, pointer, TYPE);
        }
        Node type = object.get(TYPE);
        if (type == null || type instanceof Node.Nothing) {
            problems.add(node.token(), pointer, Problem.of("SP-I007.type", String.join(", ", CAUSE_KINDS.keySet())));
            return null;
        }
        String name = type instanceof Node.Text text ? text.value() : "";
        Shape shape = CAUSE_KINDS.get(name);
        if (shape == null) {
            problems.add(type.token(), pointer.child(TYPE), new Label(TYPE, ProblemTexts.said("a-cause"))
                    .refused("SP-I005", type, "must.one-of", String.join(", ", CAUSE_KINDS.keySet()))
                    .maybe(Spelling.nearest(name, CAUSE_KINDS.keySet())));
            return null;
        }
        return binder.record(shape, ProblemTexts.said("cause.kind", name), node, pointer, TYPE);
    }

    private static void add(List<Fact> facts, @Nullable Object fact) {
        if (fact != null) {
            facts.add((Fact) fact);
        }
    }
}
