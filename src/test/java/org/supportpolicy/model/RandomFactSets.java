package org.supportpolicy.model;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.supportpolicy.fact.AsOf;
import org.supportpolicy.fact.BadFactException;
import org.supportpolicy.fact.Cause;
import org.supportpolicy.fact.Channel;
import org.supportpolicy.fact.Contact;
import org.supportpolicy.fact.Customer;
import org.supportpolicy.fact.CustomerKind;
import org.supportpolicy.fact.Deployment;
import org.supportpolicy.fact.Desk;
import org.supportpolicy.fact.Determination;
import org.supportpolicy.fact.Fact;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.FunctionalityLoss;
import org.supportpolicy.fact.Impact;
import org.supportpolicy.fact.Intake;
import org.supportpolicy.fact.IntakeField;
import org.supportpolicy.fact.Product;
import org.supportpolicy.fact.ProductVersion;
import org.supportpolicy.fact.ProductionImpact;
import org.supportpolicy.fact.SampleMachine;
import org.supportpolicy.fact.Ticket;
import org.supportpolicy.fact.TicketKind;
import org.supportpolicy.fact.TicketState;
import org.supportpolicy.internal.record.Constants;

/**
 * Random fact sets: every kind of fact, unknowns, and instants and dates that crowd around the limits of the policy. In half of them most
 * of what opens the gates of support is as usual, so that what lies behind the gates is reached; the others are unlikely throughout.
 */
public final class RandomFactSets {

    private static final List<Class<?>> FACTS = Stream.of(Fact.class.getPermittedSubclasses())
            .filter(type -> type != AsOf.class && !type.isInterface()).toList();
    private static final List<Class<?>> CAUSES = List.of(Cause.class.getPermittedSubclasses());
    private static final Set<Class<?>> USUALLY_GIVEN = Set.of(Contact.class, Customer.class, Desk.class, Impact.class, Intake.class,
            Product.class, Ticket.class);
    private static final List<Set<Determination>> FINDINGS = List.of(Set.of(), Set.of(Determination.NO_LONGER_NEEDED),
            Set.of(Determination.ENHANCEMENT_OR_SUGGESTION), Set.of(Determination.INVESTIGATED, Determination.SOLUTION_FOUND),
            Set.of(Determination.INVESTIGATED, Determination.SOLUTION_FOUND, Determination.SOLUTION_COMMUNICATED),
            Set.of(Determination.NO_MATERIAL_IMPACT, Determination.NOT_FIXED_NOW), Set.of(Determination.WORKS_AS_DESIGNED));

    private final Random random;
    private final Map<String, Supplier<Object>> usual = usual();
    private RandomTimes times;
    private boolean asUsual;

    public RandomFactSets(long seed) {
        this.random = new Random(seed);
    }

    /** The next fact set. */
    public FactSet next() {
        times = new RandomTimes(random);
        asUsual = random.nextBoolean();
        FactSet.Builder facts = FactSet.builder(times.instant(0));
        double dense = random.nextDouble();
        for (Class<?> kind : FACTS) {
            if (random.nextDouble() < (asUsual && USUALLY_GIVEN.contains(kind) ? 0.97 : dense)) {
                facts.with((Fact) record(kind, random.nextDouble()));
            }
        }
        for (int i = random.nextInt(asUsual && random.nextInt(4) > 0 ? 1 : 3); i > 0; i--) {
            facts.with((Fact) record(pick(CAUSES), 0.95));
        }
        return facts.build();
    }

