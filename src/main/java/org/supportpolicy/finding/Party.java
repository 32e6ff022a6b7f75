package org.supportpolicy.finding;

/** Who acts. */
public enum Party {
    SUPPORT, CUSTOMER
}
