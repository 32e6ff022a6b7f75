package org.supportpolicy.internal.trial;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.internal.check.CheckedRule;
import org.supportpolicy.internal.engine.RuleEngine;
import org.supportpolicy.internal.source.Draft;

/**
 * What a policy is made of, which no host sees: the class of policies tells once how it is had.
 *
 * @param draft what the policy was read from
 * @param rules its rules, their words understood
 * @param with makes a policy of other rules that go by the names of its own
 */
public record PolicyParts(Draft draft, List<CheckedRule> rules, Function<RuleEngine, SupportPolicy> with) {

    private static final AtomicReference<Function<SupportPolicy, PolicyParts>> READER = new AtomicReference<>();

    /** Tells how the parts of a policy are had. */
    public static void areReadBy(Function<SupportPolicy, PolicyParts> reader) {
        READER.set(reader);
    }

    /** The parts of a policy. */
    public static PolicyParts of(SupportPolicy policy) {
        return READER.get().apply(policy);
    }
}
