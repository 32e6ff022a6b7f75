package org.supportpolicy.finding;

import java.util.Objects;

/**
 * Support works on an open ticket.
 *
 * @param modality whether it undertakes to, or is free to
 */
@AtMostOne
public record Engagement(Modality modality) implements Finding {

    /** Checks that all is given. */
    public Engagement {
        Objects.requireNonNull(modality, "The modality must be given.");
    }
}
