package org.supportpolicy.bench;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.model.ReferenceModel;

/** One decision, by the kind of ticket. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DecideBenchmark {

    @Param({"MIX", "SMALL", "FULL", "REFUSED", "UNKNOWN"})
    public String kind;

    private List<FactSet> tickets;
    private int next;

    @Setup
    public void tickets() {
        tickets = kind.equals("MIX") ? TicketMix.standard(400).toList() : TicketMix.valueOf(kind).tickets(100);
    }

    private FactSet ticket() {
        next = next + 1 == tickets.size() ? 0 : next + 1;
        return tickets.get(next);
    }

    @Benchmark
    public Object decide(Shared shared) {
        return shared.policy.decide(ticket()).reasons();
    }

    @Benchmark
    public Object decideAndExplain(Shared shared) {
        return shared.policy.decide(ticket()).explain(Locale.ENGLISH);
    }

    @Benchmark
    public Object plainDrools(Plain plain) {
        return plain.drools.decide(ticket());
    }

    @Benchmark
    public Object referenceModel() {
        return ReferenceModel.decide(ticket(), QuickClock::of);
    }

    /** The policy, one for all threads. */
    @State(Scope.Benchmark)
    public static class Shared {
        final SupportPolicy policy = SupportPolicy.standard();
    }

    /** Plain Drools, one for all threads. */
    @State(Scope.Benchmark)
    public static class Plain {
        final PlainDrools drools = new PlainDrools();
    }
}
