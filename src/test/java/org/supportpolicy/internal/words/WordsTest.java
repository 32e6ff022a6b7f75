package org.supportpolicy.internal.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.supportpolicy.Decision;
import org.supportpolicy.Examples;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.Ground;
import org.supportpolicy.fact.TicketState;
import org.supportpolicy.finding.ActionKind;
import org.supportpolicy.finding.Coverage;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.finding.Modality;
import org.supportpolicy.finding.Party;
import org.supportpolicy.finding.ResponsePriority;
import org.supportpolicy.json.FactSetReader;
import org.supportpolicy.model.RandomFactSets;

/** Every finding can be said in both languages. */
class WordsTest {

    @Test
    void everyFindingHasWordsInBothLanguages() throws IOException {
        Set<String> needed = new TreeSet<>();
        for (Class<?> kind : Finding.class.getPermittedSubclasses()) {
            if (kind.isEnum()) {
                constants(kind).forEach(needed::add);
            } else {
                needed.add(kind.getSimpleName());
            }
        }
        List.of(ActionKind.class, Party.class, Modality.class, Coverage.class, ResponsePriority.class, Ground.class, TicketState.class)
                .forEach(kind -> constants(kind).forEach(needed::add));
        assertThat(words("en").keySet()).containsAll(needed);
        assertThat(words("nl").keySet()).isEqualTo(words("en").keySet());
    }

    @Test
    void everyDecisionCanBeExplainedInBothLanguages() {
        SupportPolicy policy = SupportPolicy.standard();
        IntStream.range(0, 2_000).forEach(seed -> {
            FactSet facts = new RandomFactSets(seed).next();
            Decision decision = policy.decide(facts);
            assertThat(decision.explain(Locale.ENGLISH)).contains("Support: ");
            assertThat(decision.explain(Locale.forLanguageTag("nl-BE"))).contains("Ondersteuning: ")
                    .doesNotContain("Support: ", "as above", "undetermined");
        });
    }

    @Test
    void aDueTimeIsExplainedByItsStepsInBothLanguages() {
        Decision decision = SupportPolicy.standard().decide(Examples.completeTicket());
        assertThat(decision.explain(Locale.ENGLISH)).contains("due at 2026-03-11T11:00:00+01:00, counted [Tue 15:00–17:00 2 h, Wed 09:00–11:00 2 h]");
        assertThat(decision.explain(Locale.forLanguageTag("nl"))).contains("uiterlijk 2026-03-11T11:00:00+01:00, geteld [di 15:00–17:00 2 h, wo 09:00–11:00 2 h]");
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
        String[] grounds = {"[request.direct-support-entitlement]", "[request.via-online-helpdesk]", "[request.excluded-services]",
            "[terms.exclusion-rule]", "[terms.exclusion-a-integration-or-addition]", "[sunset.after-minimum-period]"};
        String englishSupport = english.substring(english.indexOf("Support: not owed"), english.indexOf("\nEntitlement"));
        String dutchSupport = dutch.substring(dutch.indexOf("Ondersteuning: niet verschuldigd"), dutch.indexOf("\nRecht"));
        assertThat(englishSupport).contains(grounds);
        assertThat(dutchSupport).contains(grounds);
        Words inEnglish = Words.of(Locale.ENGLISH);
        Words inDutch = Words.of(Locale.forLanguageTag("nl"));
        assertThat(decision.actions()).extracting(org.supportpolicy.finding.Action::action).contains(ActionKind.ENTER_IN_ONLINE_HELPDESK,
                ActionKind.SUPPLY_MISSING_INFORMATION, ActionKind.REPORT_BY_AUTHORISED_CONTACT, ActionKind.CURE_DUTY, ActionKind.CREATE_SEPARATE_TICKETS);
        assertThat(decision.actions()).filteredOn(action -> action.modality() == Modality.MUST).allSatisfy(action -> {
            assertThat(english).contains(inEnglish.finding(action, decision.zone()));
            assertThat(dutch).contains(inDutch.finding(action, decision.zone()));
        });
        assertThat(decision.reasons()).allSatisfy(reason -> assertThat(dutch).doesNotContain(reason.rule().name()));
        decision.findings(Finding.class).stream().filter(finding -> !(finding instanceof org.supportpolicy.finding.Need))
                .map(finding -> inEnglish.finding(finding, decision.zone())).filter(phrase -> phrase.contains(" ") && phrase.matches("[a-z ]+"))
                .forEach(phrase -> assertThat(dutch).doesNotContain(": " + phrase + "\n", "    " + phrase + "\n"));
    }

    private static Stream<String> constants(Class<?> kind) {
        return Arrays.stream(kind.getEnumConstants()).map(constant -> kind.getSimpleName() + "." + ((Enum<?>) constant).name());
    }

    private static Properties words(String language) throws IOException {
        Properties words = new Properties();
        try (Reader in = new InputStreamReader(Words.class.getResourceAsStream("/org/supportpolicy/words_" + language + ".properties"), StandardCharsets.UTF_8)) {
            words.load(in);
        }
        return words;
    }
}
