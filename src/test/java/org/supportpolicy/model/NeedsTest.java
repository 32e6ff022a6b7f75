package org.supportpolicy.model;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.fact.Channel;
import org.supportpolicy.fact.CustomerKind;
import org.supportpolicy.fact.Deployment;
import org.supportpolicy.fact.Duties;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.FunctionalityLoss;
import org.supportpolicy.fact.Impact;
import org.supportpolicy.fact.Intake;
import org.supportpolicy.fact.OpenSpan;
import org.supportpolicy.fact.Product;
import org.supportpolicy.fact.ProductVersion;
import org.supportpolicy.fact.ProductionImpact;
import org.supportpolicy.fact.Resolution;
import org.supportpolicy.fact.Response;
import org.supportpolicy.fact.SampleMachine;
import org.supportpolicy.fact.Ticket;
import org.supportpolicy.fact.TicketKind;
import org.supportpolicy.fact.TicketState;
import org.supportpolicy.finding.SupportAnswer;

/**
 * The needs of a decision are exact. A fact matters when some value of it, with some completion of the other unknown facts,
 * changes an answer that is undetermined. The values are tried: every fact that is listed must turn out to matter, and no fact
 * that is not listed may.
 *
 * <p>A fact of which nothing was recorded and whose absence is itself an answer (no cause, no diagnosis, no withdrawal, no
 * target, a symptom that is not ticked on a form handed in) is not unknown in this sense.
 */
class NeedsTest {

    private static final SupportPolicy POLICY = SupportPolicy.standard();
    private static final long SEED = Long.getLong("supportpolicy.seed", 20250312L);
    private static final int FACT_SETS = Integer.getInteger("supportpolicy.needs", 300);
    private static final int COMPLETIONS = 40;
    private static final int COMPLETIONS_TO_FIND_ONE = 1_000;

    @Test
    void everyFactThatIsListedMattersAndNoOtherDoes() {
        System.out.println("Needs test: seed " + SEED + ", " + FACT_SETS + " fact sets");
        List<String> wrong = IntStream.range(0, FACT_SETS).parallel().boxed().flatMap(i -> wrong(new RandomFactSets(SEED + i).next(), SEED + i).stream()).toList();
        if (!wrong.isEmpty()) {
            throw new AssertionError(wrong.size() + " wrong:\n" + String.join("\n", wrong));
        }
    }

    private static List<String> wrong(FactSet facts, long seed) {
        Random random = new Random(seed);
        Set<String> listed = POLICY.decide(facts).needs();
        Map<String, List<Object>> unknown = unknown(facts);
        List<String> wrong = new ArrayList<>();
        listed.stream().filter(path -> !unknown.containsKey(path)).forEach(path -> wrong.add(path + " is listed, but known or no open fact, in " + facts));
        unknown.forEach((path, values) -> {
            if (path.equals("customer.deployment") && hangsOnDeploymentElsewhere(facts)) {
                return;
            }
            String how = matters(facts, path, unknown, listed.contains(path) ? COMPLETIONS_TO_FIND_ONE : COMPLETIONS, random);
            if (listed.contains(path) != (how != null)) {
                wrong.add(path + (how == null ? " is listed and matters not, in " : " matters and is not listed (" + how + "), in ") + facts);
            }
        });
        return wrong;
    }

    /** How giving a fact changes an undetermined answer under some completion; null when none was found that does. */
    private static String matters(FactSet facts, String path, Map<String, List<Object>> unknown, int completions, Random random) {
        Set<String> open = undetermined(facts);
        for (int i = 0; i < completions && !open.isEmpty(); i++) {
            FactSet completed = facts;
            double dense = random.nextDouble();
            for (Map.Entry<String, List<Object>> other : unknown.entrySet()) {
                if (!other.getKey().equals(path) && random.nextDouble() < dense) {
                    completed = Facts.with(completed, other.getKey(), other.getValue().get(random.nextInt(other.getValue().size())));
                }
            }
            Map<String, Object> without = answers(completed);
            for (Object value : unknown.get(path)) {
                Map<String, Object> with = answers(Facts.with(completed, path, value));
                for (String answer : open) {
                    if (!Objects.equals(without.get(answer), with.get(answer))) {
                        return answer + " from " + without.get(answer) + " to " + with.get(answer) + " by " + value + " after " + completed;
                    }
                }
            }
        }
        return null;
    }

    private static Map<String, Object> answers(FactSet facts) {
        Answers all = ReferenceModel.decide(facts);
        Map<String, Object> answers = new LinkedHashMap<>();
        for (String name : List.of("entitlement", "urgency.level", "firstResponse.owed", "firstResponse.clockStartsAt", "firstResponse.status",
                "followUp.owed", "followUp.status", "queue.certified", "version.status", "lifecycle.state")) {
            answers.put(name, all.get(name));
        }
        answers.put("gates", ReferenceModel.openGates(facts));
        return answers;
    }

    private static Set<String> undetermined(FactSet facts) {
        Answers answers = ReferenceModel.decide(facts);
        Set<String> open = new TreeSet<>();
        List.of("entitlement", "queue.certified", "version.status", "lifecycle.state").stream().filter(name -> answers.get(name) == null).forEach(open::add);
        boolean outOfScope = facts.get(Ticket.class).map(Ticket::kind).filter(kind -> kind.ordinal() >= TicketKind.IMPLEMENTATION.ordinal()).isPresent()
                || facts.get(org.supportpolicy.fact.Diagnosis.class).map(org.supportpolicy.fact.Diagnosis::determinations)
                        .filter(all -> all.contains(org.supportpolicy.fact.Determination.OUT_OF_SCOPE)).isPresent();
        if (!outOfScope) {
            List.of("urgency.level", "firstResponse.owed", "followUp.owed").stream().filter(name -> answers.get(name) == null).forEach(open::add);
            if (!Boolean.FALSE.equals(answers.get("firstResponse.owed"))) {
                List.of("firstResponse.clockStartsAt", "firstResponse.status").stream().filter(name -> answers.get(name) == null).forEach(open::add);
            }
        }
        if (!outOfScope && Boolean.TRUE.equals(answers.get("followUp.owed")) && answers.get("followUp.status") == null) {
            open.add("followUp.status");
        }
        if (answers.get("support.answer") == SupportAnswer.UNDETERMINED) {
            open.add("gates");
        }
        return open;
    }

