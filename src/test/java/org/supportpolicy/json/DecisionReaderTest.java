package org.supportpolicy.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.supportpolicy.Decision;
import org.supportpolicy.Examples;
import org.supportpolicy.OwnFacts;
import org.supportpolicy.PolicyException;
import org.supportpolicy.Problem;
import org.supportpolicy.Reading;
import org.supportpolicy.Reason;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.fact.Addition;
import org.supportpolicy.fact.By;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.finding.Exclusion;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.finding.ResponseDue;
import org.supportpolicy.finding.Urgency;
import org.supportpolicy.model.RandomFactSets;

/** What is written of a decision comes back, in whatever form it was written. */
class DecisionReaderTest {

    private static final SupportPolicy POLICY = SupportPolicy.standard();
    private static final DecisionReader READER = new DecisionReader();
    private static final DecisionWriter STRUCTURED = new DecisionWriter().withStructuredReasons();
    private static final Locale DUTCH = Locale.forLanguageTag("nl");

    @Test
    void everySectionComesBackAsItWas() {
        IntStream.range(0, 250).parallel().mapToObj(seed -> POLICY.decide(new RandomFactSets(seed).next())).forEach(decision -> {
            WrittenDecision written = READER.read("t", new DecisionWriter().writeUtf8(decision));
            same(written, decision);
            assertThat(written.reasons()).hasSameSizeAs(decision.reasons());
            assertThat(written.findings()).isEmpty();
        });
    }

    private static void same(WrittenDecision written, Decision decision) {
        assertThat(written.policy()).isEqualTo(decision.policy());
        assertThat(written.ticket()).isEqualTo(decision.ticket());
        assertThat(written.asOf()).isEqualTo(decision.asOf());
        assertThat(written.support()).isEqualTo(decision.support());
        assertThat(written.entitlement()).isEqualTo(decision.entitlement());
        assertThat(written.referrals()).isEqualTo(decision.referrals());
        assertThat(written.intake()).isEqualTo(decision.intake());
        assertThat(written.urgency()).isEqualTo(decision.urgency());
        assertThat(written.possibleUrgencies()).isEqualTo(decision.possibleUrgencies());
        assertThat(written.urgencyInForce()).isEqualTo(decision.urgencyInForce());
        assertThat(written.firstResponse()).isEqualTo(decision.firstResponse());
        assertThat(written.followUp()).isEqualTo(decision.followUp());
        assertThat(written.queue()).isEqualTo(decision.queue());
        assertThat(written.version()).isEqualTo(decision.version());
        assertThat(written.exclusions()).isEqualTo(decision.exclusions());
        assertThat(written.suspendedBy()).isEqualTo(decision.suspendedBy());
        assertThat(written.closureGrounds()).isEqualTo(decision.closureGrounds());
        assertThat(written.lifecycle()).isEqualTo(decision.lifecycle());
        assertThat(written.actions()).isEqualTo(decision.actions());
        assertThat(written.irregularities()).isEqualTo(decision.irregularities());
        assertThat(written.needs()).isEqualTo(decision.needs());
        assertThat(written.readings()).containsExactlyElementsOf(decision.readings().stream().map(Reading::id).toList());
    }

    @Test
    void structuredReasonsBringBackFindingsAndWhatTheyRestOn() {
        Set<Class<?>> kinds = IntStream.range(0, 250).parallel().mapToObj(seed -> POLICY.decide(new RandomFactSets(seed).next())).flatMap(decision -> {
            WrittenDecision written = READER.read("t", STRUCTURED.write(decision));
            for (int i = 0; i < decision.reasons().size(); i++) {
                Reason reason = decision.reasons().get(i);
                WrittenReason why = written.reasons().get(i);
                assertThat(why.id()).contains(reason.rule().id());
                assertThat(why.finding()).contains(reason.concludes());
                assertThat(why.findings()).containsExactlyElementsOf(reason.because().stream().filter(Finding.class::isInstance).map(Finding.class::cast).toList());
                assertThat(why.facts()).hasSize(reason.because().size() - why.findings().size());
            }
            return written.findings().stream().<Class<?>>map(Finding::getClass);
        }).collect(Collectors.toSet());
        assertThat(kinds).as("most kinds of findings").hasSizeGreaterThan(40);
    }

    @Test
    void aReasonNamesItsFactsByTheirPaths() {
        FactSet facts = FactSet.builder(Examples.TUESDAY_AFTERNOON).with(Addition.builder().by(By.VENDOR).causedProblem(true).build(),
                Addition.builder().by(By.CUSTOMER).causedProblem(true).build()).build();
        assertThat(READER.read("t", STRUCTURED.write(POLICY.decide(facts))).reasons()).filteredOn(reason -> reason.finding().filter(Exclusion.A::equals).isPresent())
                .singleElement().satisfies(reason -> assertThat(reason.facts()).containsExactly("causes[1]"));
        String json = STRUCTURED.write(POLICY.decide(Examples.completeTicket()));
        assertThat(json).contains("\"finding\":", "{\"kind\":\"Urgency\",\"level\":2}", "{\"fact\":\"impact\"}", "{\"kind\":\"Entitlement\",\"value\":\"DIRECT_SUPPORT\"}",
                "{\"kind\":\"ResponseDue\",\"at\":\"2026-03-11T11:00:00+01:00\",\"steps\":[{\"first\":\"2026-03-10\",\"last\":\"2026-03-10\","
                        + "\"opening\":{\"from\":\"2026-03-10T15:00:00+01:00\",\"to\":\"2026-03-10T17:00:00+01:00\"},\"open\":\"PT2H\"}");
        assertThat(READER.read("t", json).findings()).contains(new Urgency(2)).hasAtLeastOneElementOfType(ResponseDue.class);
    }

