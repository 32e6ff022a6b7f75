package org.supportpolicy.verify;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.supportpolicy.Note;
import org.supportpolicy.OwnFacts;
import org.supportpolicy.fact.Ground;
import org.supportpolicy.fact.IntakeField;
import org.supportpolicy.fact.TicketState;
import org.supportpolicy.finding.ActionKind;
import org.supportpolicy.finding.Coverage;
import org.supportpolicy.finding.Entitlement;
import org.supportpolicy.finding.Exclusion;
import org.supportpolicy.finding.FirstResponseStatus;
import org.supportpolicy.finding.FollowUpStatus;
import org.supportpolicy.finding.Irregularity;
import org.supportpolicy.finding.Modality;
import org.supportpolicy.finding.Party;
import org.supportpolicy.finding.Referral;
import org.supportpolicy.finding.ResponsePriority;
import org.supportpolicy.finding.SupportAnswer;
import org.supportpolicy.finding.VersionStatus;

/** The keys of a decision, and the constants that may stand under them. */
final class Outline {

    /** Every key, dotted below a section, and its constants; none for free values. A list stands under the key of its elements. */
    private static final Map<String, List<String>> KEYS = new LinkedHashMap<>();
    private static final Set<String> LISTS = Set.of("referrals", "exclusions", "suspendedBy", "closureGrounds",
            "actions", "irregularities", "needs", "readings", "reasons", "notes");

    static {
        key("policy.edition");
        key("policy.fingerprint");
        key("policy.zoneData");
        key("ticket");
        key("asOf");
        key("support.answer", SupportAnswer.values());
        key("entitlement", Entitlement.values());
        key("referrals", Referral.known().toArray());
        key("intake.complete");
        key("intake.missing", IntakeField.known().toArray());
        key("urgency.level");
        key("urgency.possible");
        key("urgency.inForce");
        key("firstResponse.owed");
        key("firstResponse.priority", ResponsePriority.values());
        key("firstResponse.coverage", Coverage.values());
        key("firstResponse.clockStartsAt");
        key("firstResponse.dueAt");
        key("firstResponse.remindAt");
        key("firstResponse.status", FirstResponseStatus.values());
        key("followUp.owed");
        key("followUp.dueAt");
        key("followUp.remindAt");
        key("followUp.status", FollowUpStatus.values());
        key("queue.urgency");
        key("queue.precedence");
        key("queue.certified");
        key("version.status", VersionStatus.values());
        key("version.guaranteedThrough");
        key("version.withdrawnFrom");
        key("exclusions", Exclusion.known().stream().map(Exclusion::letter).toArray());
        key("suspendedBy");
        key("closureGrounds", Ground.known().toArray());
        key("lifecycle.state", TicketState.values());
        key("lifecycle.reopenableUntil");
        key("lifecycle.closesAt");
        key("actions.action", ActionKind.known().toArray());
        key("actions.party", Party.values());
        key("actions.modality", Modality.values());
        key("irregularities", Irregularity.known().toArray());
        key("needs");
        key("readings");
        key("reasons.clause");
        key("reasons.rule");
        key("reasons.concludes");
        key("reasons.because");
        key("reasons.readings");
        key("notes.path");
        key("notes.value");
        key("notes.kind", Note.Kind.values());
        key("notes.other");
        key("notes.limit");
    }

    private Outline() {}

    private static void key(String path, Object... constants) {
        KEYS.put(path, Arrays.stream(constants).map(Object::toString).toList());
    }

    /** Every key. */
    static Set<String> keys() {
        return KEYS.keySet();
    }

    /** The keys that may follow a dotted prefix, or the sections for an empty one. */
    static List<String> below(String prefix) {
        String start = prefix.isEmpty() ? "" : prefix + ".";
        return KEYS.keySet().stream().filter(path -> path.startsWith(start)).map(path -> path.substring(start.length()))
                .map(rest -> rest.contains(".") ? rest.substring(0, rest.indexOf('.')) : rest).distinct().toList();
    }

    /** Whether a section is a list. */
    static boolean isList(String section) {
        return LISTS.contains(section);
    }

    /** The constants of a key, with those that a policy adds; none when its values are free. */
    static List<String> constants(String path, OwnFacts own) {
        return Stream.concat(KEYS.getOrDefault(path, List.of()).stream(), further(path, own)).toList();
    }

    private static Stream<String> further(String path, OwnFacts own) {
        return switch (path) {
            case "referrals" -> own.further(Referral.class).stream().map(Referral::toString);
            case "intake.missing" -> own.further(IntakeField.class).stream().map(IntakeField::toString);
            case "exclusions" -> own.further(Exclusion.class).stream().map(Exclusion::letter);
            case "closureGrounds" -> own.further(Ground.class).stream().map(Ground::toString);
            case "actions.action" -> own.further(ActionKind.class).stream().map(ActionKind::toString);
            case "irregularities" -> own.further(Irregularity.class).stream().map(Irregularity::toString);
            default -> Stream.empty();
        };
    }
}
