package org.supportpolicy.fact;

/** What was made available and not applied. */
public enum UpdateKind {
    SUCCESSOR_VERSION, RELEASE, UPDATE, PATCH
}
