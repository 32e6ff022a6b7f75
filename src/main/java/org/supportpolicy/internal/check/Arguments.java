package org.supportpolicy.internal.check;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.Problem;
import org.supportpolicy.fact.Names;
import org.supportpolicy.internal.source.Expression;
import org.supportpolicy.internal.source.Source;
import org.supportpolicy.internal.words.Spelling;

/**
 * Checks what is handed to a method, function or constructor.
 *
 * @param source the file
 * @param lexicon what it may speak of
 * @param clause the clause that the rule cites
 * @param scope what is bound and known there
 */
record Arguments(Source source, Lexicon lexicon, String clause, Scope scope) {

    /** Whether the arguments fit; what does not is a problem at its place. */
    boolean fit(Member member, List<Value> values, List<Expression> said) {
        boolean fit = true;
        for (int i = 0; i < values.size(); i++) {
            Problem problem = problem(member, i, values.get(i), said.get(i));
            if (problem != null) {
                source.add(place(problem, said.get(i)), problem);
                fit = false;
            }
        }
        return fit;
    }

    private static int place(Problem problem, Expression said) {
        boolean inText = problem.code().equals("SP-R049") && said instanceof Expression.Literal literal
                && literal.value() instanceof String;
        return inText ? said.start() + 1 : said.start();
    }

    private @Nullable Problem problem(Member member, int place, Value value, Expression said) {
        Type wanted = member.parameter(place);
        String text = source.condensed(said.start(), said.end());
        if (!wanted.takes(value.type())) {
            return Problem.of("SP-R045.argument", member.name(), wanted.said(), text);
        }
        if (!wanted.nullable() && !scope.isKnown(value)) {
            return Problem.of(value.type().equals(Type.UNKNOWN) ? "SP-R047.null" : text.matches("\\$\\w+") ? "SP-R047.variable"
                    : "SP-R047", text);
        }
        if (wanted.isBounded() && (value.type().from() < wanted.from() || value.type().to() > wanted.to())
                && !value.type().equals(Type.UNKNOWN)) {
            return wanted.to() == Integer.MAX_VALUE ? Problem.of("SP-R046.least", text, wanted.from())
                    : Problem.of("SP-R046", text, wanted.from(), wanted.to());
        }
        String component = member.wanted(place);
        if (component != null
                && !scope.isKnown(new Value.Call(value, Vocabulary.properties(value.type().kind()).get(component), List.of()))) {
            return Problem.of("SP-R047.component", component, text);
        }
        return wanted.names() == null ? null : named(wanted.names(), value, text);
    }

    private @Nullable Problem named(Names.Thing thing, Value value, String said) {
        if (!(value instanceof Value.Constant constant)) {
            return value.type().names() == thing ? null : Problem.of("SP-R049.free", said);
        }
        String name = String.valueOf(constant.value());
        if (!lexicon.clauses().contains(name)) {
            return Problem.of("SP-R049", name).maybe(Spelling.nearest(name, lexicon.clauses()));
        }
        return clause.isEmpty() || clause.equals(name) ? null : Problem.of("SP-R049.own", name, clause);
    }
}
