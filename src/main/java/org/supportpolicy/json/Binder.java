package org.supportpolicy.json;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.OwnFacts;
import org.supportpolicy.Problem;
import org.supportpolicy.fact.BadFactException;
import org.supportpolicy.fact.Limits;
import org.supportpolicy.fact.OpenSpan;
import org.supportpolicy.fact.OpenValue;
import org.supportpolicy.fact.Requirement;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.internal.own.OwnTypes;
import org.supportpolicy.internal.record.Shape;
import org.supportpolicy.internal.words.ProblemTexts;
import org.supportpolicy.internal.words.Spelling;

/** Makes records of nodes, and collects whatever is wrong with them. Not thread-safe. */
final class Binder {

    private static final Pattern MEMBER = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,39}");
    private static final Problem.Said KEY = ProblemTexts.said("key");

    private final ProblemList problems;
    /** What the policy declares; null when that is not known. */
    private final @Nullable OwnFacts own;
    private final boolean lenient;
    private final FindingReading findings;

    /** Makes one that refuses keys it does not know, and leaves it to the records what must be given. */
    Binder(ProblemList problems) {
        this(problems, OwnFacts.NONE);
    }

    /** The same; it knows what a policy declares. */
    Binder(ProblemList problems, OwnFacts own) {
        this(problems, false, own);
    }

    private Binder(ProblemList problems, boolean lenient, @Nullable OwnFacts own) {
        this.problems = problems;
        this.own = own;
        this.lenient = lenient;
        this.findings = new FindingReading(own);
    }

    /**
     * Makes one that passes over keys it does not know, and wants whatever is not optional, nullable or a collection.
     *
     * @param own what the policy declares; null when that is not known
     */
    static Binder lenient(ProblemList problems, @Nullable OwnFacts own) {
        return new Binder(problems, true, own);
    }

    /**
     * Makes a record of an object.
     *
     * @param shape the record
     * @param name what problems call it, a text or one that differs by language
     * @param node the object
     * @param pointer where it stands
     * @param tag a key that is no component, or null
     * @return the record, or null when something is wrong
     */
    @Nullable Object record(Shape shape, Object name, Node node, Pointer pointer, @Nullable String tag) {
        if (!(node instanceof Node.Members object)) {
            return refuse(new Label(name, null), node, pointer, "must.object");
        }
        Object[] values = new Object[shape.names().size()];
        for (Node.Member member : distinct(object, name, pointer)) {
            Integer index = shape.places().get(member.key());
            if (index == null) {
                if (!lenient && !member.key().equals(tag)) {
                    unknownKey(member, name, pointer, shape.names());
                }
            } else {
                values[index] = value(shape.types().get(index), new Label(member.key(), name, shape.free().get(index)), member.value(),
                        pointer.child(member.key()));
            }
        }
        return lenient && !complete(shape, values, name, object, pointer) ? null : make(shape, values, object, pointer);
    }

    /** Puts what absence stands for in the place of what is absent; false when something is missing or wrong. */
    private boolean complete(Shape shape, @Nullable Object[] values, Object name, Node.Members object, Pointer pointer) {
        boolean complete = true;
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null && shape.types().get(i) instanceof ParameterizedType many) {
                Type kind = many.getRawType();
                values[i] = kind == Optional.class ? Optional.empty() : kind == Map.class ? Map.of()
                        : kind == Set.class ? Set.of() : List.of();
            } else if (values[i] == null && !shape.nullable().get(i)) {
                complete = false;
                if (!problems.within(pointer.child(shape.names().get(i)))) {
                    problems.add(object.token(), pointer, Problem.of("SP-I007.part", shape.names().get(i), name));
                }
            }
        }
        return complete;
    }

    /** The members of an object, each key once; a repeated key is a problem. */
    List<Node.Member> distinct(Node.Members object, Object name, Pointer pointer) {
        if (!object.repeats()) {
            return object.members();
        }
        Set<String> seen = new HashSet<>();
        List<Node.Member> members = new ArrayList<>();
        for (Node.Member member : object.members()) {
            if (seen.add(member.key())) {
                members.add(member);
            } else {
                problems.add(member.token(), pointer.child(member.key()), Problem.of("SP-I003", Limits.quoted(member.key()), name));
            }
        }
        return members;
    }

    void unknownKey(Node.Member member, Object name, Pointer pointer, Collection<String> legal) {
        problems.add(member.token(), pointer.child(member.key()),
                Problem.of("SP-I002", name, Limits.quoted(member.key())).maybe(Spelling.nearest(member.key(), legal)));
    }

    private @Nullable Object make(Shape shape, Object[] values, Node.Members object, Pointer pointer) {
        try {
            return shape.make(values);
        } catch (BadFactException bad) {
            bad.violations().forEach(violation -> violated(shape, violation, object, pointer));
            return null;
        }
    }

    /** Adds a problem for what is wrong with a record, at its component if that was given. */
    void violated(Shape shape, BadFactException.Violation violation, Node.Members object, Pointer pointer) {
        Node given = object.get(violation.component());
        Pointer component = pointer.child(violation.component());
        boolean explained = violation.requirement().isPresence() ? problems.within(component) : problems.at(component);
        if (!explained && given == null) {
            problems.add(object.token(), pointer, impossible(violation));
        } else if (!explained) {
            refuse(shape, violation, given, component);
        }
    }

    private void refuse(Shape shape, BadFactException.Violation violation, Node given, Pointer pointer) {
        Integer place = shape.places().get(violation.component());
        if (place != null && shape.free().get(place)) {
            problems.addHidden(given.token(), pointer, impossible(violation));
        } else {
            problems.add(given.token(), pointer, impossible(violation));
        }
    }

    private static Problem impossible(BadFactException.Violation violation) {
        return impossible(violation, violation.fact());
    }

    /**
     * Says what cannot be.
     *
     * @param name what the fact is called, in both languages when it is no key
     */
    static Problem impossible(BadFactException.Violation violation, Object name) {
        return Problem.of("SP-I006", ProblemTexts.said("value.of", violation.component(), violation.value(), name),
                ProblemTexts.said("must." + violation.requirement().key(), violation.limits().toArray()));
    }

    /** Makes a value of a type, or null when the node says nothing or something is wrong. */
    @Nullable Object value(Type type, Label label, Node node, Pointer pointer) {
        if (node instanceof Node.Nothing) {
            return null;
        }
        if (type instanceof ParameterizedType many) {
            Type[] of = many.getActualTypeArguments();
            if (many.getRawType() == Optional.class) {
                return Optional.ofNullable(value(of[0], label, node, pointer));
            }
            return many.getRawType() == Map.class ? map(of[0], of[1], label, node, pointer)
                    : items(of[0], many.getRawType() == Set.class, label, node, pointer);
        }
        Class<?> kind = (Class<?>) type;
        if (kind == OpenSpan.class) {
            return span(label, node, pointer);
        }
        if (kind == Finding.class) {
            return findings.read(this, label, node, pointer, problems);
        }
        if (kind == Object.class) {
            return DecisionTree.of(node);
        }
        if (Record.class.isAssignableFrom(kind)) {
            return record(Shape.of(kind), label.component(), node, pointer, null);
        }
        return scalar(kind, label, node, pointer);
    }

    /** Makes a single value; null when something is wrong. To what a policy may add, any name is taken where the policy is not known. */
    @Nullable Object scalar(Class<?> kind, Label label, Node node, Pointer pointer) {
        return OpenValue.class.isAssignableFrom(kind) ? Scalars.constant(members(kind, node), label, node, pointer, problems)
                : Scalars.read(kind, label, node, pointer, problems);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private Map<String, Object> members(Class kind, Node node) {
        Map<String, Object> known = Scalars.constants(kind);
        Map<String, Object> further = own != null ? Scalars.further(kind, own)
                : node instanceof Node.Text text && !known.containsKey(text.value()) && MEMBER.matcher(text.value()).matches()
                        ? Map.of(text.value(), OwnTypes.named(kind, text.value())) : Map.of();
        if (further.isEmpty()) {
            return known; // mostly, and it is read often
        }
        Map<String, Object> members = new LinkedHashMap<>(known);
        members.putAll(further);
        return members;
    }

    private @Nullable Object items(Type of, boolean distinct, Label label, Node node, Pointer pointer) {
        if (!(node instanceof Node.Items items)) {
            return refuse(label, node, pointer, "must.array");
        }
        int most = of == OpenSpan.class ? Limits.SPANS : Limits.ITEMS;
        if (items.items().size() > most) {
            return tooMany(label, items, items.items().size(), most, pointer);
        }
        Collection<Object> values = distinct ? new HashSet<>() : new ArrayList<>();
        for (int i = 0; i < items.items().size(); i++) {
            Node item = items.items().get(i);
            Pointer at = pointer.child(i);
            if (item instanceof Node.Nothing) {
                problems.add(item.token(), at, Problem.of("SP-I004.item", label.component()));
                continue;
            }
            Object value = value(of, label, item, at);
            if (value instanceof LocalDate day && !Limits.hold(day)) {
                problems.add(item.token(), at, label.refused("SP-I006", item, "must.in-years", Limits.FIRST_YEAR, Limits.LAST_YEAR));
            } else if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    /** Says that there are too many items; none of them is looked at. */
    @Nullable Object tooMany(Label label, Node node, int items, int most, Pointer pointer) {
        problems.add(node.token(), pointer, new Label(label.component(), label.owner())
                .refused("SP-I006", new Node.Number(node.token(), String.valueOf(items)), "must.items-at-most", most));
        return null;
    }

    private @Nullable Object map(Type keys, Type of, Label label, Node node, Pointer pointer) {
        if (!(node instanceof Node.Members object)) {
            return refuse(label, node, pointer, "must.object");
        }
        if (object.members().size() > Limits.ITEMS) {
            return tooMany(label, object, object.members().size(), Limits.ITEMS, pointer);
        }
        Map<Object, Object> values = new LinkedHashMap<>();
        for (Node.Member member : distinct(object, label.component(), pointer)) {
            Pointer at = pointer.child(member.key());
            Node key = keys == Integer.class ? new Node.Number(member.token(), member.key())
                    : new Node.Text(member.token(), member.key());
            Object name = Scalars.read((Class<?>) keys, new Label(KEY, label.component()), key, at, problems);
            Object value = value(of, new Label(label.component(), Limits.quoted(member.key())), member.value(), at);
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
                    boolean ofBoth = violation.requirement() == Requirement.ONE_DAY
                            || violation.requirement() == Requirement.END_AFTER_BEGIN;
                    boolean first = violation.component().equals("from");
                    problems.add((ofBoth ? items : first ? from : to).token(), ofBoth ? pointer : pointer.child(first ? 0 : 1),
                            impossible(violation));
                }
                return null;
            }
        }
        return refuse(label, node, pointer, "must.span");
    }

    private @Nullable Object refuse(Label label, Node node, Pointer pointer, String requirement) {
        problems.addHidden(node.token(), pointer, label.otherKind(node, requirement));
        return null;
    }
}
