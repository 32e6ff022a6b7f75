package org.supportpolicy.cli;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesProvider;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * The time-zone data of a process, instead of the JDK's own, in the version that a property names: in {@code test-2} the clocks of Vancouver are
 * no longer put back on 1 November 2026; Amsterdam stays as it is.
 */
public final class MovedZones extends ZoneRulesProvider {

    static final String VERSION = "test.zones";

    private final String version = System.getProperty(VERSION);
    private final Map<String, ZoneRules> zones = Map.of("UTC", ZoneRules.of(ZoneOffset.UTC),
            "Europe/Amsterdam", rules(ZoneOffset.ofHours(1), change("2026-03-29T02:00", 1, 2), change("2026-10-25T03:00", 2, 1)),
            "America/Vancouver", version.equals("test-1")
                    ? rules(ZoneOffset.ofHours(-8), change("2026-03-08T02:00", -8, -7), change("2026-11-01T02:00", -7, -8))
                    : rules(ZoneOffset.ofHours(-8), change("2026-03-08T02:00", -8, -7)));

    private static ZoneRules rules(ZoneOffset winter, ZoneOffsetTransition... changes) {
        return ZoneRules.of(winter, winter, List.of(), List.of(changes), List.of());
    }

    private static ZoneOffsetTransition change(String local, int before, int after) {
        return ZoneOffsetTransition.of(LocalDateTime.parse(local), ZoneOffset.ofHours(before), ZoneOffset.ofHours(after));
    }

    @Override
    protected Set<String> provideZoneIds() {
        return zones.keySet();
    }

    @Override
    protected ZoneRules provideRules(String zone, boolean forCaching) {
        return zones.get(zone);
    }

    @Override
    protected NavigableMap<String, ZoneRules> provideVersions(String zone) {
        return new TreeMap<>(Map.of(version, zones.get(zone)));
    }
}
