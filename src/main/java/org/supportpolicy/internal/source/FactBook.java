package org.supportpolicy.internal.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The file in which a policy declares facts and findings of its own.
 *
 * @param source the file
 * @param home its package; null when it names none
 * @param imports what it imports
 * @param declarations what it declares, in the order in which it is written
 */
public record FactBook(Source source, @Nullable Name home, List<RuleBook.Import> imports, List<Declaration> declarations) {

    /** What the file is called. */
    public static final String FILE = "facts.drl";
}
