package org.supportpolicy.finding;

/** Whether support is owed, the first that applies in this order. */
@AtMostOne
public enum SupportAnswer implements Finding {
    NOT_OWED, UNDETERMINED, SUSPENDED, DISCRETIONARY, OWED
}
