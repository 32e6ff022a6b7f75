package org.supportpolicy.internal.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.supportpolicy.Problem;
import org.supportpolicy.internal.source.RuleBook;
import org.supportpolicy.internal.source.RuleText;

/**
 * A rule whose words are understood.
 *
 * @param book the file it stands in
 * @param text the rule as it is written
 * @param ways its conditions; several where they are joined by {@code or}
 * @param concludes the class of what it concludes
 * @param slots how many objects it looks at
 */
public record CheckedRule(RuleBook book, RuleText text, List<Way> ways, Class<?> concludes, int slots) {

    /**
     * Conditions that must all hold, and what follows.
     *
     * @param steps the conditions
     * @param then what is concluded
     */
    public record Way(List<Step> steps, Value then) {}

    /** Its name. */
    public String name() {
        return text.name().text();
    }

    /** Its sentence in both languages; the English one where there is none in Dutch. */
    public Problem.Said sentence() {
        String dutch = text.said("nl");
        return new Problem.Said(name(), dutch.isEmpty() ? name() : dutch);
    }

    /** The classes of facts and findings it looks at. */
    public Set<Class<?>> reads() {
        Set<Class<?>> reads = new LinkedHashSet<>();
        looks((look, absence) -> reads.add(look.type()));
        return reads;
    }

    /** Those of which it must have seen everything, because it asks for what is absent. */
    public Set<Class<?>> settled() {
        Set<Class<?>> settled = new LinkedHashSet<>();
        looks((look, absence) -> {
            if (absence) {
                settled.add(look.type());
            }
        });
        return settled;
    }

    /** The values it looks at or concludes, whole. */
    public Stream<Value> values() {
        return Stream.concat(asked(), ways.stream().map(Way::then));
    }

    /** The values it looks at, whole. */
    public Stream<Value> asked() {
        List<Value> values = new ArrayList<>();
        looks((look, absence) -> look.tests().forEach(checked -> checked.test().values().forEach(values::add)));
        return values.stream();
    }

    /** Goes through all that it looks at, and says whether for its absence. */
    void looks(BiConsumer<Step.Look, Boolean> use) {
        ways.forEach(way -> looks(way.steps, false, use));
    }

    private static void looks(List<Step> steps, boolean absence, BiConsumer<Step.Look, Boolean> use) {
        for (Step step : steps) {
            if (step instanceof Step.Look look) {
                use.accept(look, absence);
            } else if (step instanceof Step.AskExcept except) {
                use.accept(except.exception(), true);
            } else {
                Step.Ask ask = (Step.Ask) step;
                ask.ways().forEach(way -> looks(way, absence || !ask.wanted(), use));
            }
        }
    }
}
