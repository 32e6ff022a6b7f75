package org.supportpolicy.finding;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.fact.InRules;
import org.supportpolicy.fact.OpenValue;

/** Something that was done against the policy. */
public final class Irregularity extends OpenValue<Irregularity> implements Finding {

    public static final Irregularity ACCESS_NOT_LOGGED = new Irregularity("ACCESS_NOT_LOGGED");
    public static final Irregularity ACCESS_LOG_INCOMPLETE = new Irregularity("ACCESS_LOG_INCOMPLETE");
    public static final Irregularity ACCESS_WITHOUT_GRANT = new Irregularity("ACCESS_WITHOUT_GRANT");
    public static final Irregularity ACCESS_FOR_OTHER_PURPOSE = new Irregularity("ACCESS_FOR_OTHER_PURPOSE");
    public static final Irregularity RESOLVED_WITHOUT_GROUND = new Irregularity("RESOLVED_WITHOUT_GROUND");
    public static final Irregularity ENHANCEMENT_WITHOUT_REFERRAL = new Irregularity("ENHANCEMENT_WITHOUT_REFERRAL");
    public static final Irregularity CLOSED_TOO_EARLY = new Irregularity("CLOSED_TOO_EARLY");
    public static final Irregularity REOPENED_AFTER_CLOSED = new Irregularity("REOPENED_AFTER_CLOSED");
    public static final Irregularity URGENCY_WITHOUT_GROUND = new Irregularity("URGENCY_WITHOUT_GROUND");
    public static final Irregularity RESPONSE_NOT_LOGGED = new Irregularity("RESPONSE_NOT_LOGGED");
    public static final Irregularity RESPONSE_NOT_BY_TECHNICIAN = new Irregularity("RESPONSE_NOT_BY_TECHNICIAN");
    public static final Irregularity CHANGE_WITHOUT_APPROVAL = new Irregularity("CHANGE_WITHOUT_APPROVAL");
    public static final Irregularity WITHDRAWAL_NOTICE_TOO_SHORT = new Irregularity("WITHDRAWAL_NOTICE_TOO_SHORT");
    public static final Irregularity WITHDRAWAL_WITHOUT_FORMAL_NOTICE = new Irregularity("WITHDRAWAL_WITHOUT_FORMAL_NOTICE");
    public static final Irregularity CONTACT_NOTICE_LATE = new Irregularity("CONTACT_NOTICE_LATE");
    public static final Irregularity CONTACT_NOTICE_INCOMPLETE = new Irregularity("CONTACT_NOTICE_INCOMPLETE");

    private Irregularity(String name) {
        super(name);
    }

    private Irregularity(String name, @Nullable String english, @Nullable String dutch) {
        super(name, english, dutch);
    }

    /**
     * The one of a name; of one that the library knows the constant.
     *
     * @throws IllegalArgumentException if the name is not in capitals, digits and underscores, from 1 to 60 of them
     */
    @InRules
    public static Irregularity of(String name) {
        return named(Irregularity.class, name, () -> new Irregularity(name, null, null));
    }

    /**
     * The same of one that a policy adds, with its words.
     *
     * @param english how it is said in English
     * @param dutch how it is said in Dutch
     * @throws IllegalArgumentException as {@link #of(String)} has it
     */
    public static Irregularity of(String name, String english, String dutch) {
        return named(Irregularity.class, name, english, dutch, () -> new Irregularity(name, english, dutch));
    }

    /** Those that the library knows, in their order. */
    public static List<Irregularity> known() {
        return known(Irregularity.class);
    }
}
