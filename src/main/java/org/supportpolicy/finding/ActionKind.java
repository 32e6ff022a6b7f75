package org.supportpolicy.finding;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.fact.InRules;
import org.supportpolicy.fact.OpenValue;

/** What a party does. */
public final class ActionKind extends OpenValue<ActionKind> {

    public static final ActionKind DELAY = new ActionKind("DELAY");
    public static final ActionKind PUT_ON_HOLD = new ActionKind("PUT_ON_HOLD");
    public static final ActionKind RELEASE_HOLD = new ActionKind("RELEASE_HOLD");
    public static final ActionKind MARK_RESOLVED = new ActionKind("MARK_RESOLVED");
    public static final ActionKind LOWER_URGENCY = new ActionKind("LOWER_URGENCY");
    public static final ActionKind LOWER_UPDATE_FREQUENCY = new ActionKind("LOWER_UPDATE_FREQUENCY");
    public static final ActionKind LOWER_URGENCY_OR_UPDATE_FREQUENCY = new ActionKind("LOWER_URGENCY_OR_UPDATE_FREQUENCY");
    public static final ActionKind SUSPEND_SUPPORT = new ActionKind("SUSPEND_SUPPORT");
    public static final ActionKind GIVE_FIRST_RESPONSE = new ActionKind("GIVE_FIRST_RESPONSE");
    public static final ActionKind GIVE_FOLLOW_UPS = new ActionKind("GIVE_FOLLOW_UPS");
    public static final ActionKind STAY_ENGAGED = new ActionKind("STAY_ENGAGED");
    public static final ActionKind GIVE_PRIORITY = new ActionKind("GIVE_PRIORITY");
    public static final ActionKind WORK_CONTINUOUSLY = new ActionKind("WORK_CONTINUOUSLY");
    public static final ActionKind HEAR_ESCALATION = new ActionKind("HEAR_ESCALATION");
    public static final ActionKind RECOMMEND_CHANGES = new ActionKind("RECOMMEND_CHANGES");
    public static final ActionKind RESUME_INVESTIGATION = new ActionKind("RESUME_INVESTIGATION");
    public static final ActionKind ASK_FOR_ACCESS = new ActionKind("ASK_FOR_ACCESS");
    public static final ActionKind ASK_TO_RECREATE = new ActionKind("ASK_TO_RECREATE");
    public static final ActionKind REVIEW_UPDATE = new ActionKind("REVIEW_UPDATE");
    public static final ActionKind REOPEN = new ActionKind("REOPEN");
    public static final ActionKind REFUSE_REOPENING = new ActionKind("REFUSE_REOPENING");
    public static final ActionKind CLOSE_PERMANENTLY = new ActionKind("CLOSE_PERMANENTLY");
    public static final ActionKind REFER = new ActionKind("REFER");
    public static final ActionKind SUPPLY_MISSING_INFORMATION = new ActionKind("SUPPLY_MISSING_INFORMATION");
    public static final ActionKind ENTER_IN_ONLINE_HELPDESK = new ActionKind("ENTER_IN_ONLINE_HELPDESK");
    public static final ActionKind REPORT_BY_AUTHORISED_CONTACT = new ActionKind("REPORT_BY_AUTHORISED_CONTACT");
    public static final ActionKind CREATE_SUPPORT_LOGIN = new ActionKind("CREATE_SUPPORT_LOGIN");
    public static final ActionKind PROVIDE_TEST_MACHINES = new ActionKind("PROVIDE_TEST_MACHINES");
    public static final ActionKind DESIGNATE_AVAILABLE_CONTACTS = new ActionKind("DESIGNATE_AVAILABLE_CONTACTS");
    public static final ActionKind NOTIFY_IN_WRITING = new ActionKind("NOTIFY_IN_WRITING");
    public static final ActionKind EXPLAIN_REOPENING = new ActionKind("EXPLAIN_REOPENING");
    public static final ActionKind CREATE_NEW_TICKET = new ActionKind("CREATE_NEW_TICKET");
    public static final ActionKind CREATE_SEPARATE_TICKETS = new ActionKind("CREATE_SEPARATE_TICKETS");
    public static final ActionKind CURE_DUTY = new ActionKind("CURE_DUTY");

    private ActionKind(String name) {
        super(name);
    }

    private ActionKind(String name, @Nullable String english, @Nullable String dutch) {
        super(name, english, dutch);
    }

    /**
     * The one of a name; of one that the library knows the constant.
     *
     * @throws IllegalArgumentException if the name is not in capitals, digits and underscores, from 1 to 60 of them
     */
    @InRules
    public static ActionKind of(String name) {
        return named(ActionKind.class, name, () -> new ActionKind(name, null, null));
    }

    /**
     * The same of one that a policy adds, with its words.
     *
     * @param english how it is said in English
     * @param dutch how it is said in Dutch
     * @throws IllegalArgumentException as {@link #of(String)} has it
     */
    public static ActionKind of(String name, String english, String dutch) {
        return named(ActionKind.class, name, english, dutch, () -> new ActionKind(name, english, dutch));
    }

    /** Those that the library knows, in their order. */
    public static List<ActionKind> known() {
        return known(ActionKind.class);
    }
}
