package org.supportpolicy;

import java.util.Locale;

/** Writes a decision as text. */
final class Explanation {

    private final Decision decision;
    private final Locale locale;

    Explanation(Decision decision, Locale locale) {
        this.decision = decision;
        this.locale = locale;
    }

    String text() {
        return decision.ticket() + " " + locale;
    }
}
