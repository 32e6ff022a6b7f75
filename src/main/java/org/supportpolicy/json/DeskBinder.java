package org.supportpolicy.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.OwnFacts;
import org.supportpolicy.Problem;
import org.supportpolicy.fact.BadFactException;
import org.supportpolicy.fact.DeskTemplate;
import org.supportpolicy.fact.Fact;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.Limits;
import org.supportpolicy.internal.words.ProblemTexts;

/** Makes what a desk gives for each of its tickets of a document, and lays the facts of another over it. */
final class DeskBinder {

    private static final String PRODUCT = "product";
    private static final String PRODUCTS = "products";
    private static final Problem.Said DESK = ProblemTexts.said("desk-template");

    private final OwnFacts own;
    private final ProblemList problems;
    private final Binder binder;
    private final List<Fact> facts = new ArrayList<>();

    private DeskBinder(OwnFacts own, ProblemList problems) {
        this.own = own;
        this.problems = problems;
        this.binder = new Binder(problems, own);
    }

    /** Makes the template that a document holds; null when something is wrong. */
    static @Nullable DeskTemplate bind(Node node, OwnFacts own, ProblemList problems) {
        if (!(node instanceof Node.Members object)) {
            problems.addHidden(node.token(), Pointer.DOCUMENT, new Label(DESK, null).otherKind(node, "must.object"));
            return null;
        }
        return new DeskBinder(own, problems).template(object);
    }

    private @Nullable DeskTemplate template(Node.Members object) {
        for (Node.Member member : binder.distinct(object, DESK, Pointer.DOCUMENT)) {
            Pointer pointer = Pointer.DOCUMENT.child(member.key());
            if (member.key().equals(PRODUCTS)) {
                products(member.value(), pointer);
            } else if (FactSetBinder.shape(member.key(), own) == null) {
                binder.unknownKey(member, DESK, Pointer.DOCUMENT, keys());
            } else {
                add(member.key(), member.value(), pointer);
            }
        }
        try {
            return DeskTemplate.of(facts.toArray(Fact[]::new));
        } catch (BadFactException e) {
            e.violations().forEach(violation -> refuse(violation, object));
            return null;
        }
    }

    private List<String> keys() {
        return Stream.of(Stream.of(PRODUCTS), FactSetBinder.facts().keySet().stream(), own.kinds().keySet().stream())
                .flatMap(keys -> keys).sorted().toList();
    }

    /** Says what cannot be in a template, at the list of products or at the component. */
    private void refuse(BadFactException.Violation violation, Node.Members object) {
        Node place = object;
        Pointer pointer = Pointer.DOCUMENT;
        for (String name : violation.component().split("\\.")) {
            pointer = pointer.child(name);
            Node inner = place instanceof Node.Members members ? members.get(name) : null;
            place = inner == null ? place : inner;
        }
        problems.add(place.token(), pointer, Binder.impossible(violation, DESK));
    }

    private void products(Node node, Pointer pointer) {
        if (node instanceof Node.Nothing) {
            return;
        }
        if (!(node instanceof Node.Items items)) {
            problems.addHidden(node.token(), pointer, new Label(PRODUCTS, null).otherKind(node, "must.array"));
        } else if (items.items().size() > Limits.ITEMS) {
            binder.tooMany(new Label(PRODUCTS, null), items, items.items().size(), Limits.ITEMS, pointer);
        } else {
            for (int i = 0; i < items.items().size(); i++) {
                add(PRODUCT, items.items().get(i), pointer.child(i));
            }
        }
    }

    private void add(String key, Node node, Pointer pointer) {
        if (!(node instanceof Node.Nothing)) {
            Object fact = binder.record(Objects.requireNonNull(FactSetBinder.shape(key, own)), key, node, pointer, null);
            if (fact != null) {
                facts.add((Fact) fact);
            }
        }
    }

    /** Lays facts over those of a desk; what cannot be together is a problem of the document that the former were made of. */
    static FactSet over(FactSet facts, DeskTemplate desk, Node document, OwnFacts own, ProblemList problems) {
        try {
            return facts.over(desk);
        } catch (BadFactException e) {
            Binder binder = new Binder(problems);
            for (BadFactException.Violation violation : e.violations()) {
                Node fact = ((Node.Members) document).get(violation.fact());
                binder.violated(Objects.requireNonNull(FactSetBinder.shape(violation.fact(), own)), violation, (Node.Members) fact,
                        Pointer.DOCUMENT.child(violation.fact()));
            }
            return facts;
        }
    }
}
