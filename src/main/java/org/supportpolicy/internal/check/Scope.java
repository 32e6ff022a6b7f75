package org.supportpolicy.internal.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.internal.check.Test.Operator;

/** What is bound and known at a place of a rule, and the conditions up to there. Not thread-safe. */
final class Scope {

    private final boolean whole;
    private final Map<String, @Nullable Value> variables;
    private final Set<Value> known;
    private final List<Step> steps;

    /** Begins; all conditions could be read, or variables may be bound by those that could not. */
    Scope(boolean whole) {
        this(whole, new HashMap<>(), new HashSet<>(), new ArrayList<>());
    }

    private Scope(boolean whole, Map<String, @Nullable Value> variables, Set<Value> known, List<Step> steps) {
        this.whole = whole;
        this.variables = variables;
        this.known = known;
        this.steps = steps;
    }

    /** The same for a condition within this one, of which nothing is seen from outside. */
    Scope inner() {
        return new Scope(whole, new HashMap<>(variables), new HashSet<>(known), new ArrayList<>());
    }

    /** The same for one of several ways on from here. */
    Scope copy() {
        return new Scope(whole, new HashMap<>(variables), new HashSet<>(known), new ArrayList<>(steps));
    }

    /** Binds a variable; to null when what it stands for could not be understood. */
    void bind(String variable, @Nullable Value value) {
        variables.put(variable, value);
    }

    /** Whether all conditions could be read. */
    boolean isWhole() {
        return whole;
    }

    boolean isBound(String variable) {
        return variables.containsKey(variable);
    }

    @Nullable Value bound(String variable) {
        return variables.get(variable);
    }

    Set<String> variables() {
        return variables.keySet();
    }

    void add(Step step) {
        steps.add(step);
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    /** Whether a value is known for certain. */
    boolean isKnown(Value value) {
        return !value.type().nullable() || known.contains(value);
    }

    /** Takes values for known. */
    void know(Set<Value> values) {
        known.addAll(values);
    }

    /** Learns what is known where a test holds. */
    void learn(Test test) {
        if (test instanceof Test.All all) {
            all.parts().forEach(this::learn);
        } else if (test instanceof Test.Any any) {
            Set<Value> common = null;
            for (Test part : any.parts()) {
                Scope branch = copy();
                branch.learn(part);
                if (common == null) {
                    common = branch.known;
                } else {
                    common.retainAll(branch.known);
                }
            }
            known.addAll(common);
        } else if (test instanceof Test.Compare compare) {
            compare(compare);
        } else if (test instanceof Test.Among among && among.wanted()) {
            known.add(among.one());
        } else if (test instanceof Test.Holds holds && holds.wanted()) {
            known.add(holds.many());
            known.add(holds.one());
        } else if (test instanceof Test.Truth truth && truth.wanted() && truth.value() instanceof Value.Call call
                && call.target() != null) {
            call.member().implies().forEach(name -> implied(call, name));
        }
    }

    /** Learns what is known where a test does not hold. */
    void learnOpposite(Test test) {
        if (test instanceof Test.Compare compare && compare.operator() == Operator.SAME && compare.right().type().equals(Type.UNKNOWN)) {
            known.add(compare.left());
        }
    }

    private void compare(Test.Compare compare) {
        boolean asksForNull = compare.right().type().equals(Type.UNKNOWN);
        if (compare.operator().isOrder() || compare.operator() == Operator.OTHER && asksForNull
                || compare.operator() == Operator.SAME && !asksForNull && (isKnown(compare.left()) || isKnown(compare.right()))) {
            known.add(compare.left());
            if (!asksForNull) {
                known.add(compare.right());
            }
        }
    }

    private void implied(Value.Call call, String name) {
        Member property = Vocabulary.properties(call.target().type().kind()).get(name);
        if (property != null) {
            known.add(new Value.Call(call.target(), property, List.of()));
        }
        Vocabulary.methods(call.target().type().kind()).getOrDefault(name, List.of()).stream()
                .filter(method -> method.takes(call.arguments().size()))
                .forEach(method -> known.add(new Value.Call(call.target(), method, call.arguments())));
    }
}
