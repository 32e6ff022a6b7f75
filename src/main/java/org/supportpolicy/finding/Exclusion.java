package org.supportpolicy.finding;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.fact.InRules;
import org.supportpolicy.fact.OpenValue;

/** An exclusion of the additional terms whose causal link is established: (a) to (g), and those that a policy adds. */
public final class Exclusion extends OpenValue<Exclusion> implements Finding {

    public static final Exclusion A = new Exclusion("A");
    public static final Exclusion B = new Exclusion("B");
    public static final Exclusion C = new Exclusion("C");
    public static final Exclusion D = new Exclusion("D");
    public static final Exclusion E = new Exclusion("E");
    public static final Exclusion F = new Exclusion("F");
    public static final Exclusion G = new Exclusion("G");

    private Exclusion(String name) {
        super(name);
    }

    private Exclusion(String name, @Nullable String english, @Nullable String dutch) {
        super(name, english, dutch);
    }

    /**
     * The one of a name; of one that the library knows the constant.
     *
     * @throws IllegalArgumentException if the name is not in capitals, digits and underscores, from 1 to 60 of them
     */
    @InRules
    public static Exclusion of(String name) {
        return named(Exclusion.class, name, () -> new Exclusion(name, null, null));
    }

    /**
     * The same of one that a policy adds, with its words.
     *
     * @param english how it is said in English
     * @param dutch how it is said in Dutch
     * @throws IllegalArgumentException as {@link #of(String)} has it
     */
    public static Exclusion of(String name, String english, String dutch) {
        return named(Exclusion.class, name, english, dutch, () -> new Exclusion(name, english, dutch));
    }

    /** Those that the library knows, in their order. */
    public static List<Exclusion> known() {
        return known(Exclusion.class);
    }

    /** The letter of the exclusion, in lower case. */
    public String letter() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its letter, as documents have it. */
    @Override
    public String toString() {
        return letter();
    }
}
