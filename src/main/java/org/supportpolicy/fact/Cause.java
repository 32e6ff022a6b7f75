package org.supportpolicy.fact;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A circumstance that may have caused the problem. It matters only when the causal link is established. */
public sealed interface Cause extends Fact
        permits Addition, InstallationEnvironment, MajorUpgrade, MissingUpdate, Mishap, OperatingEnvironment, Use {

    /** Whether the circumstance is established as the cause of the problem. */
    @InRules
    @Nullable Boolean causedProblem();

    @Override
    default Cause asKnownAt(AsOf now) {
        Objects.requireNonNull(now, "The now must be given.");
        return this;
    }
}
