package org.supportpolicy.internal;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.drools.model.Binding;
import org.drools.model.SingleConstraint;
import org.drools.model.Variable;
import org.drools.model.functions.Function1;
import org.drools.model.functions.IntrospectableLambda;
import org.drools.model.functions.Predicate1;
import org.drools.model.functions.Predicate2;
import org.drools.model.functions.PredicateN;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.internal.RulePlan.Operand;
import org.supportpolicy.internal.RulePlan.Test;

/** What Drools compiled of constraints and bindings, as tests and operands over what a rule has matched. */
final class CompiledCode {

    private CompiledCode() {}

    /** What variables stand for. */
    static Operand[] operands(Variable<?>[] wanted, Map<Variable<?>, Operand> variables) {
        return Stream.of(wanted).map(variables::get).toArray(Operand[]::new);
    }

    /** What a variable stands for that is bound in a pattern; it is worked out when it is asked for. */
    static Operand operand(Binding binding, Map<Variable<?>, Operand> variables) {
        Operand[] inputs = operands(binding.getInputVariables(), variables);
        if (inputs.length == 1) {
            Operand input = inputs[0];
            @SuppressWarnings("unchecked")
            Function1<Object, Object> function = binding.getBindingFunction();
            return matched -> function.apply(input.of(matched));
        }
        return matched -> binding.eval(values(inputs, matched));
    }

    /** Whether a constraint holds. */
    static Test test(SingleConstraint constraint, Map<Variable<?>, Operand> variables) {
        Operand[] operands = operands(constraint.getVariables(), variables);
        return switch (operands.length) {
            case 1 -> {
                Predicate1<Object> test = itself(constraint.getPredicate1());
                yield matched -> test.test(operands[0].of(matched));
            }
            case 2 -> {
                Predicate2<Object, Object> test = itself(constraint.getPredicate2());
                yield matched -> test.test(operands[0].of(matched), operands[1].of(matched));
            }
            default -> {
                PredicateN test = constraint.getPredicate();
                yield matched -> test.test(values(operands, matched));
            }
        };
    }

    /** Whether one of several tests fails. */
    static Test notAll(List<Test> tests) {
        return matched -> {
            for (Test test : tests) {
                if (!test.holds(matched)) {
                    return true;
                }
            }
            return false;
        };
    }

    /** An expression itself; Drools wraps it to compare it with others. */
    @SuppressWarnings("unchecked")
    static <T> T itself(Object wrapped) {
        return (T) (wrapped instanceof IntrospectableLambda wrapper ? wrapper.getLambda() : wrapped);
    }

    private static @Nullable Object[] values(Operand[] operands, @Nullable Object[] matched) {
        Object[] values = new Object[operands.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = operands[i].of(matched);
        }
        return values;
    }
}
