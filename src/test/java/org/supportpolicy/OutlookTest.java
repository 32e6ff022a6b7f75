package org.supportpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpolicy.author.WorkingCopy;
import org.supportpolicy.bench.TicketMix;
import org.supportpolicy.fact.Customer;
import org.supportpolicy.fact.Deployment;
import org.supportpolicy.fact.Desk;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.Product;
import org.supportpolicy.fact.ProductVersion;
import org.supportpolicy.fact.Resolution;
import org.supportpolicy.fact.Ticket;
import org.supportpolicy.fact.TicketState;
import org.supportpolicy.internal.record.Shape;
import org.supportpolicy.model.OwnFactSets;
import org.supportpolicy.model.OwnPolicy;
import org.supportpolicy.model.RandomFactSets;

/**
 * A decision holds until its outlook says otherwise, and is another then: tried by deciding again at random instants, and right before, at
 * and after whatever the facts name and the midnights near it. {@code -Dsupportpolicy.outlook=100000} tries so many fact sets.
 */
class OutlookTest {

    private static final long SEED = Long.getLong("supportpolicy.seed", 20250312L);
    private static final int FACT_SETS = Integer.getInteger("supportpolicy.outlook", 250);

    /** A suspension in a window that no rule had before, told by days that go along, by openings and by an instant that does not. */
    private static final String NEW_WINDOW = """
            rule "A customer who was proposed steps has three days in office hours to take them"
                @clause("duty.reasonable-efforts")
                @nl("Een klant aan wie stappen zijn voorgesteld, heeft drie dagen in kantooruren om ze te zetten")
            when
                ProposedSteps( $proposed : proposedAt != null )
                $desk : Desk()
                AsOf( $now : instant, daysAfter( 3, $proposed, zone ) > later( $now, $proposed ), isOpen( $desk, $now ) )
            then
                conclude( kcontext, new Suspension( "duty.reasonable-efforts" ) );
            end

            """;

    private static final List<String> IMPORTS = List.of("import org.supportpolicy.fact.AsOf;", "import org.supportpolicy.fact.Desk;",
            "import org.supportpolicy.fact.ProposedSteps;", "import org.supportpolicy.finding.ClosesAt;",
            "import static org.supportpolicy.rules.OpeningHours.isOpen;", "import static org.supportpolicy.rules.Periods.daysAfter;",
            "import static org.supportpolicy.rules.Periods.later;");

    private final List<String> wrong = new ArrayList<>();

