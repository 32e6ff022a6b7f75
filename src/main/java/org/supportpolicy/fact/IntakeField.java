package org.supportpolicy.fact;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An item of the intake form, written as the name of its component in {@link Intake}. */
public final class IntakeField extends OpenValue<IntakeField> {

    private static final Pattern HUMP = Pattern.compile("_(.)");

    public static final IntakeField SUBJECT = new IntakeField("SUBJECT");
    public static final IntakeField DESCRIPTION = new IntakeField("DESCRIPTION");
    public static final IntakeField EXPECTED_RESULTS = new IntakeField("EXPECTED_RESULTS");
    public static final IntakeField BUSINESS_IMPACT = new IntakeField("BUSINESS_IMPACT");
    public static final IntakeField SERVER_URL = new IntakeField("SERVER_URL");
    public static final IntakeField MODULE = new IntakeField("MODULE");
    public static final IntakeField STEPS_TO_REPRODUCE = new IntakeField("STEPS_TO_REPRODUCE");
    public static final IntakeField SAMPLE_MACHINES = new IntakeField("SAMPLE_MACHINES");
    public static final IntakeField PRODUCT_VERSION = new IntakeField("PRODUCT_VERSION");
    public static final IntakeField EXTRA_INFORMATION_SUPPLIED = new IntakeField("EXTRA_INFORMATION_SUPPLIED");

    private final String component;

    private IntakeField(String name) {
        super(name);
        this.component = component(name);
    }

    private IntakeField(String name, @Nullable String english, @Nullable String dutch) {
        super(name, english, dutch);
        this.component = component(name);
    }

    /**
     * The one of a name; of one that the library knows the constant.
     *
     * @throws IllegalArgumentException if the name is not in capitals, digits and underscores, from 1 to 60 of them
     */
    @InRules
    public static IntakeField of(String name) {
        return named(IntakeField.class, name, () -> new IntakeField(name, null, null));
    }

    /**
     * The same of one that a policy adds, with its words.
     *
     * @param english how it is said in English
     * @param dutch how it is said in Dutch
     * @throws IllegalArgumentException as {@link #of(String)} has it
     */
    public static IntakeField of(String name, String english, String dutch) {
        return named(IntakeField.class, name, english, dutch, () -> new IntakeField(name, english, dutch));
    }

    /** Those that the library knows, in their order. */
    public static List<IntakeField> known() {
        return known(IntakeField.class);
    }

    private static String component(String name) {
        return HUMP.matcher(name.toLowerCase(Locale.ROOT)).replaceAll(hump -> hump.group(1).toUpperCase(Locale.ROOT));
    }

    /** The name of the component, in camel case. */
    @Override
    public String toString() {
        return component;
    }
}
