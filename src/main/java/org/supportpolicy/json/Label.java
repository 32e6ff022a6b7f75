package org.supportpolicy.json;

import org.jspecify.annotations.Nullable;
import org.supportpolicy.Problem;
import org.supportpolicy.internal.words.ProblemTexts;

/**
 * What problems call a value.
 *
 * @param component the component it is for, a text or one that differs by language
 * @param owner what that is a component of, the same; null at the top
 */
record Label(Object component, @Nullable Object owner) {

    /** The value in words, such as {@code The urgencySet (7) of ticket}. */
    private Problem.Said of(Node node) {
        return owner == null ? ProblemTexts.said("value", component, node.quoted())
                : ProblemTexts.said("value.of", component, node.quoted(), owner);
    }

    /**
     * The problem that the value is not as it must be.
     *
     * @param code its code
     * @param requirement the key of the requirement in the catalogue
     * @param limits what is filled in there
     */
    Problem refused(String code, Node node, String requirement, Object... limits) {
        return Problem.of(code, of(node), ProblemTexts.said(requirement, limits));
    }
}
