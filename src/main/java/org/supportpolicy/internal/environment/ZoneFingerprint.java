package org.supportpolicy.internal.environment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What tells the rules of a time zone from others: a hash over every change of its clocks from 1900 to 2100, after which they only recur.
 * It depends on what the rules say and not on how a JDK keeps them.
 */
public final class ZoneFingerprint {

    private static final Instant FROM = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2101-01-01T00:00:00Z");

    /** The rules of a zone, which can be replaced while a process runs, and their fingerprint. */
    private record Known(ZoneRules rules, String fingerprint) {}

    private static final Map<ZoneId, Known> KNOWN = new ConcurrentHashMap<>();

    private ZoneFingerprint() {}

    /** The fingerprint of the rules that a zone has now: {@code sha256:} and the hash. */
    public static String of(ZoneId zone) {
        ZoneRules rules = zone.getRules();
        if (rules.isFixedOffset()) {
            return made(rules); // quickly made, and of such zones there are many
        }
        Known known = KNOWN.get(zone);
        if (known == null || known.rules != rules) {
            known = new Known(rules, made(rules));
            KNOWN.put(zone, known);
        }
        return known.fingerprint;
    }

    private static String made(ZoneRules rules) {
        StringBuilder changes = new StringBuilder(rules.getOffset(FROM).getId());
        ZoneOffsetTransition next = rules.nextTransition(FROM);
        while (next != null && next.getInstant().isBefore(UNTIL)) {
            changes.append('\n').append(next.toEpochSecond()).append(next.getOffsetAfter().getId());
            next = rules.nextTransition(next.getInstant());
        }
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(changes.toString().getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }
}
