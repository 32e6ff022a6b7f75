package org.supportpolicy.internal.source;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A declaration as it is written.
 *
 * @param name what is declared
 * @param isEnum whether it is a choice of constants
 * @param marks what it says of itself
 * @param constants the constants; none unless it is a choice
 * @param components what it is made of; of a choice, what each constant is made of
 * @param text the whole of it
 */
public record Declaration(Name name, boolean isEnum, List<Mark> marks, List<Constant> constants, List<Component> components,
        String text) {

    /**
     * An annotation, such as {@code @finding} or {@code @nl("Klant")}.
     *
     * @param name its name
     * @param value its text with where it begins, behind the quote; null when it has none
     */
    public record Mark(Name name, @Nullable Name value) {}

    /** A constant with the texts in its parentheses. */
    public record Constant(Name name, List<Name> texts) {}

    /**
     * A component.
     *
     * @param name its name
     * @param type the name of its type, as it is written
     * @param element of a list, the name of the type of its items; else null
     * @param marks what it says of itself
     */
    public record Component(Name name, Name type, @Nullable Name element, List<Mark> marks) {}

    /** The text of an annotation; empty where there is no such annotation, or it has no text. */
    public static Optional<Name> said(List<Mark> marks, String name) {
        return marks.stream().filter(mark -> mark.name().text().equals(name)).findFirst().map(Mark::value);
    }

    /** Whether it says something of itself. */
    public boolean is(String mark) {
        return marks.stream().anyMatch(each -> each.name().text().equals(mark));
    }
}
