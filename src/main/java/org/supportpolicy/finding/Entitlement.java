package org.supportpolicy.finding;

/** What kind of support the customer may ask for; implements {@code request.direct-support-entitlement}. */
@AtMostOne
public enum Entitlement implements Finding {
    DIRECT_SUPPORT, SELF_SERVICE_ONLY, NONE
}
