package org.supportpolicy.internal.source;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The file in which a policy declares facts and findings of its own.
 *
 * @param source the file
 * @param home its package; null when it names none
 * @param imports what it imports
 * @param declarations what it declares, in the order in which it is written
 * @param unread the names of declarations that could not be read to their end
 */
public record FactBook(Source source, @Nullable Name home, List<RuleBook.Import> imports, List<Declaration> declarations,
        Set<String> unread) {

    /** What the file is called. */
    public static final String FILE = "facts.drl";
}
