package org.supportpolicy.finding;

/** How the next follow-up stands. */
@AtMostOne
public enum FollowUpStatus implements Finding {
    NOT_OWED, PAUSED, NO_TARGET, PENDING, BREACHED
}
