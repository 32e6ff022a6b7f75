package org.supportpolicy;

import java.time.ZoneId;
import java.util.Objects;
import org.supportpolicy.internal.environment.LibraryVersion;
import org.supportpolicy.internal.environment.ZoneFingerprint;

/**
 * All that a decision rests on beside its facts: what a log keeps, so that the decision can be checked later.
 *
 * <p>{@link Decision.Receipt} says which policy decided; it is a part of the decision, stands in its JSON, and decisions by two of them are
 * not {@linkplain Decision#equals equal}. A log receipt says besides by what surroundings that was done: it is of the moment at which it is
 * asked for, and comparing two of them tells whether a kept decision would still be made alike.
 *
 * @param edition the edition of the policy
 * @param fingerprint {@code sha256:} and the SHA-256 over the rule files and clause texts used
 * @param zoneData the version of the time-zone data by which the desk's days and hours were counted, such as {@code 2025b}
 * @param zoneRules {@code sha256:} and a hash over every change of the clocks in the desk's zone from 1900 to 2100: it tells whether that
 *     zone goes by other rules later, whatever the version of the data
 * @param library the version of this library
 */
public record LogReceipt(String edition, String fingerprint, String zoneData, String zoneRules, String library) {

    /** Checks that all is given. */
    public LogReceipt {
        Objects.requireNonNull(edition, "The edition must be given.");
        Objects.requireNonNull(fingerprint, "The fingerprint must be given.");
        Objects.requireNonNull(zoneData, "The zoneData must be given.");
        Objects.requireNonNull(zoneRules, "The zoneRules must be given.");
        Objects.requireNonNull(library, "The library must be given.");
    }

    /** The receipt of what a policy decides now for a desk in a zone. */
    static LogReceipt of(Decision.Receipt policy, ZoneId zone) {
        return new LogReceipt(policy.edition(), policy.fingerprint(), policy.zoneData(), ZoneFingerprint.of(zone),
                LibraryVersion.current());
    }
}
