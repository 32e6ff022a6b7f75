package org.supportpolicy.author;

/** Whom it favours that something is decided otherwise: that one gains what the other loses. */
enum Favour {
    CUSTOMER, SUPPORT, NOBODY;

    /** Whom it favours that the opposite happens. */
    Favour opposite() {
        return this == CUSTOMER ? SUPPORT : this == SUPPORT ? CUSTOMER : NOBODY;
    }
}
