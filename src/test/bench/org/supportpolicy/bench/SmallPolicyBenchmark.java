package org.supportpolicy.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.fact.FactSet;

/** One decision by a policy of 33 clauses, beside the same in Java by hand, in plain Drools and in Easy Rules. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SmallPolicyBenchmark {

    private final List<FactSet> tickets = SmallPolicy.tickets(400);
    private int next;

    private FactSet ticket() {
        next = next + 1 == tickets.size() ? 0 : next + 1;
        return tickets.get(next);
    }

    @Benchmark
    public Object small(Ours ours) {
        return ours.policy.decide(ticket()).reasons();
    }

    @Benchmark
    public Object smallByHand() {
        return SmallPolicyBaselines.byHand(ticket());
    }

    @Benchmark
    public Object smallPlainDrools(Drools drools) {
        return drools.rules.decide(ticket());
    }

    @Benchmark
    public Object smallEasyRules(EasyRules easyRules) {
        return easyRules.rules.decide(ticket());
    }

    /** The policy, one for all threads. */
    @State(Scope.Benchmark)
    public static class Ours {
        final SupportPolicy policy = SmallPolicy.load();
    }

    /** Plain Drools, one for all threads. */
    @State(Scope.Benchmark)
    public static class Drools {
        final SmallPolicyBaselines.Drools rules = new SmallPolicyBaselines.Drools();
    }

    /** Easy Rules, one for all threads. */
    @State(Scope.Benchmark)
    public static class EasyRules {
        final SmallPolicyBaselines.EasyRules rules = new SmallPolicyBaselines.EasyRules();
    }
}
