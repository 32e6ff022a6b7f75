package org.supportpolicy.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jeasy.rules.api.Facts;
import org.jeasy.rules.api.Rules;
import org.jeasy.rules.api.RulesEngine;
import org.jeasy.rules.core.DefaultRulesEngine;
import org.jeasy.rules.core.RuleBuilder;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.supportpolicy.fact.Channel;
import org.supportpolicy.fact.Customer;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.FunctionalityLoss;
import org.supportpolicy.fact.Impact;
import org.supportpolicy.fact.ProductionImpact;
import org.supportpolicy.fact.Ticket;
import org.supportpolicy.fact.TicketKind;
import org.supportpolicy.finding.Coverage;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.finding.OpenTicket;
import org.supportpolicy.finding.OutOfScope;
import org.supportpolicy.finding.QueuePrecedence;
import org.supportpolicy.finding.ResponseRegime;
import org.supportpolicy.finding.Urgency;
import org.supportpolicy.internal.engine.RuleEngine;
import org.supportpolicy.internal.source.RuleFile;

/** The policy of {@link SmallPolicy} by others: in Java by hand, in plain Drools, in Easy Rules. All give findings and no reasons. */
final class SmallPolicyBaselines {

    private SmallPolicyBaselines() {}

    /** What one would write who wants no rules. */
    static List<Finding> byHand(FactSet facts) {
        List<Finding> findings = new ArrayList<>(5);
        Ticket ticket = facts.get(Ticket.class).orElseThrow();
        Impact impact = facts.get(Impact.class).orElseThrow();
        int level = impact.functionalityLoss() == null || impact.productionImpact() == null ? 0
                : level(impact.functionalityLoss(), impact.productionImpact());
        if (level > 0) {
            findings.add(new Urgency(level));
        }
        boolean outOfScope = ticket.kind() != null && SmallPolicy.OUT_OF_SCOPE.contains(ticket.kind());
        if (outOfScope) {
            findings.add(new OutOfScope());
        }
        if (ticket.channel() == Channel.PHONE) {
            findings.add(new QueuePrecedence(2));
        } else if (ticket.channel() == Channel.EMAIL) {
            findings.add(new QueuePrecedence(3));
        } else if (ticket.channel() == Channel.OTHER) {
            findings.add(new QueuePrecedence(4));
        }
        if (level > 0 && !outOfScope) {
            findings.add(new ResponseRegime(SmallPolicy.PRIORITIES.get(level - 1), level == 1 ? Coverage.ALWAYS : Coverage.SUPPORT_HOURS));
        }
        if (!outOfScope && Boolean.TRUE.equals(facts.get(Customer.class).orElseThrow().maintenanceActive())) {
            findings.add(new OpenTicket());
        }
        return findings;
    }

    private static int level(FunctionalityLoss loss, ProductionImpact impact) {
        return switch (loss) {
            case NONE -> 0;
            case MINIMAL -> impact == ProductionImpact.NONE || impact == ProductionImpact.SOME ? 4 : 3;
            case MODERATE -> impact == ProductionImpact.NONE ? 4 : impact == ProductionImpact.CRITICAL ? 2 : 3;
            case SIGNIFICANT -> impact == ProductionImpact.NONE || impact == ProductionImpact.SOME ? 3 : 2;
            case TOTAL -> impact == ProductionImpact.NONE ? 3 : impact == ProductionImpact.CRITICAL ? 1 : 2;
        };
    }

    /** The same rule file, compiled by Drools; a new session for each ticket. */
    static final class Drools {

        private final KieBase rules = PlainDrools.compile(List.of(new RuleFile("desk.drl", SmallPolicy.rules())));

        List<Finding> decide(FactSet facts) {
            KieSession session = rules.newKieSession();
            try {
                RuleEngine.given(facts).forEach(session::insert);
                session.fireAllRules();
                return session.getObjects(Finding.class::isInstance).stream().map(Finding.class::cast).toList();
            } finally {
                session.dispose();
            }
        }
    }

    /** A rule of Easy Rules for each clause, tried in the order of what they look at. */
    static final class EasyRules {

        private final RulesEngine engine = new DefaultRulesEngine();
        private final Rules rules = new Rules();

        EasyRules() {
            for (FunctionalityLoss loss : SmallPolicy.LOSSES) {
                for (ProductionImpact impact : ProductionImpact.values()) {
                    add(1, facts -> impact(facts).functionalityLoss() == loss && impact(facts).productionImpact() == impact,
                            facts -> new Urgency(SmallPolicy.level(loss, impact)));
                }
            }
            for (TicketKind kind : SmallPolicy.OUT_OF_SCOPE) {
                add(1, facts -> kind.equals(ticket(facts).kind()), facts -> new OutOfScope());
            }
            for (Channel channel : SmallPolicy.CHANNELS) {
                add(1, facts -> ticket(facts).channel() == channel, facts -> new QueuePrecedence(SmallPolicy.CHANNELS.indexOf(channel) + 2));
            }
            for (int one = 1; one <= SmallPolicy.PRIORITIES.size(); one++) {
                int level = one;
                add(2, facts -> findings(facts).contains(new Urgency(level)) && !findings(facts).contains(new OutOfScope()),
                        facts -> new ResponseRegime(SmallPolicy.PRIORITIES.get(level - 1), SmallPolicy.coverage(level)));
            }
            add(2, facts -> Boolean.TRUE.equals(facts.<Customer>get("customer").maintenanceActive())
                    && !findings(facts).contains(new OutOfScope()), facts -> new OpenTicket());
        }

        private void add(int priority, Predicate<Facts> when, Function<Facts, Finding> then) {
            rules.register(new RuleBuilder().name("rule " + rules.size()).priority(priority).when(when::test)
                    .then(facts -> findings(facts).add(then.apply(facts))).build());
        }

        int size() {
            return rules.size();
        }

        List<Finding> decide(FactSet set) {
            Facts facts = new Facts();
            facts.put("ticket", set.get(Ticket.class).orElseThrow());
            facts.put("impact", set.get(Impact.class).orElseThrow());
            facts.put("customer", set.get(Customer.class).orElseThrow());
            facts.put("findings", new ArrayList<Finding>(5));
            engine.fire(rules, facts);
            return findings(facts);
        }

        private static Ticket ticket(Facts facts) {
            return facts.get("ticket");
        }

        private static Impact impact(Facts facts) {
            return facts.get("impact");
        }

        private static List<Finding> findings(Facts facts) {
            return facts.get("findings");
        }
    }
}