    @Test
    void whatStructuredReasonsAddStandsBesideWhatWasThere() {
        Decision decision = POLICY.decide(Examples.completeTicket());
        String plain = new DecisionWriter().write(decision);
        String structured = STRUCTURED.write(decision);
        assertThat(structured.replaceAll("\"findings\":.*?(?=\"reasons\":)", "").replaceAll(",\"id\":\"[^\"]*\",\"finding\":\\d+,\"restsOn\":\\[[^]]*]", "")).isEqualTo(plain);
    }

    @Test
    void idsOfRulesDoNotGoByTheirSentences() {
        assertThat(POLICY.rules()).extracting(rule -> rule.id()).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z]+\\.[a-z0-9-]+/[1-9][0-9]*"));
        assertThat(POLICY.rules()).allMatch(rule -> rule.id().startsWith(rule.clause() + "/"));
        assertThat(POLICY.rules().stream().filter(rule -> rule.clause().equals("closure.permanent")).map(rule -> rule.id()))
                .containsExactlyElementsOf(Stream.iterate(1, number -> number + 1)
                        .limit(POLICY.rules().stream().filter(rule -> rule.clause().equals("closure.permanent")).count()).map(number -> "closure.permanent/" + number).toList());
    }

    @Test
    void textsStandInTheLanguageAskedForAndAnswersStay() {
        Decision decision = POLICY.decide(Examples.completeTicket());
        WrittenDecision english = READER.read("t", new DecisionWriter().in(Locale.FRENCH).write(decision));
        WrittenDecision dutch = READER.read("t", new DecisionWriter().in(DUTCH).write(decision));
        same(dutch, decision);
        assertThat(english).isEqualTo(READER.read("t", new DecisionWriter().write(decision))).isNotEqualTo(dutch);
        assertThat(dutch.reasons()).filteredOn(reason -> reason.concludes().equals("urgentie 2")).singleElement().satisfies(reason -> {
            assertThat(reason.rule()).isEqualTo("Een aanzienlijk verlies met grote gevolgen voor de productie krijgt urgentie 2");
            assertThat(reason.because()).hasSize(1).allMatch(because -> because.equals("Gevolgen: aanzienlijk verlies van functionaliteit, grote gevolgen voor de productie"));
        });
        assertThat(dutch.reasons()).extracting(WrittenReason::rule).doesNotContainAnyElementsOf(english.reasons().stream().map(WrittenReason::rule).toList());
    }

    @Test
    void aPartOfADecisionCanBeWrittenAlone() {
        Decision decision = POLICY.decide(Examples.completeTicket());
        Map<String, Object> whole = DecisionTree.of(decision);
        String answers = new DecisionWriter().answersOnly().write(decision);
        same(READER.read("t", answers), decision);
        assertThat(READER.read("t", answers).reasons()).isEmpty();
        Set<String> written = new TreeSet<>();
        for (String section : DecisionWriter.sections()) {
            Map<String, Object> part = DecisionTree.read(new DecisionWriter().section(section).write(decision));
            assertThat(whole).containsAllEntriesOf(part);
            assertThat(part.keySet()).containsAll(Set.of("policy", "ticket", "asOf")).hasSizeLessThanOrEqualTo(4);
            written.addAll(part.keySet());
        }
        assertThat(written).isEqualTo(DecisionTree.read(answers).keySet()).doesNotContain("reasons", "notes").contains("needs", "readings", "lifecycle");
        assertThatThrownBy(() -> new DecisionWriter().section("reasons")).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("The section (reasons) must be one of support, ");
    }

    @Test
    void whatIsNoDecisionIsRefusedAndWhatALaterVersionAddsIsPassedOver() {
        String json = STRUCTURED.write(POLICY.decide(Examples.completeTicket()));
        assertThat(READER.read("t", json.replace("\"entitlement\":", "\"later\":{\"a\":[1]},\"entitlement\":"))).isEqualTo(READER.read("t", json));
        assertThat(codes(json.replace("\"answer\":\"OWED\"", "\"answer\":\"OWING\""))).containsExactly("SP-I005 /support/answer");
        assertThat(codes(json.replace("\"edition\":", "\"editie\":"))).containsExactly("SP-I007 /policy");
        assertThat(codes(json.replace("\"kind\":\"Urgency\"", "\"kind\":\"Urgent\""))).hasSize(1).allMatch(code -> code.startsWith("SP-I005 /findings/"));
        assertThat(codes(json.replaceFirst("\"asOf\":\"[^\"]*\"", "\"asOf\":12"))).containsExactly("SP-I004 /asOf");
        assertThat(codes("[]")).containsExactly("SP-I004 ");
        assertThat(catchThrowableOfType(PolicyException.class, () -> READER.read("t", "é".getBytes(StandardCharsets.ISO_8859_1))).problems())
                .extracting(Problem::code).containsExactly("SP-I008");
    }

    private static List<String> codes(String text) {
        return catchThrowableOfType(PolicyException.class, () -> READER.knowing(OwnFacts.NONE).read("t", text)).problems().stream().map(problem -> problem.code() + " " + problem.pointer()).toList();
    }
}
