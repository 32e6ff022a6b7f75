package org.supportpolicy.json;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.Problem;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.internal.record.Shape;

/** Reads findings as {@link FindingText} writes them: by their kind, a record by its components, a constant by its value. */
final class FindingReading {

    private static final Map<String, Class<?>> KINDS = Stream.of(Finding.class.getPermittedSubclasses()).filter(kind -> !kind.isInterface())
            .collect(Collectors.toMap(Class::getSimpleName, kind -> kind, (a, b) -> a, TreeMap::new));

    private FindingReading() {}

    /** The finding of a node; null when something is wrong. */
    static @Nullable Object read(Binder binder, Label label, Node node, Pointer pointer, ProblemList problems) {
        if (!(node instanceof Node.Members object)) {
            problems.add(node.token(), pointer, label.otherKind(node, "must.object"));
            return null;
        }
        Node said = object.get(FindingText.KIND);
        Class<?> kind = said instanceof Node.Text text ? KINDS.get(text.value()) : null;
        if (kind == null) {
            problems.add(object.token(), pointer, said == null ? Problem.of("SP-I007.part", FindingText.KIND, label.component())
                    : new Label(FindingText.KIND, label.component())
                            .refused("SP-I005", said, "must.one-of", String.join(", ", KINDS.keySet())));
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
        return Scalars.read(kind, new Label(FindingText.VALUE, name), value, pointer.child(FindingText.VALUE), problems);
    }
}
