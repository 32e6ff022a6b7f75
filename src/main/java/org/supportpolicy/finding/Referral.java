package org.supportpolicy.finding;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.fact.InRules;
import org.supportpolicy.fact.OpenValue;

/** Where the customer is sent. */
public final class Referral extends OpenValue<Referral> implements Finding {

    public static final Referral CONSULTING = new Referral("CONSULTING");
    public static final Referral EDUCATION = new Referral("EDUCATION");
    public static final Referral ACCOUNT_MANAGER = new Referral("ACCOUNT_MANAGER");
    public static final Referral KNOWLEDGE_BASE = new Referral("KNOWLEDGE_BASE");
    public static final Referral ONLINE_HELPDESK = new Referral("ONLINE_HELPDESK");

    private Referral(String name) {
        super(name);
    }

    private Referral(String name, @Nullable String english, @Nullable String dutch) {
        super(name, english, dutch);
    }

    /**
     * The one of a name; of one that the library knows the constant.
     *
     * @throws IllegalArgumentException if the name is not in capitals, digits and underscores, from 1 to 60 of them
     */
    @InRules
    public static Referral of(String name) {
        return named(Referral.class, name, () -> new Referral(name, null, null));
    }

    /**
     * The same of one that a policy adds, with its words.
     *
     * @param english how it is said in English
     * @param dutch how it is said in Dutch
     * @throws IllegalArgumentException as {@link #of(String)} has it
     */
    public static Referral of(String name, String english, String dutch) {
        return named(Referral.class, name, english, dutch, () -> new Referral(name, english, dutch));
    }

    /** Those that the library knows, in their order. */
    public static List<Referral> known() {
        return known(Referral.class);
    }
}
