package org.supportpolicy.finding;

/** How support for the installed version stands. */
@AtMostOne
public enum VersionStatus implements Finding {
    CURRENT, PREVIOUS, AT_DISCRETION, UNSUPPORTED, WITHDRAWN, UNKNOWN
}
