package org.supportpolicy.model;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.supportpolicy.FactChange;
import org.supportpolicy.OwnFacts;
import org.supportpolicy.fact.Fact;
import org.supportpolicy.fact.FactSet;

/** Reads and changes components of fact sets by their paths, such as {@code impact.productionImpact}. */
final class Facts {

    private static final Pattern CAUSE = Pattern.compile("causes\\[(\\d+)]");

    private Facts() {}

    /** The fact set with another value at a path; a path without a dot takes a whole fact. */
    static FactSet with(FactSet facts, String path, Object value) {
        return with(facts, path, value, OwnFacts.NONE);
    }

    /** The same where a policy declares further facts. */
    static FactSet with(FactSet facts, String path, Object value, OwnFacts own) {
        Matcher cause = CAUSE.matcher(path);
        return cause.lookingAt() ? with(facts, path, value, facts.causes().get(Integer.parseInt(cause.group(1))), null)
                : with(facts, path, value, null, type(path, own));
    }

    private static FactSet with(FactSet facts, String path, Object value, Fact cause, Class<? extends Fact> kind) {
        List<Fact> all = new ArrayList<>(facts.facts());
        Fact former = cause != null ? cause : facts.get(kind).orElse(null);
        Class<? extends Fact> type = former == null ? kind : former.getClass();
        int place = placeOf(all, former);
        if (place >= 0) {
            all.remove(place);
        }
        if (path.contains(".")) {
            Object[] values = former == null ? new Object[type.getRecordComponents().length] : values(former);
            values[index(type, path)] = value;
            all.add(place < 0 ? all.size() : place, make(type, values));
        } else {
            all.add((Fact) value);
        }
        return FactSet.builder(facts.asOf()).with(all.toArray(Fact[]::new)).build();
    }

    /** The fact set with all these changes. */
    static FactSet with(FactSet facts, List<FactChange> changes) {
        FactSet changed = facts;
        for (FactChange change : changes) {
            Matcher cause = CAUSE.matcher(change.path());
            if (cause.lookingAt() && Integer.parseInt(cause.group(1)) >= changed.causes().size()) {
                Object[] values = new Object[change.fact().getRecordComponents().length];
                values[index(change.fact(), change.path())] = change.to();
                List<Fact> all = new ArrayList<>(changed.facts());
                all.add(make(change.fact(), values));
                changed = FactSet.builder(facts.asOf()).with(all.toArray(Fact[]::new)).build();
            } else {
                changed = cause.lookingAt() ? with(changed, change.path(), change.to())
                        : with(changed, change.path(), change.to(), null, change.fact());
            }
        }
        return changed;
    }

    /** Of two causes that are equal each is itself. */
    private static int placeOf(List<Fact> all, Fact former) {
        return IntStream.range(0, all.size()).filter(i -> all.get(i) == former).findFirst().orElse(-1);
    }

    private static int index(Class<?> type, String path) {
        String component = path.substring(path.indexOf('.') + 1);
        return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList().indexOf(component);
    }

    @SuppressWarnings("unchecked")
    private static Class<? extends Fact> type(String path, OwnFacts own) {
        String name = path.contains(".") ? path.substring(0, path.indexOf('.')) : path;
        if (own.kinds().containsKey(name)) {
            return own.kinds().get(name);
        }
        try {
            return (Class<? extends Fact>) Class.forName("org.supportpolicy.fact." + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(path, e);
        }
    }

    private static Object[] values(Fact fact) {
        try {
            RecordComponent[] components = fact.getClass().getRecordComponents();
            Object[] values = new Object[components.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = components[i].getAccessor().invoke(fact);
            }
            return values;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Fact make(Class<? extends Fact> type, Object[] values) {
        try {
            return type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents()).map(RecordComponent::getType).toArray(Class<?>[]::new)).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
