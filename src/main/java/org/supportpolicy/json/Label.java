package org.supportpolicy.json;

import org.jspecify.annotations.Nullable;

/**
 * What problems call a value.
 *
 * @param component the component it is for
 * @param owner what that is a component of; null at the top
 */
record Label(String component, @Nullable String owner) {

    /** The value in words, such as {@code The urgencySet (7) of ticket}. */
    String of(Node node) {
        return "The " + component + " (" + node.quoted() + ")" + (owner == null ? "" : " of " + owner);
    }
}
