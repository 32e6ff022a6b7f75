package org.supportpolicy.json;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.OwnFacts;
import org.supportpolicy.Problem;
import org.supportpolicy.internal.record.Shape;
import org.supportpolicy.internal.words.ProblemTexts;
import org.supportpolicy.internal.words.Spelling;
import org.supportpolicy.fact.Addition;
import org.supportpolicy.fact.AsOf;
import org.supportpolicy.fact.Cause;
import org.supportpolicy.fact.Fact;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.Limits;

/** Makes fact sets of nodes: a key a fact, and a list of causes that say of which type they are. */
final class FactSetBinder {

    static final String CAUSES = "causes";
    static final String AS_OF = "asOf";
    static final String TYPE = "type";
    private static final Problem.Said FACT_SET = ProblemTexts.said("fact-set");

    private static final Map<String, Shape> FACTS = kinds(Fact.class, type -> type != AsOf.class && type != Cause.class,
            name -> name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1));
    private static final Map<String, Shape> CAUSE_KINDS = kinds(Cause.class, type -> true, FactSetBinder::upperSnake);

    private static Map<String, Shape> kinds(Class<?> sealed, Predicate<Class<?>> which, UnaryOperator<String> name) {
        return Stream.of(sealed.getPermittedSubclasses()).filter(which).filter(Class::isRecord)
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

    /** The same with those that a policy declares. */
    static Map<String, Shape> facts(OwnFacts own) {
        Map<String, Shape> facts = new LinkedHashMap<>(FACTS);
        own.kinds().forEach((name, kind) -> facts.putIfAbsent(name, Shape.of(kind)));
        return facts;
    }

    /** The causes by their types. */
    static Map<String, Shape> causes() {
        return CAUSE_KINDS;
    }

    private FactSetBinder() {}

    /**
     * Makes the fact set that stands at a place of a document; null when something is wrong.
     *
     * @param own the facts that the policy declares
     */
    static @Nullable FactSet bind(Node node, Pointer place, OwnFacts own, ProblemList problems) {
        if (!(node instanceof Node.Members object)) {
            problems.addHidden(node.token(), place, new Label(FACT_SET, null).otherKind(node, "must.object"));
            return null;
        }
        Binder binder = new Binder(problems, own);
        Instant asOf = null;
        boolean given = false;
        List<Fact> facts = new ArrayList<>();
        for (Node.Member member : binder.distinct(object, FACT_SET, place)) {
            Pointer pointer = place.child(member.key());
            Shape shape = shape(member.key(), own);
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
                binder.unknownKey(member, FACT_SET, place, keys(own));
            } else if (!(member.value() instanceof Node.Nothing)) {
                add(facts, binder.record(shape, member.key(), member.value(), pointer, null));
            }
        }
        if (!given) {
            problems.add(object.token(), place, Problem.of("SP-I007"));
        }
        return asOf == null ? null : FactSet.builder(asOf).with(facts.toArray(Fact[]::new)).build();
    }

    /** The fact of a key; null when there is none. */
    static @Nullable Shape shape(String key, OwnFacts own) {
        Shape shape = FACTS.get(key);
        Class<?> declared = shape == null ? own.kinds().get(key) : null;
        return declared == null ? shape : Shape.of(declared);
    }

    private static List<String> keys(OwnFacts own) {
        return Stream.of(Stream.of(AS_OF, CAUSES), FACTS.keySet().stream(), own.kinds().keySet().stream()).flatMap(keys -> keys).sorted()
                .toList();
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
