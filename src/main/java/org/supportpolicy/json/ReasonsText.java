package org.supportpolicy.json;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.supportpolicy.Decision;
import org.supportpolicy.Reason;
import org.supportpolicy.fact.Cause;
import org.supportpolicy.fact.Desk;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.internal.record.FactPath;

/** The reasons of one decision being written. */
final class ReasonsText {

    /** Where something stands in the text. */
    private record Said(int begin, int end) {}

    private final JsonText json;
    private final ZoneId zone;
    private final Voice voice;
    private final Fragments fragments;
    /** Where each fact and finding was said, since many reasons rest on the same ones. */
    private final Map<Object, Said> said = new IdentityHashMap<>();

    ReasonsText(JsonText json, ZoneId zone, Voice voice, Fragments fragments) {
        this.json = json;
        this.zone = zone;
        this.voice = voice;
        this.fragments = fragments;
    }

    /**
     * Writes them.
     *
     * @param structured whether for programs too, which are referred to a list of the findings
     */
    void write(Decision decision, boolean structured) {
        Map<Finding, Integer> findings = structured ? findings(decision.reasons()) : Map.of();
        if (structured) {
            array("findings");
            findings.keySet().forEach(finding -> FindingText.write(json, finding, zone));
            json.close(']');
        }
        Map<Object, String> facts = structured ? facts(decision) : Map.of();
        array("reasons");
        for (Reason reason : decision.reasons()) {
            json.open('{');
            Fragments.OfRule rule = fragments.rule(reason.rule());
            json.raw(rule.head());
            words(reason.concludes());
            array("because");
            for (Object matched : reason.because()) {
                words(matched);
            }
            json.close(']');
            json.raw(rule.tail());
            if (structured) {
                references(reason, findings, facts);
            }
            json.close('}');
        }
        json.close(']');
    }

    /** Every finding with its place, in the order in which they are concluded. */
    private static Map<Finding, Integer> findings(List<Reason> reasons) {
        Map<Finding, Integer> findings = new LinkedHashMap<>();
        reasons.forEach(reason -> findings.putIfAbsent(reason.concludes(), findings.size()));
        return findings;
    }

    /** The path of each fact as the rules saw it; of causes that are equal the first. */
    private static Map<Object, String> facts(Decision decision) {
        Map<Object, String> paths = new HashMap<>();
        int causes = 0;
        for (Object fact : decision.facts().asKnown().facts()) {
            paths.putIfAbsent(fact, fact instanceof Cause ? "causes[" + causes++ + "]" : FactPath.key(fact.getClass()));
        }
        return paths;
    }

    private void references(Reason reason, Map<Finding, Integer> findings, Map<Object, String> facts) {
        text("id", reason.rule().id());
        json.name("finding");
        json.number(findings.get(reason.concludes()));
        array("restsOn");
        for (Object matched : reason.because()) {
            json.open('{');
            if (matched instanceof Finding finding) {
                json.name("finding");
                json.number(findings.get(finding));
            } else {
                text("fact", facts.getOrDefault(matched, FactPath.key(matched.getClass())));
            }
            json.close('}');
        }
        json.close(']');
    }

    private void words(Object matched) {
        if (Fragments.comesAgain(matched)) {
            json.raw(fragments.again(matched, zone));
            return;
        }
        if (matched instanceof Desk desk) {
            json.raw(fragments.desk(desk, zone));
            return;
        }
        Said before = said.get(matched);
        if (before == null) {
            int begin = json.text(matched instanceof Finding finding ? voice.finding(finding, zone) : voice.fact(matched, zone));
            said.put(matched, new Said(begin, json.length()));
        } else {
            json.again(before.begin, before.end);
        }
    }

    private void array(String name) {
        json.name(name);
        json.open('[');
    }

    private void text(String name, String text) {
        json.name(name);
        json.text(text);
    }
}
