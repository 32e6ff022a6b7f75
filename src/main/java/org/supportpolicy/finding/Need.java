package org.supportpolicy.finding;

import java.util.List;
import org.supportpolicy.fact.InRules;
import org.supportpolicy.fact.Names;

/**
 * Unknown facts that could still change an undetermined answer.
 *
 * @param paths the paths of the facts, such as {@code impact.productionImpact}
 */
public record Need(@Names(Names.Thing.FACT) List<String> paths) implements Finding {

    /** Copies the paths. */
    public Need {
        paths = List.copyOf(paths);
    }

    /** Names the paths. */
    @InRules
    public static Need of(@Names(Names.Thing.FACT) String... paths) {
        return new Need(List.of(paths));
    }
}
