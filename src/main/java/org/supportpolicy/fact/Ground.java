package org.supportpolicy.fact;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ground on which a ticket was, or may be, marked resolved. */
public final class Ground extends OpenValue<Ground> {

    public static final Ground NO_CUSTOMER_REPLY = new Ground("NO_CUSTOMER_REPLY");
    public static final Ground NO_LONGER_NEEDED = new Ground("NO_LONGER_NEEDED");
    public static final Ground FIXED_BY_CURRENT_RELEASE = new Ground("FIXED_BY_CURRENT_RELEASE");
    public static final Ground WORKS_AS_DESIGNED = new Ground("WORKS_AS_DESIGNED");
    public static final Ground ENHANCEMENT = new Ground("ENHANCEMENT");
    public static final Ground OUT_OF_SCOPE = new Ground("OUT_OF_SCOPE");
    public static final Ground NO_MATERIAL_IMPACT = new Ground("NO_MATERIAL_IMPACT");
    public static final Ground SOLVED = new Ground("SOLVED");
    public static final Ground STEPS_NOT_IMPLEMENTED = new Ground("STEPS_NOT_IMPLEMENTED");

    private Ground(String name) {
        super(name);
    }

    private Ground(String name, @Nullable String english, @Nullable String dutch) {
        super(name, english, dutch);
    }

    /**
     * The one of a name; of one that the library knows the constant.
     *
     * @throws IllegalArgumentException if the name is not in capitals, digits and underscores, from 1 to 60 of them
     */
    @InRules
    public static Ground of(String name) {
        return named(Ground.class, name, () -> new Ground(name, null, null));
    }

    /**
     * The same of one that a policy adds, with its words.
     *
     * @param english how it is said in English
     * @param dutch how it is said in Dutch
     * @throws IllegalArgumentException as {@link #of(String)} has it
     */
    public static Ground of(String name, String english, String dutch) {
        return named(Ground.class, name, english, dutch, () -> new Ground(name, english, dutch));
    }

    /** Those that the library knows, in their order. */
    public static List<Ground> known() {
        return known(Ground.class);
    }
}
