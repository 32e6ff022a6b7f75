package org.supportpolicy.backlog;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.Ticket;
import org.supportpolicy.json.DecisionWriter;
import org.supportpolicy.json.FactSetReader;

/** Does with a line what is ordered, in a task or in the plain run. Thread-safe. */
final class Deciding {

    /** Takes what is said of a line. */
    interface Out {

        /** A decision, or a change. */
        void say(byte[] text);

        /** One more of what is counted. */
        void count(String what);
    }

    /** Finds the number of a line that is refused. */
    interface Numbers {
        int of(Line line);
    }

    private interface Work {
        void on(FactSet facts, Out out);
    }

    private final Order order;
    private final FactSetReader reader;
    private final Work work;

    Deciding(Order order) {
        this.order = order;
        SupportPolicy policy = order.rules().policy();
        SupportPolicy against = order.against() == null ? null : order.against().policy();
        FactSetReader plain = order.strict() ? FactSetReader.strict() : new FactSetReader();
        this.reader = plain.knowing(against == null ? policy.ownFacts() : against.ownFacts().and(policy.ownFacts()));
        this.work = switch (order.mode()) {
            case DECIDE -> decide(policy, order);
            case CHANGES -> new Changes(Objects.requireNonNull(against), policy)::say;
            case COUNTS -> new Counts(policy, against)::count;
            case FORECAST -> new Forecast(policy, Objects.requireNonNull(order.until()))::count;
        };
    }

    private static Work decide(SupportPolicy policy, Order order) {
        DecisionWriter whole = new DecisionWriter().in(order.locale());
        DecisionWriter writer = order.answersOnly() ? whole.answersOnly() : whole;
        return (facts, out) -> out.say(writer.writeUtf8(policy.decide(facts)));
    }

    /**
     * Works on a line.
     *
     * @param line the line, which is not blank
     * @param numbers asked when the line is refused
     * @return why it is refused, with its place, as the command line says it; null when it is not
     */
    @Nullable String work(Line line, Numbers numbers, Out out) {
        FactSet facts;
        try {
            facts = facts(line, 1);
        } catch (PolicyException e) {
            return refusal(line, numbers);
        }
        try {
            work.on(facts, out);
            return null;
        } catch (PolicyException e) {
            Problem.Said said = facts.get(Ticket.class).map(Ticket::number).map(number -> Problem.of("undecided", number))
                    .orElseGet(() -> Problem.of("undecided.no-number")).said();
            return line.source + ":" + numbers.of(line) + "\n  " + said.in(order.locale()) + "\n" + e.message(order.locale());
        }
    }

    /** What is wrong with a line that cannot be read: the same again, now with its number. */
    private String refusal(Line line, Numbers numbers) {
        try {
            facts(line, numbers.of(line));
        } catch (PolicyException e) {
            return e.message(order.locale());
        }
        throw new IllegalStateException("A line that cannot be read cannot be read again.");
    }

    private FactSet facts(Line line, int number) {
        if (line.cut) {
            throw bad(Problem.of("SP-I001.line", LineReader.LONGEST).in(line.source).at(number, 1, null));
        }
        String text = new String(line.bytes, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') >= 0) {
            CharBuffer read = CharBuffer.allocate(line.bytes.length);
            if (StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line.bytes), read, true).isError()) {
                throw bad(Problem.of("SP-I008.line").in(line.source).at(number, read.position() + 1, null));
            }
        }
        FactSetReader.Line read = reader.line(line.source, number, text);
        if (read.failure() != null) {
            throw read.failure();
        }
        return Objects.requireNonNull(read.facts());
    }

    private static PolicyException bad(Problem problem) {
        return new PolicyException("The input", List.of(problem));
    }
}
