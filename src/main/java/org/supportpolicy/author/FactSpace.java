package org.supportpolicy.author;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.supportpolicy.Decision;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.fact.*;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.internal.record.Components;
import org.supportpolicy.internal.record.Constants;

/**
 * All combinations of the facts that a section of the policy goes by, unknown being a value like any other. Nothing here knows a
 * number of the policy: the instants at which something may change are read from what the policies themselves conclude, and
 * the second before, the instant and the second after are tried.
 */
final class FactSpace {

    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final Instant MARKED = Instant.parse("2025-03-04T09:00:00Z");
    private static final LocalDate RELEASED = LocalDate.parse("2024-03-15");
    private static final LocalDate TODAY = LocalDate.parse("2025-03-12");
    private static final Instant NOON = Instant.parse("2025-03-12T11:00:00Z");

    /**
     * A section and its combinations.
     *
     * @param name its name
     * @param combinations its fact sets
     */
    record Section(String name, List<FactSet> combinations) {}

    /** A component and the values it takes; null stands for unknown. */
    private record Axis(String path, List<Object> values) {}

    private FactSpace() {}

    /** The sections, their instants taken from what these policies conclude. */
    static List<Section> of(SupportPolicy... policies) {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("entitlement", product(NOON, entitlement())));
        sections.add(new Section("request", product(NOON, request())));
        sections.add(new Section("urgency", product(NOON, urgency())));
        sections.add(new Section("first response", at(product(MARKED.plusSeconds(7_200), firstResponse()), policies)));
        sections.add(new Section("resolved unanswered", at(product(MARKED.plusSeconds(7_200), resolvedUnanswered()), policies)));
        sections.add(new Section("level in force", product(NOON, levelInForce())));
        sections.add(new Section("follow-ups", at(product(MARKED.plusSeconds(7_200), followUps()), policies)));
        sections.add(new Section("exclusions", exclusions(policies)));
        sections.add(new Section("closing", Stream.concat(at(product(MARKED.plusSeconds(1), reopening(policies)), policies).stream(),
                Stream.concat(at(product(MARKED.plusSeconds(1), silence(policies)), policies).stream(), product(NOON, grounds())
                        .stream())).toList()));
        sections.add(new Section("versions", at(product(RELEASED.atTime(12, 0).atZone(ZONE).toInstant(), versions()), policies)));
        sections.add(new Section("contacts", product(NOON, contacts())));
        sections.add(new Section("duties", Stream.concat(product(NOON, patching()).stream(), product(NOON, duties()).stream()).toList()));
        if (DeclaredSpace.isNeeded(policies)) {
            List<FactSet> others = sections.stream().flatMap(section -> section.combinations().stream()).toList();
            sections.add(new Section("declared facts", DeclaredSpace.of(NOON, others, policies)));
        }
        return sections;
    }

    // ---- the axes

    private static List<Axis> entitlement() {
        return List.of(any("customer.kind", CustomerKind.class), truth("customer.licenceActive"), truth("customer.maintenanceActive"),
                truth("customer.serviceSubscriptionActive"));
    }

    private static List<Axis> request() {
        return List.of(any("ticket.kind", TicketKind.class), any("ticket.channel", Channel.class),
                axis("diagnosis.determinations", null, Set.of(Determination.OUT_OF_SCOPE)),
                axis("customer.kind", CustomerKind.CUSTOMER, CustomerKind.NEITHER, null),
                axis("customer.maintenanceActive", true, false, null), axis("customer.serviceSubscriptionActive", false),
                truth("contact.authorised"), axis("customer.deployment", Deployment.HOSTED),
                axis("product.installedVersion", "2", "1", "0", null), axis("product.versions", releases()));
    }

    private static List<Axis> urgency() {
        return List.of(axis("ticket.kind", null, TicketKind.PROBLEM, TicketKind.QUESTION_CONFIGURATION, TicketKind.QUESTION_OTHER,
                TicketKind.ENHANCEMENT, TicketKind.TRAINING),
                axis("impact.systemDown", null, true), axis("impact.agentsOffline", null, true), axis("impact.serverStopped", null, true),
                axis("impact.integrityAtRisk", null, true),
                any("impact.functionalityLoss", FunctionalityLoss.class), any("impact.productionImpact", ProductionImpact.class));
    }

    private static List<Axis> firstResponse() {
        return List.of(axis("impact.functionalityLoss", FunctionalityLoss.TOTAL, FunctionalityLoss.SIGNIFICANT, FunctionalityLoss.MODERATE,
                FunctionalityLoss.MINIMAL, null),
                axis("impact.productionImpact", ProductionImpact.CRITICAL), axis("intake", complete(), Intake.builder().build(), null),
                axis("ticket.channel", Channel.ONLINE_HELPDESK, Channel.PHONE, null),
                axis("ticket.state", TicketState.ACTIVE, TicketState.ON_HOLD, null), axis("ticket.createdAt", MARKED, null),
                axis("response.firstRespondedAt", null, MARKED.plusSeconds(3_600)), axis("response.byTechnician", null, true, false),
                axis("desk.firstResponseTargets", null, Map.of(1, Duration.ofHours(1), 2, Duration.ofHours(4), 3, Duration.ofHours(8))),
                axis("desk.hours", null, officeHours()));
    }

    private static List<Axis> resolvedUnanswered() {
        return List.of(axis("impact.functionalityLoss", FunctionalityLoss.TOTAL, FunctionalityLoss.SIGNIFICANT),
                axis("impact.productionImpact", ProductionImpact.CRITICAL), axis("intake", complete()),
                axis("ticket.channel", Channel.ONLINE_HELPDESK), axis("ticket.createdAt", MARKED),
                axis("ticket.state", TicketState.RESOLVED, TicketState.CLOSED),
                axis("resolution.markedResolvedAt", null, MARKED.plusSeconds(3_599), MARKED.plusSeconds(3_600), MARKED.plusSeconds(3_601)),
                axis("response.firstRespondedAt", null, MARKED.plusSeconds(3_600)), axis("response.byTechnician", null, true, false),
                axis("desk.firstResponseTargets", null, Map.of(1, Duration.ofHours(1), 2, Duration.ofHours(1))),
                axis("desk.hours", null, officeHours()));
    }

    private static List<Axis> levelInForce() {
        return List.of(axis("impact.functionalityLoss", FunctionalityLoss.TOTAL, FunctionalityLoss.MODERATE,
                FunctionalityLoss.MINIMAL, null),
                axis("impact.productionImpact", ProductionImpact.CRITICAL), axis("ticket.urgencySet", null, 1, 2, 3, 4),
                axis("escalation.requestedAt", null, NOON), any("escalation.channel", EscalationChannel.class),
                axis("desk.hours", null, officeHours()), truth("contact.available"), axis("followUp.workaroundEstablishedAt", null, NOON),
                axis("continuousWork.agreed", null, true), axis("continuousWork.contactsRequestedAt", NOON),
                axis("continuousWork.contactsDesignated", null, 0, 1), axis("ticket.state", TicketState.ACTIVE, TicketState.SUSPENDED));
    }

    private static List<Axis> followUps() {
        return List.of(axis("ticket.urgencySet", null, 1, 3), axis("intake", complete()),
                axis("ticket.channel", Channel.ONLINE_HELPDESK, Channel.PHONE), axis("ticket.createdAt", MARKED),
                axis("ticket.state", TicketState.ACTIVE, TicketState.ON_HOLD, null),
                axis("followUp.lastGivenAt", null, MARKED.plusSeconds(1)), axis("followUp.rootCauseEstablishedAt", null, MARKED),
                axis("response.firstRespondedAt", null, MARKED.plusSeconds(2)), axis("response.byTechnician", null, true),
                axis("desk.followUpTargets", null, Map.of(1, Duration.ofHours(1), 3, Duration.ofHours(4))),
                axis("desk.remindBefore", null, List.of(Duration.ofMinutes(30))), axis("desk.hours", null, officeHours()));
    }

    private static Map<DayOfWeek, List<OpenSpan>> officeHours() {
        return Stream.of(DayOfWeek.values()).limit(5)
                .collect(Collectors.toMap(day -> day, day -> List.of(OpenSpan.of("09:00", "17:00")), (a, b) -> a, TreeMap::new));
    }

    private static List<Axis> reopening(SupportPolicy... policies) {
        List<Object> updates = around(policies, FactSet.builder(MARKED.plusSeconds(1))
                .with(Resolution.builder().markedResolvedAt(MARKED).build()).build(), MARKED);
        return List.of(any("ticket.state", TicketState.class), axis("resolution.markedResolvedAt", MARKED),
                new Axis("resolution.lastCustomerUpdateAt", updates),
                new Axis("resolution.reopenRequestedAt", updates), truth("resolution.reopenExplained"));
    }

    private static List<Axis> silence(SupportPolicy... policies) {
        List<Object> answers = around(policies, FactSet.builder(MARKED.plusSeconds(1))
                .with(Conversation.builder().firstUnansweredAttemptAt(MARKED).build()).build(), MARKED);
        return List.of(axis("conversation.unansweredAttempts", null, 0, 1, 2, 3),
                axis("conversation.firstUnansweredAttemptAt", MARKED, null), new Axis("conversation.lastCustomerAnswerAt", answers));
    }

    private static List<Axis> grounds() {
        Determination[] all = Determination.values();
        List<Object> sets = new ArrayList<>(Collections.singletonList(null));
        for (int i = 0; i < all.length; i++) {
            for (int j = i; j < all.length; j++) {
                sets.add(Set.copyOf(new TreeSet<>(List.of(all[i], all[j]))));
            }
        }
        sets.add(Set.of(Determination.INVESTIGATED, Determination.SOLUTION_FOUND, Determination.SOLUTION_COMMUNICATED));
        return List.of(new Axis("diagnosis.determinations", sets),
                axis("ticket.kind", null, TicketKind.PROBLEM, TicketKind.ENHANCEMENT, TicketKind.TRAINING),
                axis("ticket.state", TicketState.ACTIVE, TicketState.CLOSED),
                axis("impact.functionalityLoss", FunctionalityLoss.MINIMAL, FunctionalityLoss.MODERATE, null),
                axis("impact.productionImpact", ProductionImpact.SOME));
    }

    private static List<Axis> versions() {
        return List.of(any("customer.deployment", Deployment.class), axis("product.installedVersion", "1", "2", "0", null),
                axis("product.versions", releases(), null),
                axis("product.supportEndedOn", null, RELEASED),
                axis("product.withdrawal", null, withdrawal(RELEASED.plusMonths(1), true), withdrawal(RELEASED.plusYears(3), true),
                        withdrawal(RELEASED.plusMonths(1), false), withdrawal(RELEASED.plusMonths(1), null)));
    }

    private static List<Axis> contacts() {
        return List.of(truth("contact.authorised"), truth("contact.certified"),
                axis("contact.certifiedUntil", null, TODAY.minusDays(1), TODAY, TODAY.plusDays(1)),
                axis("ticket.createdAt", null, NOON), any("contactNotice.form", NoticeForm.class), truth("contactNotice.replacement"),
                axis("contactNotice.hasName", null, true, false),
                axis("contactNotice.notifiedAt", null, NOON.minusSeconds(60)),
                axis("contactNotice.effectiveAt", null, NOON.minusSeconds(61), NOON.minusSeconds(60), NOON.minusSeconds(59)));
    }

    private static List<Axis> patching() {
        return List.of(any("customer.deployment", Deployment.class), axis("desk.promptPatching", null, Period.ofDays(14)),
                axis("duties.oldestOutstandingPatchOn", null, TODAY.minusDays(15), TODAY.minusDays(14), TODAY.minusDays(13)),
                truth("duties.platformMeetsRequirements"));
    }

    private static List<Axis> duties() {
        return List.of(truth("duties.instructionsFollowed"), truth("duties.knowledgeBaseConsulted"), truth("duties.provisionRequested"),
                truth("duties.provisionRequestReasonable"),
                truth("duties.provisionSupplied"), truth("duties.thirdPartyConflictIdentified"),
                truth("duties.thirdPartyConflictEliminated"),
                axis("proposedSteps.proposedAt", null, NOON), truth("proposedSteps.reasonableEffortsMade"));
    }

    private static List<FactSet> exclusions(SupportPolicy... policies) {
        List<Object> causes = new ArrayList<>(Collections.singletonList(null));
        for (Class<?> kind : Cause.class.getPermittedSubclasses()) {
            if (kind != MissingUpdate.class) {
                List<Axis> axes = Stream.of(kind.getRecordComponents()).map(component -> Constants.isKind(component.getType())
                        ? axis(component.getName(), withNull(Constants.of(component.getType()).toArray()))
                                : axis(component.getName(), null, true, false)).toList();
                expand(axes, 0, new LinkedHashMap<>(), known -> causes.add(Components.make(kind, known)));
            }
        }
        Product superseded = Product.builder().installedVersion("1").versions(releases()).build();
        List<Object> days = new ArrayList<>(days(policies, FactSet.builder(NOON)
                .with(superseded, Customer.builder().deployment(Deployment.ON_PREMISE).build()).build()));
        days.add(null);
        days.add(RELEASED.plusDays(1));
        List<Axis> updates = List.of(axis("kind", withNull(UpdateKind.values())), axis("availableOn", null, RELEASED),
                new Axis("problemAroseOn", days),
                axis("applied", null, true, false), axis("couldHavePrevented", null, true, false),
                axis("causedProblem", null, true, false));
        expand(updates, 0, new LinkedHashMap<>(), known -> causes.add(Components.make(MissingUpdate.class, known)));
        return product(NOON.plus(Duration.ofDays(30)), List.of(new Axis("causes", causes), any("customer.deployment", Deployment.class),
                axis("product", superseded), axis("desk.promptPatching", null, Period.ofDays(1))));
    }

    // ---- the values

    private static Axis axis(String path, Object... values) {
        return new Axis(path, Arrays.asList(values));
    }

    private static Axis truth(String path) {
        return axis(path, null, true, false);
    }

    private static Axis any(String path, Class<?> constants) {
        return axis(path, withNull(Constants.of(constants).toArray()));
    }

    private static Object[] withNull(Object... values) {
        return Stream.concat(Stream.of((Object) null), Stream.of(values)).toArray();
    }

    private static List<ProductVersion> releases() {
        return List.of(new ProductVersion("1", RELEASED.minusYears(2)), new ProductVersion("2", RELEASED));
    }

    private static Withdrawal withdrawal(LocalDate effective, Boolean formal) {
        return new Withdrawal(effective, RELEASED, formal);
    }

    private static Intake complete() {
        return Intake.builder().subject("subject").description("description").expectedResults("results").businessImpact("2")
                .serverUrl("url").module("module")
                .stepsToReproduce("steps").sampleMachines(List.of(new SampleMachine("group", "machine"))).productVersion("2").build();
    }

    /**
     * An event: unknown, the second before another, the other, the second after, and the same around every instant the policies conclude
     * from it.
     */
    private static List<Object> around(SupportPolicy[] policies, FactSet facts, Instant event) {
        Set<Instant> instants = new TreeSet<>(Set.of(event));
        instants.addAll(instants(policies, facts));
        List<Object> values = new ArrayList<>(Collections.singletonList(null));
        instants.forEach(instant -> values.addAll(List.of(instant.minusSeconds(1), instant)));
        return values;
    }

    /** The days the policies conclude, each with the day before and the day after. */
    private static Set<LocalDate> days(SupportPolicy[] policies, FactSet facts) {
        Set<LocalDate> days = new TreeSet<>();
        instants(policies, facts).forEach(instant -> IntStream.of(-2, -1, 0, 1)
                .forEach(shift -> days.add(LocalDate.ofInstant(instant, ZONE).plusDays(shift))));
        return days;
    }

    /** Every instant, and the beginning and the end of every day, that the policies conclude; one that cannot decide concludes none. */
    static Set<Instant> instants(SupportPolicy[] policies, FactSet facts) {
        Set<Instant> instants = new TreeSet<>();
        for (SupportPolicy policy : policies) {
            Decision decision = Outcome.of(policy, facts).decision();
            if (decision == null) {
                continue;
            }
            for (Finding finding : decision.findings(Finding.class)) {
                for (Object value : finding instanceof Record record ? Components.known(record).values() : List.of()) {
                    if (value instanceof Instant instant) {
                        instants.add(instant);
                    } else if (value instanceof LocalDate day) {
                        instants.add(day.atStartOfDay(decision.zone()).toInstant());
                        instants.add(day.plusDays(1).atStartOfDay(decision.zone()).toInstant());
                    }
                }
            }
        }
        return instants;
    }

    // ---- the combinations

    private static List<FactSet> product(Instant asOf, List<Axis> axes) {
        Set<FactSet> all = Collections.newSetFromMap(new LinkedHashMap<>());
        expand(axes, 0, new LinkedHashMap<>(), known -> all.add(assemble(asOf, known)));
        return List.copyOf(all);
    }

    private static void expand(List<Axis> axes, int index, Map<String, Object> known, Consumer<Map<String, Object>> use) {
        if (index == axes.size()) {
            use.accept(known);
            return;
        }
        Axis axis = axes.get(index);
        for (Object value : axis.values()) {
            if (value == null) {
                known.remove(axis.path());
            } else {
                known.put(axis.path(), value);
            }
            expand(axes, index + 1, known, use);
        }
        known.remove(axis.path());
    }

    private static FactSet assemble(Instant asOf, Map<String, Object> known) {
        Map<String, Map<String, Object>> components = new LinkedHashMap<>();
        FactSet.Builder facts = FactSet.builder(asOf);
        known.forEach((path, value) -> {
            int dot = path.indexOf('.');
            if (dot < 0) {
                facts.with((Fact) value);
            } else {
                components.computeIfAbsent(path.substring(0, dot), key -> new LinkedHashMap<>()).put(path.substring(dot + 1), value);
            }
        });
        components.forEach((name, values) -> facts.with((Fact) Components.make(type(name), values)));
        return facts.build();
    }

    private static Class<?> type(String name) {
        return Stream.of(Fact.class.getPermittedSubclasses()).filter(type -> type.getSimpleName().equalsIgnoreCase(name)).findFirst()
                .orElseThrow();
    }

    /** Each fact set at its own instant and around every later one at which something may change. */
    private static List<FactSet> at(List<FactSet> sets, SupportPolicy... policies) {
        return sets.parallelStream().flatMap(facts -> {
            Set<Instant> instants = new TreeSet<>(Set.of(facts.asOf()));
            instants(policies, facts).stream().flatMap(instant -> Stream.of(instant.minusSeconds(1), instant, instant.plusSeconds(1)))
                    .filter(instant -> instant.isAfter(facts.asOf())).forEach(instants::add);
            return instants.stream().map(facts::at);
        }).toList();
    }
}