    @Test
    void aDecisionHoldsUntilItsOutlookSaysOtherwise() {
        System.out.println("Outlook test: seed " + SEED + ", " + FACT_SETS + " fact sets");
        tried(SupportPolicy.standard(), FACT_SETS);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "closure.drl|daysAfter( 7, $marked, $zone )|daysAfter( 10, $marked, $zone )",
        "closure.drl|daysAfter( 7, $first, $zone )|daysAfter( 2, $first, $zone )",
        "sunset.drl|yearsAfter( 1, $product.successorKnownOn( $today ) )|yearsAfter( 2, $product.successorKnownOn( $today ) )",
        "closure.drl|AsOf( $closes <= instant )|AsOf( $closes < instant )",
        "duty.drl|rule \"|WINDOW"})
    void soItIsUnderAnEditedPolicy(String edit, @TempDir Path directory) throws IOException {
        String[] parts = edit.split("\\|");
        tried(edited(directory, parts[0], parts[1], parts[2].equals("WINDOW") ? NEW_WINDOW + parts[1] : parts[2]),
                Math.max(200, FACT_SETS / 100));
    }

    /** Instants of declared facts that lie later have not happened, and days of theirs are compared with today. */
    @Test
    void soItIsWhereAPolicyDeclaresFacts(@TempDir Path directory) throws IOException {
        SupportPolicy policy = OwnPolicy.in(directory);
        OwnFactSets sets = new OwnFactSets(SEED, policy.ownFacts());
        tried(policy, FACT_SETS, sets::next);
    }

    private static SupportPolicy edited(Path directory, String file, String from, String to) throws IOException {
        WorkingCopy.init(directory);
        Path rules;
        try (Stream<Path> files = Files.walk(directory)) {
            rules = files.filter(path -> path.endsWith(file)).findFirst().orElseThrow();
        }
        String text = Files.readString(rules);
        assertThat(text).contains(from);
        for (String word : IMPORTS) {
            text = text.contains(word) || !to.contains(word.replaceAll(".*[.]|;", "") + "(") ? text
                    : text.replaceFirst("(?m)^import ", word + "\nimport ");
        }
        Files.writeString(rules, text.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to)));
        return SupportPolicy.load(rules.getParent());
    }

    private void tried(SupportPolicy policy, int count) {
        RandomFactSets sets = new RandomFactSets(SEED);
        tried(policy, count, sets::next);
    }

    private void tried(SupportPolicy policy, int count, Supplier<FactSet> sets) {
        Random random = new Random(SEED);
        int changing = 0;
        for (int i = 0; i < count; i++) {
            FactSet facts = sets.get();
            if (random.nextBoolean()) { // most of its events lie ahead
                facts = facts.at(facts.asOf().minus(Duration.ofMinutes(random.nextInt(60 * 24 * 60))));
            }
            changing += tried(policy, facts, random) ? 1 : 0;
        }
        assertThat(wrong).isEmpty();
        assertThat(changing).isBetween(count / 4, count - count / 10);
    }

    private boolean tried(SupportPolicy policy, FactSet facts, Random random) {
        Outlook outlook = policy.outlook(facts);
        Instant end = outlook.validUntil().orElse(outlook.until());
        for (Instant at : instants(facts, end, random)) {
            List<String> differing = SectionViews.differing(outlook.decision(), policy.decide(facts.at(at)));
            if (!differing.isEmpty()) {
                wrong.add(differing + " differ at " + at + " of " + facts);
                break;
            }
        }
        outlook.next().ifPresent(next -> {
            if (next.sections().isEmpty() || !SectionViews.differ(outlook.decision(), policy.decide(facts.at(end)))) {
                wrong.add("nothing changes at " + end + " of " + facts);
            }
        });
        return outlook.next().isPresent();
    }

    /** Ten random instants before an end, and those right by what facts name and by midnights. */
    private static List<Instant> instants(FactSet facts, Instant end, Random random) {
        TreeSet<Instant> instants = new TreeSet<>();
        long seconds = Duration.between(facts.asOf(), end).getSeconds();
        IntStream.range(0, 10).forEach(i -> instants.add(facts.asOf().plusSeconds((long) (seconds * random.nextDouble()))));
        instants.add(end.minusNanos(1));
        facts.facts().forEach(fact -> named(fact, facts, instants));
        return instants.tailSet(facts.asOf(), false).headSet(end, false).stream().toList();
    }

    private static void named(Object value, FactSet facts, TreeSet<Instant> instants) {
        if (value instanceof Instant instant) {
            Instant midnight = instant.atZone(facts.now().zone()).toLocalDate().plusDays(8).atStartOfDay(facts.now().zone()).toInstant();
            Stream.of(instant, midnight).flatMap(each -> Stream.of(each.minusNanos(1), each, each.plusNanos(1))).forEach(instants::add);
        } else if (value instanceof LocalDate day) {
            Stream.of(day, day.plusDays(1), day.plusYears(1), day.plusYears(1).plusDays(1))
                    .map(each -> each.atStartOfDay(facts.now().zone()).toInstant())
                    .flatMap(each -> Stream.of(each.minusNanos(1), each)).forEach(instants::add);
        } else if (value instanceof Iterable<?> items) {
            items.forEach(item -> named(item, facts, instants));
        } else if (value instanceof Record) {
            Shape.of(value.getClass()).values(value).filter(Objects::nonNull).forEach(part -> named(part, facts, instants));
        }
    }

    @Test
    void aTimelineGoesOnWhereAnOutlookEnds() {
        SupportPolicy policy = SupportPolicy.standard();
        RandomFactSets sets = new RandomFactSets(SEED);
        int changes = 0;
        for (int i = 0; i < 300; i++) {
            FactSet facts = sets.next();
            Timeline timeline = policy.timeline(facts);
            Optional<Instant> next = policy.outlook(facts).validUntil();
            for (Change change : timeline.changes()) {
                assertThat(next).contains(change.at());
                assertThat(change.reasons()).as("%s", facts).isNotNull();
                next = policy.outlook(facts.at(change.at()), timeline.until()).validUntil();
                changes++;
            }
            assertThat(next).isEmpty();
            assertThat(timeline.segments()).hasSize(timeline.changes().size() + 1);
        }
        assertThat(changes).isGreaterThan(200);
    }

    /** Newfoundland put its clocks back at a minute past midnight: that day began, was the day before for an hour, and began again. */
    @Test
    void aDayThatBeginsTwiceIsSeenTwice() {
        Instant evening = Instant.parse("2010-11-06T12:00:00Z");
        FactSet facts = FactSet.builder(evening).with(Desk.builder().zone(ZoneId.of("America/St_Johns")).build(),
                Product.builder().installedVersion("1").versions(List.of(new ProductVersion("1", LocalDate.parse("2009-01-01")),
                        new ProductVersion("2", LocalDate.parse("2010-11-07")))).build(),
                Customer.builder().deployment(Deployment.ON_PREMISE).build()).build();
        assertThat(SupportPolicy.standard().timeline(facts, evening.plus(Duration.ofDays(2))).changes()).extracting(Change::at)
                .containsExactly(Instant.parse("2010-11-07T02:30:00Z"), Instant.parse("2010-11-07T02:31:00Z"), Instant.parse("2010-11-07T03:30:00Z"));
    }

    /** What makes a timer useful: it is set with the decision, at little more than a second one. */
    @Test
    void anOutlookCostsAFewDecisions() {
        SupportPolicy policy = SupportPolicy.standard();
        List<FactSet> mix = TicketMix.standard(400).toList();
        double best = Double.MAX_VALUE;
        for (int round = 0; round < 12; round++) {
            long decided = Work.cpu(() -> mix.forEach(policy::decide));
            long foreseen = Work.cpu(() -> mix.forEach(policy::outlook));
            best = Math.min(best, (double) foreseen / decided);
        }
        System.out.printf(Locale.ROOT, "An outlook costs %.1f decisions%n", best);
        assertThat(best).isLessThanOrEqualTo(15);
    }

    /** Processor time of this thread. */
    private static final class Work {
        static long cpu(Runnable work) {
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            long start = threads.getCurrentThreadCpuTime();
            work.run();
            return threads.getCurrentThreadCpuTime() - start;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "AsOf( $now : instant, later( $now, $proposed ) <= $now )|new Suspension( \"duty.reasonable-efforts\" )",
        "AsOf( $now : instant )|new ClosesAt( $now )"})
    void whatGoesAlongWithTheInstantIsToldByTheCheckAndNeverForeseen(String rule, @TempDir Path directory) throws IOException {
        String[] parts = rule.split("\\|");
        SupportPolicy policy = edited(directory, "duty.drl", "rule \"", """
                rule "A customer who was proposed steps is held up"
                    @clause("duty.reasonable-efforts")
                    @nl("Een klant aan wie stappen zijn voorgesteld, wordt opgehouden")
                when
                    ProposedSteps( $proposed : proposedAt != null )
                    CONDITION
                then
                    conclude( kcontext, CONCLUSION );
                end

                rule \"""".replace("CONDITION", parts[0]).replace("CONCLUSION", parts[1]));
        FactSet facts = FactSet.builder(Instant.parse("2025-03-05T09:00:00Z")).build();
        assertThat(policy.decide(facts).lifecycle()).isEmpty();
        assertThatExceptionOfType(PolicyException.class).isThrownBy(() -> policy.outlook(facts))
                .satisfies(refused -> assertThat(refused.problems()).extracting(Problem::code).containsOnly("SP-R071"));
    }

    @Test
    void anEndLiesInTheYearsOfFactsAndNotBeforeTheDecision() {
        SupportPolicy policy = SupportPolicy.standard();
        Instant now = Instant.parse("2025-03-05T09:00:00Z");
        FactSet facts = FactSet.builder(now).with(Ticket.builder().state(TicketState.RESOLVED).build(),
                Resolution.builder().markedResolvedAt(now).build()).build();
        assertThat(policy.timeline(facts, now).changes()).isEmpty();
        assertThat(policy.outlook(facts, Instant.parse("2025-03-12T23:00:00Z")).validUntil()).contains(Instant.parse("2025-03-12T23:00:00Z"));
        assertThat(policy.outlook(facts, Instant.parse("2025-03-12T22:59:59.999999999Z")).validUntil()).isEmpty();
        assertThat(policy.decide(facts).validUntil()).contains(Instant.parse("2025-03-12T23:00:00Z"));
        assertThatIllegalArgumentException().isThrownBy(() -> policy.outlook(facts, now.minusNanos(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> policy.outlook(facts, Instant.parse("3000-01-01T00:00:00Z")));
        assertThat(policy.outlook(facts.at(Instant.parse("2999-12-31T23:00:00Z"))).validUntil()).isEmpty();
    }
}
