package org.supportpolicy.author;

import java.util.Objects;
import java.util.Optional;

/**
 * Something that stands otherwise in one policy than in another.
 *
 * @param kind what was edited
 * @param clause the clause it belongs to: of a rule the one that it cites now; the id of a reading or section; empty for the
 *     edition and for what is declared
 * @param rule the sentence of the rule, in English its name, as it is now, or was when it is gone; empty where no rule was edited
 * @param before what stood there; empty when it is new
 * @param after what stands there; empty when it is gone
 */
public record Edit(Kind kind, String clause, Optional<String> rule, Optional<String> before, Optional<String> after) {

    /** Checks that all is given. */
    public Edit {
        Objects.requireNonNull(kind, "The kind must be given.");
        Objects.requireNonNull(clause, "The clause must be given.");
        Objects.requireNonNull(rule, "The rule must be given.");
        Objects.requireNonNull(before, "The before must be given.");
        Objects.requireNonNull(after, "The after must be given.");
    }

    /** What can be edited. */
    public enum Kind {
        /** The edition, with its first day. */
        EDITION,
        /** What the policy declares beside the library's facts and findings. */
        DECLARATION,
        /** The title of a section, in English or Dutch. */
        SECTION,
        /** A clause that is new or gone. */
        CLAUSE,
        /** How a clause binds, such as {@code MAY}. */
        MODALITY,
        /** Whom a clause binds. */
        PARTY,
        /** The text of a clause in English. */
        TEXT,
        /** The text of a clause in Dutch. */
        TEXT_NL,
        /** What readings add to a clause, in English. */
        READ_AS,
        /** What readings add to a clause, in Dutch. */
        READ_AS_NL,
        /** Why a clause is not automated, in English. */
        NOT_AUTOMATED,
        /** Why a clause is not automated, in Dutch. */
        NOT_AUTOMATED_NL,
        /** A reading, in English or Dutch, or whether it is contested. */
        READING,
        /** A rule that is new or gone, by its name. */
        RULE,
        /** The name of a rule, its sentence in English. */
        NAME,
        /** The sentence of a rule in Dutch. */
        NAME_NL,
        /** The clause that a rule cites. */
        CITATION,
        /** The readings that a rule rests on. */
        READINGS,
        /** What a rule asks and concludes: the lines that changed. */
        CONDITIONS
    }
}
