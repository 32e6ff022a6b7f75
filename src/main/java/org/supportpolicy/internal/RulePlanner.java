package org.supportpolicy.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.drools.model.Condition;
import org.drools.model.Consequence;
import org.drools.model.Constraint;
import org.drools.model.Pattern;
import org.drools.model.SingleConstraint;
import org.drools.model.Variable;
import org.drools.model.functions.HashedExpression;
import org.drools.model.functions.Predicate1;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;
import org.supportpolicy.internal.RulePlan.Ask;
import org.supportpolicy.internal.RulePlan.Operand;
import org.supportpolicy.internal.RulePlan.Selection;
import org.supportpolicy.internal.RulePlan.Step;
import org.supportpolicy.internal.RulePlan.Take;
import org.supportpolicy.internal.RulePlan.Test;
import org.supportpolicy.internal.RulePlan.Way;

/**
 * Plans how rules are tried, from what Drools compiled. Equal patterns are planned once, told by the hash that Drools gives to
 * expressions. Not thread-safe.
 */
final class RulePlanner {

    private final Map<Class<?>, Integer> types = new HashMap<>();
    private final Map<List<Object>, Selection> selections = new HashMap<>();
    private int slots;

    /** The classes that rules look at, each with its number. */
    Map<Class<?>, Integer> types() {
        return types;
    }

    /** How many selections there are. */
    int selections() {
        return selections.size();
    }

    /** How many slots the longest rule needs. */
    int slots() {
        return slots;
    }

    /** Plans a rule. */
    RulePlan plan(CompiledRule compiled) {
        OneRule rule = new OneRule(compiled.name());
        Consequence consequence = compiled.rule().getDefaultConsequence();
        List<Way> ways = rule.follow(List.of(new Path(List.of(), Map.of())), compiled.rule().getView()).stream()
                .map(path -> way(path, consequence)).toList();
        return new RulePlan(compiled.name(), compiled.concludes(), rule.reads, rule.settled, ways);
    }

    private static Way way(Path path, Consequence consequence) {
        return new Way(path.steps.toArray(Step[]::new), path.steps.stream().filter(Take.class::isInstance).mapToInt(step -> ((Take) step).slot()).toArray(),
                consequence.getBlock(), CompiledCode.operands(consequence.getVariables(), path.variables));
    }

    /**
     * The steps so far, and what their variables stand for.
     *
     * @param steps the steps
     * @param variables the operands of the variables bound by them
     */
    private record Path(List<Step> steps, Map<Variable<?>, Operand> variables) {

        Path with(Step step, Map<Variable<?>, Operand> bound) {
            return new Path(Stream.concat(steps.stream(), Stream.of(step)).toList(), bound);
        }
    }

    /** The planning of one rule. */
    private final class OneRule {

        private final String name;
        private final Set<Class<?>> reads = new LinkedHashSet<>();
        private final Set<Class<?>> settled = new LinkedHashSet<>();
        private int slot;
        private int negations;

        OneRule(String name) {
            this.name = name;
        }

        List<Path> follow(List<Path> paths, Condition condition) {
            List<Condition> parts = condition.getSubConditions();
            return switch (condition.getType()) {
                case PATTERN -> paths.stream().map(path -> take(path, (Pattern<?>) condition, true)).toList();
                case AND -> all(paths, parts);
                case OR -> parts.stream().flatMap(part -> follow(paths, part).stream()).toList();
                case NOT, EXISTS -> paths.stream().map(path -> ask(path, condition.getType() == Condition.Type.EXISTS, inner -> all(inner, parts))).toList();
                case FORALL -> paths.stream().map(path -> ask(path, false, inner -> exception(inner, parts.get(0)))).toList();
                case CONSEQUENCE -> paths;
                default -> throw refused(condition);
            };
        }

        private List<Path> all(List<Path> paths, List<Condition> conditions) {
            List<Path> followed = paths;
            for (Condition condition : conditions) {
                followed = follow(followed, condition);
            }
            return followed;
        }

        private Path ask(Path path, boolean wanted, UnaryOperator<List<Path>> inner) {
            negations += wanted ? 0 : 1;
            List<Path> asked = inner.apply(List.of(new Path(List.of(), path.variables)));
            negations -= wanted ? 0 : 1;
            return path.with(new Ask(wanted, asked.stream().map(way -> way.steps.toArray(Step[]::new)).toArray(Step[][]::new)), path.variables);
        }

        /** What would show that something does not hold for all: the first of the patterns without the others, or without its own constraints. */
        private List<Path> exception(List<Path> paths, Condition all) {
            if (all instanceof Pattern<?> alone) {
                return paths.stream().map(path -> take(path, alone, false)).toList();
            }
            List<Condition> patterns = all.getSubConditions();
            return follow(paths, patterns.get(0)).stream()
                    .map(path -> ask(path, false, inner -> all(inner, patterns.subList(1, patterns.size())))).toList();
        }

        /** Takes what matches a pattern, or what is of its class and does not. */
        private Path take(Path path, Pattern<?> pattern, boolean matching) {
            Class<?> type = pattern.getPatternVariable().getType();
            reads.add(type);
            if (negations > 0) {
                settled.add(type);
            }
            int at = slot++;
            slots = Math.max(slots, slot);
            Map<Variable<?>, Operand> variables = new HashMap<>(path.variables);
            variables.put(pattern.getPatternVariable(), matched -> matched[at]);
            pattern.getBindings().forEach(binding -> variables.put(binding.getBoundVariable(), CompiledCode.operand(binding, variables)));
            List<Predicate1<Object>> alone = new ArrayList<>();
            List<Test> joined = new ArrayList<>();
            for (SingleConstraint constraint : singles(pattern.getConstraint()).toList()) {
                Variable<?>[] needed = constraint.getVariables();
                if (matching && needed.length == 1 && needed[0] == pattern.getPatternVariable()) {
                    alone.add(CompiledCode.itself(constraint.getPredicate1()));
                } else {
                    joined.add(CompiledCode.test(constraint, variables));
                }
            }
            return path.with(new Take(selection(type, alone), at, matching ? joined.toArray(Test[]::new) : new Test[] {CompiledCode.notAll(joined)}), variables);
        }

        private Stream<SingleConstraint> singles(Constraint constraint) {
            return switch (constraint.getType()) {
                case SINGLE -> constraint == SingleConstraint.TRUE ? Stream.empty() : Stream.of((SingleConstraint) constraint);
                case MULTIPLE, AND -> constraint.getChildren().stream().flatMap(this::singles);
                case OR -> throw refused(constraint.getType());
            };
        }

        private PolicyException refused(Object what) {
            return new PolicyException("The policy", List.of(Problem.untranslated("SP-R080", null, 0, 0, null,
                    "The rule (" + name + ") has a condition that cannot be decided (" + what + ").", null, null)));
        }
    }

    private Selection selection(Class<?> type, List<Predicate1<Object>> conditions) {
        List<Object> key = new ArrayList<>(List.of(type));
        conditions.forEach(condition -> key.add(condition instanceof HashedExpression hashed ? hashed.getExpressionHash() : condition));
        int number = types.computeIfAbsent(type, added -> types.size());
        @SuppressWarnings("unchecked")
        Predicate1<Object>[] tried = conditions.toArray(Predicate1[]::new);
        return selections.computeIfAbsent(key, added -> new Selection(selections.size(), number, tried));
    }
}
