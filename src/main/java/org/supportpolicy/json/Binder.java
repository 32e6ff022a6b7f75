package org.supportpolicy.json;

import java.lang.reflect.InvocationTargetException;
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
import org.supportpolicy.Spelling;
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
    @Nullable Object record(Shape shape, String name, Node node, String pointer, @Nullable String tag) {
        if (!(node instanceof Node.Members object)) {
            wrong(node, pointer, "The " + name + " (" + node.quoted() + ") must be an object.");
            return null;
        }
        Object[] values = new Object[shape.components().size()];
        Map<String, Node> places = new LinkedHashMap<>();
        for (Node.Member member : distinct(object, name, pointer)) {
            int index = shape.names().indexOf(member.key());
            if (index < 0) {
                if (!member.key().equals(tag)) {
                    unknownKey(member, name, pointer, shape.names());
                }
            } else {
                places.put(member.key(), member.value());
                values[index] = value(shape.components().get(index).getGenericType(), new Label(member.key(), name), member.value(),
                        child(pointer, member.key()));
            }
        }
        return make(shape, values, places, node, pointer);
    }

    /** The members of an object, each key once; a repeated key is a problem. */
    List<Node.Member> distinct(Node.Members object, String name, String pointer) {
        Set<String> seen = new HashSet<>();
        List<Node.Member> members = new ArrayList<>();
        for (Node.Member member : object.members()) {
            if (seen.add(member.key())) {
                members.add(member);
            } else {
                problems.add(InputCode.DUPLICATE_KEY, member.line(), member.column(), child(pointer, member.key()),
                        "The key (" + member.key() + ") of " + name + " must stand there once.", null);
            }
        }
        return members;
    }

    void unknownKey(Node.Member member, String name, String pointer, Collection<String> legal) {
        problems.add(InputCode.UNKNOWN_KEY, member.line(), member.column(), child(pointer, member.key()),
                "The " + name + " has no (" + member.key() + ").", Spelling.advice(member.key(), legal));
    }

    private @Nullable Object make(Shape shape, Object[] values, Map<String, Node> places, Node node, String pointer) {
        try {
            return shape.constructor().newInstance(values);
        } catch (InvocationTargetException e) {
            if (!(e.getCause() instanceof BadFactException bad)) {
                throw new IllegalStateException(e.getCause());
            }
            for (BadFactException.Violation violation : bad.violations()) {
                Node place = places.getOrDefault(violation.component(), node);
                String component = child(pointer, violation.component());
                String at = places.containsKey(violation.component()) ? component : pointer;
                boolean explained = violation.missing() ? problems.within(component) : problems.at(component);
                if (!explained) {
                    problems.add(InputCode.IMPOSSIBLE, place.line(), place.column(), at, violation.toString(), null);
                }
            }
            return null;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes a value of a type, or null when the node says nothing or something is wrong. */
    @Nullable Object value(Type type, Label label, Node node, String pointer) {
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
        if (kind.isRecord()) {
            return record(Shape.of(kind), label.component(), node, pointer, null);
        }
        return Scalars.read(kind, label, node, pointer, problems);
    }

    private @Nullable Object items(Type of, boolean distinct, Label label, Node node, String pointer) {
        if (!(node instanceof Node.Items items)) {
            wrong(node, pointer, label.of(node) + " must be an array.");
            return null;
        }
        Collection<Object> values = distinct ? new HashSet<>() : new ArrayList<>();
        for (int i = 0; i < items.items().size(); i++) {
            Node item = items.items().get(i);
            String at = pointer + "/" + i;
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

    private @Nullable Object map(Type keys, Type of, Label label, Node node, String pointer) {
        if (!(node instanceof Node.Members object)) {
            wrong(node, pointer, label.of(node) + " must be an object.");
            return null;
        }
        Map<Object, Object> values = new LinkedHashMap<>();
        for (Node.Member member : distinct(object, label.component(), pointer)) {
            String at = child(pointer, member.key());
            Node key = keys == Integer.class ? new Node.Number(member.line(), member.column(), member.key())
                    : new Node.Text(member.line(), member.column(), member.key());
            Object name = Scalars.read((Class<?>) keys, new Label("key", label.component()), key, at, problems);
            Object value = value(of, new Label(label.component(), member.key()), member.value(), at);
            if (name != null && value != null) {
                values.put(name, value);
            }
        }
        return values;
    }

    private @Nullable Object span(Label label, Node node, String pointer) {
        if (node instanceof Node.Items items && items.items().size() == 2
                && items.items().get(0) instanceof Node.Text from && items.items().get(1) instanceof Node.Text to) {
            try {
                return OpenSpan.of(from.value(), to.value());
            } catch (BadFactException e) {
                for (BadFactException.Violation violation : e.violations()) {
                    boolean first = violation.component().equals("from");
                    Node place = first ? from : to;
                    problems.add(InputCode.IMPOSSIBLE, place.line(), place.column(), pointer + (first ? "/0" : "/1"),
                            violation.toString(), null);
                }
                return null;
            }
        }
        wrong(node, pointer, label.of(node) + " must be a span such as [\"09:00\", \"17:00\"].");
        return null;
    }

    private void wrong(Node node, String pointer, String message) {
        problems.add(InputCode.WRONG_TYPE, node.line(), node.column(), pointer, message, null);
    }

    static String child(String pointer, String key) {
        return pointer + "/" + key.replace("~", "~0").replace("/", "~1");
    }
}
