package org.supportpolicy.json;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.internal.record.Shape;
import org.supportpolicy.internal.words.Spelling;
import org.supportpolicy.fact.BadFactException;
import org.supportpolicy.fact.OpenSpan;

/** Makes records of nodes, and collects whatever is wrong with them. Not thread-safe. */
final class Binder {

    private final ProblemList problems;

    Binder(ProblemList problems) {
        this.problems = problems;
    }

    /**
     * Makes a record of an object.
     *
     * @param shape the record
     * @param name what problems call it
     * @param node the object
     * @param pointer where it stands
     * @param tag a key that is no component, or null
     * @return the record, or null when something is wrong
     */
    @Nullable Object record(Shape shape, String name, Node node, Pointer pointer, @Nullable String tag) {
        if (!(node instanceof Node.Members object)) {
            wrong(node, pointer, "The " + name + " (" + node.quoted() + ") must be an object.");
            return null;
        }
        Object[] values = new Object[shape.names().size()];
        for (Node.Member member : distinct(object, name, pointer)) {
            Integer index = shape.places().get(member.key());
            if (index == null) {
                if (!member.key().equals(tag)) {
                    unknownKey(member, name, pointer, shape.names());
                }
            } else {
                values[index] = value(shape.types().get(index), new Label(member.key(), name), member.value(),
                        pointer.child(member.key()));
            }
        }
        return make(shape, values, object, pointer);
    }

    /** The members of an object, each key once; a repeated key is a problem. */
    List<Node.Member> distinct(Node.Members object, String name, Pointer pointer) {
        if (!object.repeats()) {
            return object.members();
        }
        Set<String> seen = new HashSet<>();
        List<Node.Member> members = new ArrayList<>();
        for (Node.Member member : object.members()) {
            if (seen.add(member.key())) {
                members.add(member);
            } else {
                problems.add(InputCode.DUPLICATE_KEY, member.token(), pointer.child(member.key()),
                        "The key (" + member.key() + ") of " + name + " must stand there once.", null);
            }
        }
        return members;
    }

    void unknownKey(Node.Member member, String name, Pointer pointer, Collection<String> legal) {
        problems.add(InputCode.UNKNOWN_KEY, member.token(), pointer.child(member.key()),
                "The " + name + " has no (" + member.key() + ").", Spelling.advice(member.key(), legal));
    }

    private @Nullable Object make(Shape shape, Object[] values, Node.Members object, Pointer pointer) {
        try {
            return shape.make(values);
        } catch (BadFactException bad) {
            for (BadFactException.Violation violation : bad.violations()) {
                Node given = object.get(violation.component());
                Pointer component = pointer.child(violation.component());
                boolean explained = violation.missing() ? problems.within(component) : problems.at(component);
                if (!explained) {
                    problems.add(InputCode.IMPOSSIBLE, (given == null ? object : given).token(), given == null ? pointer : component, violation.toString(), null);
                }
            }
            return null;
        }
    }

    /** Makes a value of a type, or null when the node says nothing or something is wrong. */
    @Nullable Object value(Type type, Label label, Node node, Pointer pointer) {
        if (node instanceof Node.Nothing) {
            return null;
        }
        if (type instanceof ParameterizedType many) {
            Type[] of = many.getActualTypeArguments();
            return many.getRawType() == Map.class ? map(of[0], of[1], label, node, pointer)
                    : items(of[0], many.getRawType() == Set.class, label, node, pointer);
        }
        Class<?> kind = (Class<?>) type;
        if (kind == OpenSpan.class) {
            return span(label, node, pointer);
        }
        if (Record.class.isAssignableFrom(kind)) {
            return record(Shape.of(kind), label.component(), node, pointer, null);
        }
        return Scalars.read(kind, label, node, pointer, problems);
    }

    private @Nullable Object items(Type of, boolean distinct, Label label, Node node, Pointer pointer) {
        if (!(node instanceof Node.Items items)) {
            wrong(node, pointer, label.of(node) + " must be an array.");
            return null;
        }
        Collection<Object> values = distinct ? new HashSet<>() : new ArrayList<>();
        for (int i = 0; i < items.items().size(); i++) {
            Node item = items.items().get(i);
            Pointer at = pointer.child(i);
            if (item instanceof Node.Nothing) {
                wrong(item, at, "An item of " + label.component() + " (null) must be given.");
                continue;
            }
            Object value = value(of, label, item, at);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    private @Nullable Object map(Type keys, Type of, Label label, Node node, Pointer pointer) {
        if (!(node instanceof Node.Members object)) {
            wrong(node, pointer, label.of(node) + " must be an object.");
            return null;
        }
        Map<Object, Object> values = new LinkedHashMap<>();
        for (Node.Member member : distinct(object, label.component(), pointer)) {
            Pointer at = pointer.child(member.key());
            Node key = keys == Integer.class ? new Node.Number(member.token(), member.key())
                    : new Node.Text(member.token(), member.key());
            Object name = Scalars.read((Class<?>) keys, new Label("key", label.component()), key, at, problems);
            Object value = value(of, new Label(label.component(), member.key()), member.value(), at);
            if (name != null && value != null) {
                values.put(name, value);
            }
        }
        return values;
    }

    private @Nullable Object span(Label label, Node node, Pointer pointer) {
        if (node instanceof Node.Items items && items.items().size() == 2
                && items.items().get(0) instanceof Node.Text from && items.items().get(1) instanceof Node.Text to) {
            try {
                return OpenSpan.of(from.value(), to.value());
            } catch (BadFactException e) {
                for (BadFactException.Violation violation : e.violations()) {
                    boolean first = violation.component().equals("from");
                    Node place = first ? from : to;
                    problems.add(InputCode.IMPOSSIBLE, place.token(), pointer.child(first ? 0 : 1),
                            violation.toString(), null);
                }
                return null;
            }
        }
        wrong(node, pointer, label.of(node) + " must be a span such as [\"09:00\", \"17:00\"].");
        return null;
    }

    private void wrong(Node node, Pointer pointer, String message) {
        problems.add(InputCode.WRONG_TYPE, node.token(), pointer, message, null);
    }
}
