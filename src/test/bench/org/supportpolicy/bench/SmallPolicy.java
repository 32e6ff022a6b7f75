package org.supportpolicy.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.fact.Channel;
import org.supportpolicy.fact.Customer;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.FunctionalityLoss;
import org.supportpolicy.fact.Impact;
import org.supportpolicy.fact.ProductionImpact;
import org.supportpolicy.fact.Ticket;
import org.supportpolicy.fact.TicketKind;
import org.supportpolicy.finding.Coverage;
import org.supportpolicy.finding.ResponsePriority;

/**
 * A policy of 33 clauses with a rule each, such as a small desk would write: sixteen grade a ticket, nine say what is out of scope, three
 * place a ticket in the queue by its channel, four answer the levels, and one opens the ticket.
 */
final class SmallPolicy {

    static final List<FunctionalityLoss> LOSSES = List.of(FunctionalityLoss.MINIMAL, FunctionalityLoss.MODERATE,
            FunctionalityLoss.SIGNIFICANT, FunctionalityLoss.TOTAL);
    static final List<TicketKind> OUT_OF_SCOPE = List.of(TicketKind.ENHANCEMENT, TicketKind.IMPLEMENTATION, TicketKind.TRAINING,
            TicketKind.CONSULTING, TicketKind.DEVELOPMENT, TicketKind.HOSTING, TicketKind.LICENSING, TicketKind.BUSINESS,
            TicketKind.PROFESSIONAL_SERVICES);
    static final List<Channel> CHANNELS = List.of(Channel.PHONE, Channel.EMAIL, Channel.OTHER);
    /** By level, from 1. */
    static final List<ResponsePriority> PRIORITIES = List.of(ResponsePriority.HIGHEST, ResponsePriority.HIGH, ResponsePriority.NORMAL,
            ResponsePriority.STANDARD);

    private static final String HEAD = """
            package org.supportpolicy.rules.desk;

            import org.supportpolicy.fact.Channel;
            import org.supportpolicy.fact.Customer;
            import org.supportpolicy.fact.FunctionalityLoss;
            import org.supportpolicy.fact.Impact;
            import org.supportpolicy.fact.ProductionImpact;
            import org.supportpolicy.fact.Ticket;
            import org.supportpolicy.fact.TicketKind;
            import org.supportpolicy.finding.Coverage;
            import org.supportpolicy.finding.OpenTicket;
            import org.supportpolicy.finding.OutOfScope;
            import org.supportpolicy.finding.QueuePrecedence;
            import org.supportpolicy.finding.ResponsePriority;
            import org.supportpolicy.finding.ResponseRegime;
            import org.supportpolicy.finding.Urgency;
            import static org.supportpolicy.rules.Conclude.conclude;
            """;

    private SmallPolicy() {}

    /**
     * A clause and its rule.
     *
     * @param clause its id
     * @param when the conditions
     * @param then what is concluded
     */
    record Row(String clause, String when, String then) {

        private String rule() {
            return "\nrule \"It is so by %s\"\n    @clause(\"desk.%s\")\n    @nl(\"Zo is het volgens %s\")\nwhen\n    %s\nthen\n    conclude( kcontext, new %s );\nend\n"
                    .formatted(clause, clause, clause, when, then);
        }

        private String text(String modality) {
            return "\n### desk." + clause + " · WILL · support\n\n" + modality + "\n";
        }
    }

    /** The level by loss and impact: the graver both are, the lower it is. */
    static int level(FunctionalityLoss loss, ProductionImpact impact) {
        return Math.max(1, 4 - (LOSSES.indexOf(loss) + impact.ordinal()) / 2);
    }

    static Coverage coverage(int level) {
        return level == 1 ? Coverage.ALWAYS : Coverage.SUPPORT_HOURS;
    }

    /** The clauses. */
    static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (FunctionalityLoss loss : LOSSES) {
            for (ProductionImpact impact : ProductionImpact.values()) {
                rows.add(new Row(id(loss.name() + "-loss-" + impact.name() + "-impact"), "Impact( functionalityLoss == FunctionalityLoss." + loss
                        + ", productionImpact == ProductionImpact." + impact + " )", "Urgency( " + level(loss, impact) + " )"));
            }
        }
        OUT_OF_SCOPE.forEach(kind -> rows.add(new Row(id("no-" + kind.name()), "Ticket( kind == TicketKind." + kind.name() + " )", "OutOfScope()")));
        CHANNELS.forEach(channel -> rows.add(new Row(id("queue-" + channel.name()), "Ticket( channel == Channel." + channel.name() + " )",
                "QueuePrecedence( " + (CHANNELS.indexOf(channel) + 2) + " )")));
        for (int level = 1; level <= PRIORITIES.size(); level++) {
            rows.add(new Row("answer-" + PRIORITIES.get(level - 1).name().toLowerCase(Locale.ROOT), "Urgency( level == " + level
                    + " )\n    not OutOfScope()", "ResponseRegime( ResponsePriority." + PRIORITIES.get(level - 1) + ", Coverage." + coverage(level) + " )"));
        }
        rows.add(new Row("open", "Customer( maintenanceActive == true )\n    not OutOfScope()", "OpenTicket()"));
        return rows;
    }

    private static String id(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The rule file. */
    static String rules() {
        StringBuilder text = new StringBuilder(HEAD);
        rows().forEach(row -> text.append(row.rule()));
        return text.toString();
    }

    /** The policy, read as any other. */
    static SupportPolicy load() {
        try {
            Path directory = Files.createTempDirectory("small-policy");
            Files.writeString(directory.resolve("desk.drl"), rules());
            for (String language : List.of("en", "nl")) {
                boolean english = language.equals("en");
                StringBuilder text = new StringBuilder(english ? "# Policy\n\nEdition: 1.0\n\n## desk: The desk\n" : "# Beleid\n\nEditie: 1.0\n\n## desk: De desk\n");
                rows().forEach(row -> text.append(row.text(english ? "So it is." : "Zo is het.")));
                Files.writeString(directory.resolve("policy." + language + ".md"), text);
                Files.writeString(directory.resolve("readings." + language + ".md"), english ? "# Readings\n" : "# Lezingen\n");
            }
            return SupportPolicy.load(directory);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Different tickets, the same at every call; now and then something is unknown. */
    static List<FactSet> tickets(int count) {
        return IntStream.range(0, count).mapToObj(i -> ticket(new Random(31L * i))).toList();
    }

    private static FactSet ticket(Random random) {
        return FactSet.builder(Instant.parse("2026-03-10T15:30:00Z")).with(
                Ticket.builder().kind(random.nextInt(3) > 0 ? TicketKind.PROBLEM : OUT_OF_SCOPE.get(random.nextInt(OUT_OF_SCOPE.size())))
                        .channel(random.nextBoolean() ? Channel.ONLINE_HELPDESK : CHANNELS.get(random.nextInt(CHANNELS.size()))).build(),
                Impact.builder().functionalityLoss(random.nextInt(8) == 0 ? null : LOSSES.get(random.nextInt(LOSSES.size())))
                        .productionImpact(ProductionImpact.values()[random.nextInt(ProductionImpact.values().length)]).build(),
                Customer.builder().maintenanceActive(random.nextInt(4) > 0).build()).build();
    }
}
