package org.supportpolicy.finding;

import java.util.List;

/**
 * Unknown facts that could still change an undetermined answer.
 *
 * @param paths the paths of the facts, such as {@code impact.productionImpact}
 */
public record Need(List<String> paths) implements Finding {

    /** Copies the paths. */
    public Need {
        paths = List.copyOf(paths);
    }

    /** Names the paths. */
    public static Need of(String... paths) {
        return new Need(List.of(paths));
    }
}
