package org.supportpolicy.finding;

import java.util.Comparator;
import java.util.Objects;
import org.supportpolicy.fact.InRules;

/**
 * What a party will, must or may do next.
 *
 * @param action what is done
 * @param party who does it
 * @param modality how binding it is
 */
public record Action(ActionKind action, Party party, Modality modality) implements Finding, Comparable<Action> {

    /** Checks that all is given. */
    public Action {
        Objects.requireNonNull(action, "The action must be given.");
        Objects.requireNonNull(party, "The party must be given.");
        Objects.requireNonNull(modality, "The modality must be given.");
    }

    private static final Comparator<Action> ORDER = Comparator.comparing((Action a) -> a.action.name())
            .thenComparing(a -> a.party.name())
            .thenComparing(a -> a.modality.name());

    /** Support undertakes it. */
    @InRules
    public static Action supportWill(ActionKind action) {
        return new Action(action, Party.SUPPORT, Modality.WILL);
    }

    /** Support is free to do it. */
    @InRules
    public static Action supportMay(ActionKind action) {
        return new Action(action, Party.SUPPORT, Modality.MAY);
    }

    /** Support undertakes it or is free to do it, as the case may be. */
    @InRules
    public static Action support(ActionKind action, Modality modality) {
        return new Action(action, Party.SUPPORT, modality);
    }

    /** The customer has to do it. */
    @InRules
    public static Action customerMust(ActionKind action) {
        return new Action(action, Party.CUSTOMER, Modality.MUST);
    }

    /** The customer is free to do it. */
    @InRules
    public static Action customerMay(ActionKind action) {
        return new Action(action, Party.CUSTOMER, Modality.MAY);
    }

    /** By the names of action, party and modality. */
    @Override
    public int compareTo(Action other) {
        return ORDER.compare(this, Objects.requireNonNull(other, "The other must be given."));
    }
}
