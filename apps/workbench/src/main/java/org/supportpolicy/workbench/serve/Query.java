package org.supportpolicy.workbench.serve;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.Clause;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.WhyNot;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.Limits;
import org.supportpolicy.workbench.http.Refused;
import org.supportpolicy.workbench.http.Texts;

/** What the query of a request asks for; what cannot be is refused. */
final class Query {

    private static final int BAD = 400;
    private static final FactSet NO_FACTS = FactSet.builder(Instant.EPOCH).build();

    private Query() {}

    /** What is asked for in other words than these would go unheard. */
    static void refuseOthers(Context request, String... names) {
        List<String> known = Stream.concat(Stream.of("lang", "strict"), Stream.of(names)).sorted().toList();
        request.queryParamMap().forEach((name, values) -> {
            if (!known.contains(name)) {
                throw Refused.of(BAD, "query.name", name, String.join(", ", known));
            } else if (values.size() > 1) {
                throw Refused.of(BAD, "query.once", name);
            } else if (name.equals("lang") && !values.get(0).equals("nl") && !values.get(0).equals("en")) {
                throw Refused.of(BAD, "query.lang", values.get(0));
            }
        });
    }

    static boolean isAsked(Context request, String option) {
        String value = request.queryParam(option);
        if (value != null && !value.isEmpty() && !value.equals("true") && !value.equals("false")) {
            throw Refused.of(BAD, "query.truth", option, value);
        }
        return value != null && !value.equals("false");
    }

    /** The last instant of interest. */
    static Optional<Instant> until(Context request) {
        return Optional.ofNullable(request.queryParam("until")).map(Query::instant);
    }

    private static Instant instant(String text) {
        try {
            Instant until = Instant.parse(text);
            if (until.isAfter(Limits.LAST_INSTANT)) {
                throw Refused.of(BAD, "query.until.late", until, Limits.LAST_INSTANT);
            }
            return until;
        } catch (DateTimeParseException e) {
            throw Refused.of(BAD, "query.until", text);
        }
    }

    /** What says why a fact set does not bring the clause or the answer. */
    static Function<FactSet, WhyNot> whyNot(Context request, SupportPolicy policy) {
        String clause = request.queryParam("clause");
        String answer = request.queryParam("answer");
        if ((clause == null) == (answer == null)) {
            throw Refused.of(BAD, "query.asked");
        }
        return clause == null ? whyNot(answer, policy) : policy.whyNot(clause(clause, policy, BAD).id());
    }

    private static Function<FactSet, WhyNot> whyNot(String answer, SupportPolicy policy) {
        try {
            return policy.whyNot(answer);
        } catch (PolicyException e) {
            Problem none = e.problems().get(0);
            boolean isNear = !Objects.equals(none.maybe(), Problem.of(none.code(), answer).maybe());
            throw Refused.of(BAD, advised(none, isNear ? none.maybe() : null, "answers"));
        }
    }

    /**
     * The clause of a policy.
     *
     * @param status what the request is refused with if there is none
     */
    static Clause clause(String id, SupportPolicy policy, int status) {
        return policy.clauses().stream().filter(clause -> clause.id().equals(id)).findFirst()
                .orElseThrow(() -> Refused.of(status, noClause(id, policy)));
    }

    /** The library names the clause that is nearest to one that there is not. */
    private static Problem noClause(String id, SupportPolicy policy) {
        try {
            policy.decide(NO_FACTS, List.of(), id);
            throw new IllegalStateException("There is a clause (" + id + ").");
        } catch (PolicyException e) {
            return advised(Problem.of("SP-W011.clause", id), e.problems().get(0).maybe(), "clauses");
        }
    }

    /** A problem with the word that is nearest, and where to find those that there are: here, and not on the command line. */
    private static Problem advised(Problem problem, Problem.@Nullable Said near, String key) {
        Problem.Said found = Texts.said(key);
        Problem.Said advice = near == null ? found
                : new Problem.Said(near.english() + " " + found.english(), near.dutch() + " " + found.dutch());
        return new Problem(problem.code(), null, 0, 0, null, problem.said(), advice, null);
    }
}
