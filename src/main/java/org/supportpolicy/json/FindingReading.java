package org.supportpolicy.json;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.OwnFacts;
import org.supportpolicy.Problem;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.internal.record.Shape;

/** Reads findings as {@link FindingText} writes them: by their kind, a record by its components, a constant by its value. */
final class FindingReading {

    private static final Map<String, Class<?>> KINDS = Stream.of(Finding.class.getPermittedSubclasses()).filter(kind -> !kind.isInterface())
            .collect(Collectors.toMap(Class::getSimpleName, kind -> kind, (a, b) -> a, TreeMap::new));

    private final @Nullable OwnFacts own;

    /**
     * Makes one that knows what a policy declares.
     *
     * @param own that; null when it is not known, so that each kind may be one that a policy declares
     */
    FindingReading(@Nullable OwnFacts own) {
        this.own = own;
    }

    /** The finding of a node; null when something is wrong. */
    @Nullable Object read(Binder binder, Label label, Node node, Pointer pointer, ProblemList problems) {
        if (!(node instanceof Node.Members object)) {
            problems.add(node.token(), pointer, label.otherKind(node, "must.object"));
            return null;
        }
        Node said = object.get(FindingText.KIND);
        Class<?> kind = said instanceof Node.Text text ? kind(text.value()) : null;
        if (kind == null && own == null && said instanceof Node.Text text) {
            return undeclared(text.value(), object);
        } else if (kind == null) {
            Set<String> kinds = new TreeSet<>(KINDS.keySet());
            kinds.addAll(own == null ? Set.of() : own.findings().keySet());
            problems.add(object.token(), pointer, said == null ? Problem.of("SP-I007.part", FindingText.KIND, label.component())
                    : new Label(FindingText.KIND, label.component()).refused("SP-I005", said, "must.one-of", String.join(", ", kinds)));
            return null;
        }
        String name = kind.getSimpleName();
        if (kind.isRecord()) {
            return binder.record(Shape.of(kind), name, node, pointer, FindingText.KIND);
        }
        Node value = object.get(FindingText.VALUE);
        if (value == null) {
            problems.add(object.token(), pointer, Problem.of("SP-I007.part", FindingText.VALUE, name));
            return null;
        }
        return binder.scalar(kind, new Label(FindingText.VALUE, name), value, pointer.child(FindingText.VALUE));
    }

    private @Nullable Class<?> kind(String name) {
        Class<?> kind = KINDS.get(name);
        return kind != null || own == null ? kind : own.findings().get(name);
    }

    private static UndeclaredFinding undeclared(String kind, Node.Members object) {
        Map<String, Object> components = new LinkedHashMap<>();
        object.members().stream().filter(member -> !member.key().equals(FindingText.KIND)).forEach(member -> {
            Object value = DecisionTree.of(member.value());
            if (value != null) {
                components.put(member.key(), value);
            }
        });
        return new UndeclaredFinding(kind, components);
    }
}
