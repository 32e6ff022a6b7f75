package org.supportpolicy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** The sections of a decision by their keys, and in which of them two decisions differ. */
final class SectionViews {

    private static final String NEEDS = "needs";
    private static final Map<String, Function<Decision, Object>> VIEWS = views();

    private SectionViews() {}

    private static Map<String, Function<Decision, Object>> views() {
        Map<String, Function<Decision, Object>> views = new LinkedHashMap<>();
        views.put("support", Decision::support);
        views.put("entitlement", Decision::entitlement);
        views.put("referrals", Decision::referrals);
        views.put("intake", Decision::intake);
        views.put("urgency", decision -> List.of(decision.urgency(), decision.possibleUrgencies(), decision.urgencyInForce()));
        views.put("firstResponse", Decision::firstResponse);
        views.put("followUp", Decision::followUp);
        views.put("queue", Decision::queue);
        views.put("version", Decision::version);
        views.put("exclusions", Decision::exclusions);
        views.put("suspendedBy", Decision::suspendedBy);
        views.put("closureGrounds", Decision::closureGrounds);
        views.put("lifecycle", Decision::lifecycle);
        views.put("actions", Decision::actions);
        views.put("irregularities", Decision::irregularities);
        views.put(NEEDS, Decision::needs);
        views.put("readings", decision -> decision.readings().stream().map(Reading::id).toList());
        return views;
    }

    /** The keys of the sections in which two decisions differ, in the order in which a decision has them. */
    static List<String> differing(Decision one, Decision other) {
        return VIEWS.entrySet().stream().filter(view -> !Objects.equals(view.getValue().apply(one), view.getValue().apply(other)))
                .map(Map.Entry::getKey).toList();
    }

    /** Whether two decisions differ in a section; what is still to be known is compared last, since it takes longest to find. */
    static boolean differ(Decision one, Decision other) {
        for (Map.Entry<String, Function<Decision, Object>> view : VIEWS.entrySet()) {
            if (!view.getKey().equals(NEEDS) && !Objects.equals(view.getValue().apply(one), view.getValue().apply(other))) {
                return true;
            }
        }
        return !one.needs().equals(other.needs());
    }
}
