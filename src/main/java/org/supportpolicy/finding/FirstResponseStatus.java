package org.supportpolicy.finding;

/** How the first response stands against what was promised. */
@AtMostOne
public enum FirstResponseStatus implements Finding {
    NOT_OWED, PAUSED, NO_TARGET, PENDING, MET, BREACHED, ENDED
}
