package org.supportpolicy.internal.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.supportpolicy.Decision;
import org.supportpolicy.Examples;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.FunctionalityLoss;
import org.supportpolicy.fact.Impact;
import org.supportpolicy.fact.ProductionImpact;
import org.supportpolicy.finding.Action;
import org.supportpolicy.finding.ActionKind;
import org.supportpolicy.finding.ClockStart;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.finding.Modality;
import org.supportpolicy.finding.ResponseTarget;
import org.supportpolicy.finding.Urgency;
import org.supportpolicy.internal.record.Constants;
import org.supportpolicy.json.FactSetReader;
import org.supportpolicy.model.RandomFactSets;

/** Documents keep their words, and people are told everything in both languages. */
class WordsTest {

    @Test
    void documentsKeepTheirWords() throws IOException {
        Catalogue documents = Catalogue.of("words_en", "words_documents");
        Properties kept = new Properties();
        try (Reader in = Files.newBufferedReader(Path.of("src/test/resources/document-words.properties"))) {
            kept.load(in);
        }
        assertThat(kept.stringPropertyNames()).allSatisfy(key -> assertThat(documents.phrase(key)).as(key).isEqualTo(Phrase.of(kept.getProperty(key))));
        assertThat(Finding.class.getPermittedSubclasses()).filteredOn(kind -> !kind.isInterface()).allSatisfy(kind -> assertThat(kept.stringPropertyNames())
                .containsAll(Constants.isKind(kind) ? constants(kind).toList() : List.of(kind.getSimpleName())));
    }

    @Test
    void documentsNameConstantsAndInstantsAsJsonDoes() {
        ZoneId zone = ZoneId.of("Europe/Amsterdam");
        assertThat(Words.of(false).fact(Impact.builder().functionalityLoss(FunctionalityLoss.SIGNIFICANT).productionImpact(ProductionImpact.MAJOR).build(), zone))
                .isEqualTo("Impact: functionality loss SIGNIFICANT, production impact MAJOR");
        assertThat(Words.of(false).finding(new Urgency(2), zone)).isEqualTo("urgency 2");
        assertThat(Words.of(false).finding(new ClockStart(Instant.parse("2026-03-10T14:00:00Z")), zone)).isEqualTo("the clock starts at 2026-03-10T15:00:00+01:00");
        assertThat(Words.of(false).finding(new ResponseTarget(Duration.ofHours(4)), zone)).isEqualTo("a target of PT4H");
        assertThat(Words.of(false).finding(Action.supportMay(ActionKind.WORK_CONTINUOUSLY), zone)).isEqualTo("support may work continuously");
    }

    @Test
    void everyDecisionCanBeExplainedInBothLanguages() {
        SupportPolicy policy = SupportPolicy.standard();
        IntStream.range(0, 2_000).forEach(seed -> {
            FactSet facts = new RandomFactSets(seed).next();
            Decision decision = policy.decide(facts);
            assertThat(decision.explain(Locale.ENGLISH)).contains("Support: ");
            assertThat(decision.explain(Locale.forLanguageTag("nl-BE"))).contains("Ondersteuning: ")
                    .doesNotContain("Support: ", "as above", "cannot be said");
        });
    }

    @Test
    void aDueTimeIsExplainedByItsStepsInBothLanguages() {
        Decision decision = SupportPolicy.standard().decide(Examples.completeTicket());
        assertThat(decision.explain(Locale.ENGLISH)).contains("the first response is due by Wed 11 March 2026, 11:00, counted as Tue 15:00–17:00 (2 hours), Wed 09:00–11:00 (2 hours)\n");
        assertThat(decision.explain(Locale.forLanguageTag("nl"))).contains("de eerste reactie moet er uiterlijk wo 11 maart 2026, 11.00 uur zijn, geteld als di 15.00–17.00 uur (2 uur), wo 09.00–11.00 uur (2 uur)\n");
    }

    @Test
    void aRefusedTicketIsExplainedByEveryGroundAndWhatTheCustomerMustDo() {
        FactSet facts = new FactSetReader().read("refused", """
                {"asOf": "2026-03-10T16:30:00+01:00",
                 "customer": {"kind": "CUSTOMER", "licenceActive": true, "maintenanceActive": false, "serviceSubscriptionActive": false, "deployment": "ON_PREMISE"},
                 "contact": {"authorised": false},
                 "ticket": {"number": "T-1", "channel": "PHONE", "kind": "TRAINING", "createdAt": "2026-03-10T15:00:00+01:00", "state": "ACTIVE", "distinctProblems": 2},
                 "intake": {"subject": "Plug-in"},
                 "product": {"installedVersion": "9.4", "versions": [{"version": "9.4", "availableOn": "2022-01-15"}, {"version": "9.5", "availableOn": "2023-06-01"}], "supportEndedOn": "2025-01-01"},
                 "duties": {"knowledgeBaseConsulted": false},
                 "causes": [{"type": "ADDITION", "by": "THIRD_PARTY", "causedProblem": true}]}""");
        Decision decision = SupportPolicy.standard().decide(facts);
        String english = decision.explain(Locale.ENGLISH);
        String dutch = decision.explain(Locale.forLanguageTag("nl"));
        String[] grounds = {"[request.direct-support-entitlement", "[request.excluded-services",
            "[terms.exclusion-rule", "[terms.exclusion-a-integration-or-addition", "[sunset.after-minimum-period"};
        String englishSupport = english.substring(english.indexOf("Support: support need not handle this ticket"), english.indexOf("\nEntitlement"));
        String dutchSupport = dutch.substring(dutch.indexOf("Ondersteuning: support hoeft dit ticket niet te behandelen"), dutch.indexOf("\nRecht"));
        assertThat(englishSupport).contains(grounds);
        assertThat(dutchSupport).contains(grounds);
        Speech inEnglish = Speech.of(Locale.ENGLISH);
        Speech inDutch = Speech.of(Locale.forLanguageTag("nl"));
        assertThat(decision.actions()).extracting(Action::action).contains(ActionKind.ENTER_IN_ONLINE_HELPDESK,
                ActionKind.SUPPLY_MISSING_INFORMATION, ActionKind.REPORT_BY_AUTHORISED_CONTACT, ActionKind.CURE_DUTY, ActionKind.CREATE_SEPARATE_TICKETS);
        assertThat(decision.actions()).filteredOn(action -> action.modality() == Modality.MUST).allSatisfy(action -> {
            assertThat(english).contains(inEnglish.finding(action, decision.zone()));
            assertThat(dutch).contains(inDutch.finding(action, decision.zone()));
        });
        assertThat(decision.reasons()).allSatisfy(reason -> assertThat(dutch).doesNotContain(reason.rule().name()));
        decision.findings(Finding.class).stream()
                .map(finding -> inEnglish.finding(finding, decision.zone())).filter(phrase -> phrase.contains(" ") && phrase.matches("[a-z ]+"))
                .forEach(phrase -> assertThat(dutch).doesNotContain(": " + phrase + "\n", "    " + phrase + "\n"));
    }

    private static Stream<String> constants(Class<?> kind) {
        return Constants.of(kind).stream().map(constant -> kind.getSimpleName() + "." + Constants.name(constant));
    }
}
