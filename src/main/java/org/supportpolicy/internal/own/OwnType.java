package org.supportpolicy.internal.own;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A declaration that was checked. Two that are equal are one class.
 *
 * @param name its name, which is also that of its class
 * @param kind what it is
 * @param components what it is made of
 * @param constants the names of its constants; none unless it is a choice
 * @param none whether nothing is unknown of it when it is not there
 * @param one whether a decision holds one of it at most
 * @param adds the name of the class to whose values it adds its constants; null for a class of its own
 * @param words how people are told of it
 */
public record OwnType(String name, Kind kind, List<Component> components, List<String> constants, boolean none, boolean one,
        @Nullable String adds, Said words) {

    /** What a declaration can be. */
    public enum Kind { CHOICE, FACT, FINDING, PART }

    /**
     * A component.
     *
     * @param name its name
     * @param type the name of its class
     * @param element the name of the class of its items, when it is a list; else null
     * @param from the least number it can be
     * @param to the greatest number it can be
     * @param none whether nothing is unknown of it when it is not there
     */
    public record Component(String name, String type, @Nullable String element, int from, int to, boolean none) {

        /** Whether it lies between certain numbers. */
        boolean isBounded() {
            return from != Integer.MIN_VALUE || to != Integer.MAX_VALUE;
        }
    }

    /** Words by key, each key followed by its phrase, in both languages, and who can answer. */
    public record Said(List<String> english, List<String> dutch, List<String> answerers) {}
}
