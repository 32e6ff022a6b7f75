package org.supportpolicy.verify;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.Decision;
import org.supportpolicy.Reason;
import org.supportpolicy.finding.Action;
import org.supportpolicy.finding.ClockStart;
import org.supportpolicy.finding.ClosesAt;
import org.supportpolicy.finding.ClosureGround;
import org.supportpolicy.finding.CompleteIntake;
import org.supportpolicy.finding.Entitlement;
import org.supportpolicy.finding.Exclusion;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.finding.FirstResponseStatus;
import org.supportpolicy.finding.FollowUpDue;
import org.supportpolicy.finding.FollowUpOwed;
import org.supportpolicy.finding.FollowUpReminders;
import org.supportpolicy.finding.FollowUpStatus;
import org.supportpolicy.finding.Guarantee;
import org.supportpolicy.finding.Irregularity;
import org.supportpolicy.finding.Lifecycle;
import org.supportpolicy.finding.MissingInformation;
import org.supportpolicy.finding.PossibleUrgency;
import org.supportpolicy.finding.QueuePlace;
import org.supportpolicy.finding.QueuePrecedence;
import org.supportpolicy.finding.Referral;
import org.supportpolicy.finding.ReopeningWindow;
import org.supportpolicy.finding.ResponseDue;
import org.supportpolicy.finding.ResponseOwed;
import org.supportpolicy.finding.ResponseRegime;
import org.supportpolicy.finding.ResponseReminders;
import org.supportpolicy.finding.SupportAnswer;
import org.supportpolicy.finding.Suspension;
import org.supportpolicy.finding.Urgency;
import org.supportpolicy.finding.UrgencyInForce;
import org.supportpolicy.finding.VersionStatus;
import org.supportpolicy.finding.WithdrawnFrom;

/** What an answer rests on: the findings that it shows, and the clauses behind them at whatever depth. */
final class Grounds {

    /** The findings that each answer of a decision shows; what is said of the ticket and the policy shows none. */
    static final Map<String, List<Class<? extends Finding>>> SHOWN = Map.ofEntries(
            Map.entry("support.answer", List.of(SupportAnswer.class)),
            Map.entry("entitlement", List.of(Entitlement.class)),
            Map.entry("referrals", List.of(Referral.class)),
            Map.entry("intake.complete", List.of(CompleteIntake.class, MissingInformation.class)),
            Map.entry("intake.missing", List.of(MissingInformation.class)),
            Map.entry("urgency.level", List.of(Urgency.class)),
            Map.entry("urgency.possible", List.of(PossibleUrgency.class)),
            Map.entry("urgency.inForce", List.of(UrgencyInForce.class)),
            Map.entry("firstResponse.owed", List.of(ResponseOwed.class)),
            Map.entry("firstResponse.priority", List.of(ResponseRegime.class)),
            Map.entry("firstResponse.coverage", List.of(ResponseRegime.class)),
            Map.entry("firstResponse.clockStartsAt", List.of(ClockStart.class)),
            Map.entry("firstResponse.dueAt", List.of(ResponseDue.class)),
            Map.entry("firstResponse.remindAt", List.of(ResponseReminders.class)),
            Map.entry("firstResponse.status", List.of(FirstResponseStatus.class)),
            Map.entry("followUp.owed", List.of(FollowUpOwed.class)),
            Map.entry("followUp.dueAt", List.of(FollowUpDue.class)),
            Map.entry("followUp.remindAt", List.of(FollowUpReminders.class)),
            Map.entry("followUp.status", List.of(FollowUpStatus.class)),
            Map.entry("queue.urgency", List.of(QueuePlace.class)),
            Map.entry("queue.precedence", List.of(QueuePrecedence.class)),
            Map.entry("queue.certified", List.of(QueuePlace.class)),
            Map.entry("version.status", List.of(VersionStatus.class)),
            Map.entry("version.guaranteedThrough", List.of(Guarantee.class)),
            Map.entry("version.withdrawnFrom", List.of(WithdrawnFrom.class)),
            Map.entry("exclusions", List.of(Exclusion.class)),
            Map.entry("suspendedBy", List.of(Suspension.class)),
            Map.entry("closureGrounds", List.of(ClosureGround.class)),
            Map.entry("lifecycle.state", List.of(Lifecycle.class)),
            Map.entry("lifecycle.reopenableUntil", List.of(ReopeningWindow.class)),
            Map.entry("lifecycle.closesAt", List.of(ClosesAt.class)),
            Map.entry("actions", List.of(Action.class)),
            Map.entry("irregularities", List.of(Irregularity.class)),
            Map.entry("readings", List.of(Finding.class)),
            Map.entry("reasons", List.of(Finding.class)));

    private Grounds() {}

    /** The clauses that findings rest on, at whatever depth. */
    static SortedSet<String> clauses(Decision decision, Collection<? extends Finding> findings) {
        Map<Object, List<Reason>> reasons = new HashMap<>();
        decision.reasons().forEach(reason -> reasons.computeIfAbsent(reason.concludes(), finding -> new ArrayList<>()).add(reason));
        SortedSet<String> clauses = new TreeSet<>();
        Set<Object> seen = new HashSet<>(findings);
        Deque<Object> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            for (Reason reason : reasons.getOrDefault(open.pop(), List.of())) {
                clauses.add(reason.clause());
                reason.because().stream().filter(seen::add).forEach(open::push);
            }
        }
        return clauses;
    }

    /** The findings behind what a scenario expects of a decision; all of them when it expects nothing to be there. */
    static Set<Finding> expected(Decision decision, Item scenario) {
        Set<Finding> expected = there(decision, scenario);
        return expected.isEmpty() ? decision.findings(Finding.class) : expected;
    }

    /** The findings behind what a scenario expects to be there. */
    static Set<Finding> there(Decision decision, Item scenario) {
        Set<Finding> expected = new LinkedHashSet<>();
        collect("", scenario.member("expect"), decision, expected);
        scenario.member("includes").members().forEach((section, elements) -> shown(decision, section).stream()
                .filter(finding -> elements.items().stream().anyMatch(element -> isElement(finding, element.plain())))
                .forEach(expected::add));
        return expected;
    }

    private static void collect(String path, Item expected, Decision decision, Set<Finding> findings) {
        if (expected.isMap()) {
            expected.members().forEach((key, member) -> collect(path.isEmpty() ? key : path + "." + key, member, decision, findings));
        } else if (expected.value() != null && !(expected.isList() && expected.items().isEmpty())) {
            findings.addAll(shown(decision, path));
        }
    }

    private static Set<Finding> shown(Decision decision, String path) {
        Set<Finding> shown = new LinkedHashSet<>();
        SHOWN.getOrDefault(path, List.of()).forEach(kind -> shown.addAll(decision.findings(kind)));
        return shown;
    }

    /** Whether a finding shows as an element of the list of its section; a reason is not looked at any closer. */
    private static boolean isElement(Finding finding, @Nullable Object element) {
        if (finding instanceof Action action) {
            return Scenario.fits(element,
                    Map.of("action", action.action().name(), "party", action.party().name(), "modality", action.modality().name()));
        }
        Object shown = finding instanceof Suspension suspension ? suspension.clause()
                : finding instanceof ClosureGround ground ? ground.ground()
                : finding instanceof Exclusion exclusion ? exclusion.letter() : finding;
        return element instanceof Map || shown.toString().equals(element);
    }
}
