package org.supportpolicy.json;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.Decision;
import org.supportpolicy.OwnFacts;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.internal.environment.OptionalLibrary;
import org.supportpolicy.internal.record.Shape;
import org.supportpolicy.internal.words.ProblemTexts;

/** Reads what {@link LogWriter} wrote. Immutable and thread-safe. */
public final class LogReader {

    private static final String LIBRARY = "library";
    private static final String ZONE_RULES = "zoneRules";
    private static final String FACTS = "facts";
    private static final String DECISION = "decision";
    private static final String POLICY = "policy";
    private static final List<String> KEYS = List.of(LIBRARY, ZONE_RULES, FACTS, DECISION);
    private static final Problem.Said LINE = ProblemTexts.said("log-line");
    private static final Problem.Said OF_LINE = ProblemTexts.said("a-log-line");

    private final OwnFacts own;

    /**
     * Makes a reader.
     *
     * @throws PolicyException if {@code jackson-core} is not there
     */
    public LogReader() {
        this(OwnFacts.NONE);
    }

    private LogReader(OwnFacts own) {
        OptionalLibrary.JACKSON.require();
        this.own = own;
    }

    /** A reader that knows the facts that a policy declares beside those of the library. */
    public LogReader knowing(OwnFacts facts) {
        return new LogReader(Objects.requireNonNull(facts, "The facts must be given."));
    }

    /**
     * Reads a line.
     *
     * @param source what problems call the log
     * @param number the number of the line, from 1
     * @param text the line
     * @throws PolicyException if it holds no decision beside a valid fact set, with every problem
     */
    public LoggedDecision read(String source, int number, String text) {
        Objects.requireNonNull(source, "The source must be given.");
        Objects.requireNonNull(text, "The text must be given.");
        ProblemList problems = new ProblemList(source, text, number - 1);
        Node node = JsonTree.read(problems);
        problems.throwIfAny();
        LoggedDecision logged = bind(Objects.requireNonNull(node), problems);
        problems.throwIfAny();
        return Objects.requireNonNull(logged);
    }

    private @Nullable LoggedDecision bind(Node node, ProblemList problems) {
        Node.Members line = object(node, Pointer.DOCUMENT, LINE, problems);
        if (line == null) {
            return null;
        }
        Binder binder = new Binder(problems);
        for (Node.Member member : binder.distinct(line, LINE, Pointer.DOCUMENT)) {
            if (!KEYS.contains(member.key())) {
                binder.unknownKey(member, LINE, Pointer.DOCUMENT, KEYS);
            }
        }
        Optional<String> library = text(binder, line, LIBRARY);
        Optional<String> zoneRules = text(binder, line, ZONE_RULES);
        Node given = required(line, FACTS, OF_LINE, Pointer.DOCUMENT, problems);
        FactSet facts = given == null ? null : FactSetBinder.bind(given, Pointer.DOCUMENT.child(FACTS), own, problems);
        Decision.Receipt policy = null;
        Map<String, Object> sections = null;
        Pointer there = Pointer.DOCUMENT.child(DECISION);
        Node decided = required(line, DECISION, OF_LINE, Pointer.DOCUMENT, problems);
        Node.Members decision = decided == null ? null : object(decided, there, DECISION, problems);
        if (decision != null) {
            binder.distinct(decision, DECISION, there);
            policy = policy(decision, there, problems);
            sections = tree(decision);
        }
        return facts == null || policy == null || sections == null ? null
                : new LoggedDecision(library, zoneRules, facts, policy, sections);
    }

    @SuppressWarnings("unchecked") // an object becomes a map
    private static Map<String, Object> tree(Node.Members decision) {
        return (Map<String, Object>) Objects.requireNonNull(DecisionTree.of(decision));
    }

    private static Decision.@Nullable Receipt policy(Node.Members decision, Pointer there, ProblemList problems) {
        Node node = required(decision, POLICY, DECISION, there, problems);
        return node == null ? null : (Decision.Receipt) Binder.lenient(problems, null)
                .record(Shape.of(Decision.Receipt.class), POLICY, node, there.child(POLICY), null);
    }

    private static Node.@Nullable Members object(Node node, Pointer pointer, Object name, ProblemList problems) {
        if (node instanceof Node.Members object) {
            return object;
        }
        problems.addHidden(node.token(), pointer, new Label(name, null).otherKind(node, "must.object"));
        return null;
    }

    private static @Nullable Node required(Node.Members object, String key, Object owner, Pointer pointer, ProblemList problems) {
        Node value = object.get(key);
        if (value == null || value instanceof Node.Nothing) {
            problems.add(object.token(), pointer, Problem.of("SP-I007.part", key, owner));
            return null;
        }
        return value;
    }

    private static Optional<String> text(Binder binder, Node.Members line, String key) {
        Node value = line.get(key);
        return value == null ? Optional.empty()
                : Optional.ofNullable((String) binder.value(String.class, new Label(key, null), value, Pointer.DOCUMENT.child(key)));
    }
}
