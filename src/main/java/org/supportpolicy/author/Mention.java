package org.supportpolicy.author;

import java.util.Locale;
import org.supportpolicy.internal.own.OwnTypes;

/**
 * A place where something is named.
 *
 * @param place the place
 * @param subject what is named
 * @param role why it is named there
 * @param form how its name is written there
 */
record Mention(Place place, Subject subject, Role role, Form form) {

    /** Why something is named: it is made what it is there, a rule concludes it there, or it is only spoken of. */
    enum Role { DEFINES, CONCLUDES, USES }

    /** How a name is written: as it is, as the key of a fact set, in lower case. */
    enum Form {
        PLAIN, KEY, LOWER;

        String of(String name) {
            return this == PLAIN ? name : this == KEY ? OwnTypes.key(name) : name.toLowerCase(Locale.ROOT);
        }
    }

    static Mention of(Place place, Subject subject) {
        return new Mention(place, subject, Role.USES, Form.PLAIN);
    }

    static Mention of(Place place, Subject subject, Role role) {
        return new Mention(place, subject, role, Form.PLAIN);
    }
}
