package org.supportpolicy.json;

import org.jspecify.annotations.Nullable;
import org.supportpolicy.Problem;
import org.supportpolicy.internal.words.ProblemTexts;

/**
 * What problems call a value.
 *
 * @param component the component it is for, a text or one that differs by language
 * @param owner what that is a component of, the same; null at the top
 * @param free whether it is a free text, of which problems say the kind and not what it says
 */
record Label(Object component, @Nullable Object owner, boolean free) {

    /** What problems call a value that is no free text. */
    Label(Object component, @Nullable Object owner) {
        this(component, owner, false);
    }

    /** The value in words, such as {@code The urgencySet (7) of ticket}. */
    private Problem.Said of(Object value) {
        return owner == null ? ProblemTexts.said("value", component, value) : ProblemTexts.said("value.of", component, value, owner);
    }

    /**
     * The problem that the value is not as it must be.
     *
     * @param code its code
     * @param requirement the key of the requirement in the catalogue
     * @param limits what is filled in there
     */
    Problem refused(String code, Node node, String requirement, Object... limits) {
        return Problem.of(code, of(free ? node.kind() : node.quoted()), ProblemTexts.said(requirement, limits));
    }

    /** The problem that a value of another kind must stand there; the value may hold free texts. */
    Problem otherKind(Node node, String requirement) {
        return Problem.of("SP-I004", of(node.kind()), ProblemTexts.said(requirement));
    }
}