    /** What desks mostly hand over, by fact and component. */
    private Map<String, Supplier<Object>> usual() {
        Map<String, Supplier<Object>> usual = new HashMap<>();
        usual.put("Customer.kind", () -> CustomerKind.CUSTOMER);
        usual.put("Customer.maintenanceActive", () -> true);
        usual.put("Customer.deployment", () -> random.nextInt(3) > 0 ? Deployment.ON_PREMISE : Deployment.HOSTED);
        usual.put("Contact.authorised", () -> true);
        usual.put("Ticket.channel", () -> Channel.ONLINE_HELPDESK);
        usual.put("Ticket.kind", () -> pick(List.of(TicketKind.PROBLEM, TicketKind.PROBLEM, TicketKind.QUESTION_OTHER,
                TicketKind.ENHANCEMENT)));
        usual.put("Ticket.createdAt", () -> times.instant(4));
        usual.put("Ticket.state", () -> random.nextBoolean() ? TicketState.ACTIVE : pick(List.of(TicketState.values())));
        usual.put("Impact.functionalityLoss", () -> pick(List.of(FunctionalityLoss.values())));
        usual.put("Impact.productionImpact", () -> pick(List.of(ProductionImpact.values())));
        usual.put("Intake.sampleMachines", () -> List.of(new SampleMachine("g", "m")));
        usual.put("Intake.extraInformationRequested", () -> false);
        List.of("subject", "description", "expectedResults", "businessImpact", "serverUrl", "module", "stepsToReproduce", "productVersion")
                .forEach(field -> usual.put("Intake." + field, () -> field));
        usual.put("Product.installedVersion", () -> "v0");
        usual.put("Product.versions", () -> List.of(new ProductVersion("v0", times.today.minusYears(3)),
                new ProductVersion("v1", times.date())));
        usual.put("Product.supportEndedOn", () -> null);
        usual.put("Product.withdrawal", () -> null);
        usual.put("Diagnosis.determinations", () -> pick(FINDINGS));
        List.of("instructionsFollowed", "knowledgeBaseConsulted", "provisionSupplied", "platformMeetsRequirements",
                "thirdPartyConflictEliminated").forEach(duty -> usual.put("Duties." + duty, () -> true));
        usual.put("Duties.oldestOutstandingPatchOn", () -> null);
        usual.put("Desk.hours", () -> times.hours());
        usual.put("Desk.firstResponseTargets", () -> times.targets());
        usual.put("Desk.followUpTargets", () -> times.targets());
        usual.put("Desk.promptPatching", () -> Period.ofDays(random.nextInt(20)));
        usual.put("Escalation.requestedAt", () -> times.instant(3));
        usual.put("FollowUp.lastGivenAt", () -> times.instant(1));
        usual.put("Resolution.markedResolvedAt", () -> times.instant(9));
        usual.put("Resolution.reopenRequestedAt", () -> random.nextBoolean() ? times.instant(3) : null);
        usual.put("ContinuousWork.agreed", () -> true);
        usual.put("ContinuousWork.contactsRequestedAt", () -> times.instant(3));
        usual.put("ContinuousWork.contactsDesignated", () -> random.nextInt(2));
        usual.put("MissingUpdate.availableOn", () -> times.near().minusDays(random.nextInt(25)));
        usual.put("MissingUpdate.problemAroseOn", () -> times.near());
        usual.put("MissingUpdate.applied", () -> false);
        usual.put("MissingUpdate.couldHavePrevented", () -> true);
        return usual;
    }

    private Object record(Class<?> type, double known) {
        while (true) {
            try {
                RecordComponent[] components = type.getRecordComponents();
                Object[] values = new Object[components.length];
                for (int i = 0; i < values.length; i++) {
                    values[i] = component(type, components[i], Math.max(known, 0.3));
                }
                Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
                return type.getDeclaredConstructor(types).newInstance(values);
            } catch (InvocationTargetException e) {
                if (!(e.getCause() instanceof BadFactException)) {
                    throw new IllegalStateException(e);
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private Object component(Class<?> type, RecordComponent component, double known) {
        Supplier<Object> mostly = asUsual ? usual.get(type.getSimpleName() + "." + component.getName()) : null;
        if (mostly != null && random.nextInt(25) > 0) {
            return mostly.get();
        }
        return random.nextDouble() < known ? value(component.getName(), component.getGenericType()) : null;
    }

    private Object value(String name, Type type) {
        if (type instanceof ParameterizedType many) {
            return many(name, many);
        }
        Class<?> kind = (Class<?>) type;
        if (kind == Boolean.class) {
            return random.nextBoolean();
        }
        if (kind == Integer.class) {
            return name.equals("urgencySet") ? 1 + random.nextInt(4) : random.nextInt(4);
        }
        if (kind == String.class) {
            return name.equals("installedVersion") ? "v" + random.nextInt(4) : random.nextInt(12) == 0 ? " " : name;
        }
        if (Constants.isKind(kind)) {
            return pick(Constants.of(kind));
        }
        if (kind == Instant.class) {
            return times.instant(9);
        }
        if (kind == LocalDate.class) {
            return times.date();
        }
        if (kind == ZoneId.class) {
            return times.zone;
        }
        if (kind == Period.class) {
            return Period.ofDays(random.nextInt(20));
        }
        return record(kind, 0.9);
    }

    private Object many(String name, ParameterizedType type) {
        return switch (name) {
            case "hours" -> times.hours();
            case "holidays" -> Set.of(times.near(), times.date().plusDays(400));
            case "datesWithOwnHours" -> times.datesWithOwnHours();
            case "firstResponseTargets", "followUpTargets" -> times.targets();
            case "remindBefore" -> times.reminders();
            case "versions" -> versions();
            case "holds" -> times.holds();
            case "sampleMachines" -> random.nextInt(5) == 0 ? List.of() : List.of(new SampleMachine("g", "m"));
            case "notApplicable" -> random.nextBoolean() ? Set.of(IntakeField.SERVER_URL, IntakeField.STEPS_TO_REPRODUCE) : Set.of();
            default -> some((Class<?>) type.getActualTypeArguments()[0]);
        };
    }

    private Set<Object> some(Class<?> constants) {
        Set<Object> some = new HashSet<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            some.add(pick(Constants.of(constants)));
        }
        return some;
    }

    private List<ProductVersion> versions() {
        List<ProductVersion> versions = new ArrayList<>();
        LocalDate day = times.date();
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            versions.add(new ProductVersion("v" + i, random.nextInt(15) == 0 ? null : day));
            day = random.nextInt(3) == 0 ? day : times.date();
        }
        return versions;
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
