package org.supportpolicy.json;

import org.jspecify.annotations.Nullable;
import org.supportpolicy.fact.Limits;

/**
 * Where a value stands in a document; a JSON pointer once a problem asks for it, its keys as problems quote them.
 *
 * @param parent what it stands in; null for the document
 * @param step a key, or the number of an item
 */
record Pointer(@Nullable Pointer parent, Object step) {

    /** The whole document. */
    static final Pointer DOCUMENT = new Pointer(null, "");

    /** What stands in this place under a key or a number. */
    Pointer child(Object key) {
        return new Pointer(this, key);
    }

    @Override
    public String toString() {
        return parent == null ? "" : parent + "/" + Limits.quoted(step.toString()).replace("~", "~0").replace("/", "~1");
    }
}