    /** The facts that are unknown, each with values to try. */
    private static Map<String, List<Object>> unknown(FactSet facts) {
        Map<String, List<Object>> unknown = new LinkedHashMap<>();
        ZoneId zone = facts.now().zone();
        LocalDate today = facts.now().date();
        Instant now = facts.asOf();
        open(facts, unknown, "customer.kind", List.of(CustomerKind.CUSTOMER, CustomerKind.NEITHER));
        open(facts, unknown, "customer.maintenanceActive", List.of(true, false));
        open(facts, unknown, "customer.serviceSubscriptionActive", List.of(true, false));
        open(facts, unknown, "customer.deployment", List.of(Deployment.ON_PREMISE, Deployment.HOSTED));
        open(facts, unknown, "contact.authorised", List.of(true, false));
        open(facts, unknown, "contact.certified", List.of(true, false));
        open(facts, unknown, "contact.certifiedUntil", List.of(today.minusDays(30), today.plusDays(30)));
        open(facts, unknown, "ticket.channel", List.of(Channel.ONLINE_HELPDESK, Channel.PHONE));
        open(facts, unknown, "ticket.kind", List.of(TicketKind.PROBLEM, TicketKind.QUESTION_OTHER, TicketKind.TRAINING));
        open(facts, unknown, "ticket.state", List.of(TicketState.ACTIVE, TicketState.ON_HOLD));
        Instant created = facts.get(Ticket.class).map(Ticket::createdAt).orElse(null);
        if (created == null || created.isAfter(now)) {
            unknown.put("ticket.createdAt", List.of(now, now.minusSeconds(3_600)));
        }
        if (facts.get(Intake.class).isEmpty()) {
            unknown.put("intake", List.of(Intake.builder().build(), complete()));
        }
        open(facts, unknown, "desk.hours", List.of(Map.of(DayOfWeek.MONDAY, List.of(OpenSpan.of("09:00", "17:00")))));
        Instant responded = facts.get(Response.class).map(Response::firstRespondedAt).orElse(null);
        if (responded != null && !responded.isAfter(now)) {
            open(facts, unknown, "response.byTechnician", List.of(true, false));
        }
        if (facts.get(Resolution.class).isPresent()) {
            open(facts, unknown, "resolution.reopenExplained", List.of(true, false));
        }
        impact(facts, unknown);
        Product product = facts.get(Product.class).orElse(Product.builder().build());
        if (product.installedVersion() == null) {
            unknown.put("product.installedVersion", List.of("v0", "v1", "v2", "v3", "v9"));
        }
        if (product.versions() == null) {
            unknown.put("product.versions", List.of(releases(today.minusDays(30)), releases(today.minusYears(3)), releases(today.plusDays(3))));
        } else if (!product.isEveryDayKnown()) {
            unknown.put("product.versions", List.of(filled(product, today), filled(product, today.minusYears(3)), filled(product, today.plusDays(3))));
        }
        return unknown;
    }

    /** What exclusions and suspensions hang on is not listed; where it is listed for the version, or would be for them, is left alone. */
    private static boolean hangsOnDeploymentElsewhere(FactSet facts) {
        return !facts.causes().isEmpty() || facts.get(Duties.class).isPresent();
    }

    private static void impact(FactSet facts, Map<String, List<Object>> unknown) {
        TicketKind kind = facts.get(Ticket.class).map(Ticket::kind).orElse(null);
        boolean form = facts.get(Impact.class).isPresent();
        if (!form && kind != null && (kind.name().startsWith("QUESTION_") || kind == TicketKind.ENHANCEMENT)) {
            return;
        }
        if (!form) {
            List.of("systemDown", "agentsOffline", "serverStopped", "integrityAtRisk").forEach(symptom -> unknown.put("impact." + symptom, List.of(true)));
        }
        open(facts, unknown, "impact.functionalityLoss", List.of((Object[]) FunctionalityLoss.values()));
        open(facts, unknown, "impact.productionImpact", List.of((Object[]) ProductionImpact.values()));
    }

    private static void open(FactSet facts, Map<String, List<Object>> unknown, String path, List<Object> values) {
        if (Facts.get(facts, path) == null) {
            unknown.put(path, values);
        }
    }

    /** Five releases, the first on a day and each a week after the one before. */
    private static List<ProductVersion> releases(LocalDate first) {
        return IntStream.range(0, 5).mapToObj(i -> new ProductVersion("v" + i, first.plusWeeks(i))).toList();
    }

    private static List<ProductVersion> filled(Product product, LocalDate day) {
        return product.versions().stream().map(entry -> entry.availableOn() == null ? new ProductVersion(entry.version(), day) : entry).toList();
    }

    private static Intake complete() {
        return Intake.builder().subject("s").description("d").expectedResults("e").businessImpact("b").serverUrl("u").module("m")
                .stepsToReproduce("t").sampleMachines(List.of(new SampleMachine("g", "m"))).productVersion("9").build();
    }
}
