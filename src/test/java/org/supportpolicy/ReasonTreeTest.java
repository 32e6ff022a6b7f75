package org.supportpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.supportpolicy.fact.AsOf;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.internal.record.FactPath;
import org.supportpolicy.verify.Scenario;
import org.supportpolicy.verify.ScenarioSuite;

/** The tree of reasons says what the explanation says, and all of it can be opened once. */
class ReasonTreeTest {

    private static final SupportPolicy STANDARD = SupportPolicy.standard();
    private static final List<FactSet> TICKETS = ScenarioSuite.of(STANDARD, Path.of("src/test/resources/scenarios")).scenarios().stream()
            .map(Scenario::facts).toList();
    private static final String MOMENT = FactPath.key(AsOf.class);

    private static Stream<ReasonTree.Node> nodes(ReasonTree.Node node) {
        return Stream.concat(Stream.of(node),
                node.rules().stream().flatMap(step -> step.because().stream()).flatMap(ReasonTreeTest::nodes));
    }

    private static Stream<ReasonTree.Node> nodes(List<ReasonTree.Part> parts) {
        return parts.stream().flatMap(part -> part.answers().stream()).flatMap(ReasonTreeTest::nodes);
    }

    @Test
    void whatIsInTheTreeIsInTheExplanationOfEveryScenario() {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.forLanguageTag("nl"))) {
            for (FactSet facts : TICKETS) {
                Decision decision = STANDARD.decide(facts);
                String explanation = decision.explain(locale);
                List<ReasonTree.Part> tree = ReasonTree.of(decision, locale);
                assertThat(tree).allSatisfy(part -> {
                    assertThat(explanation).contains(part.label());
                    part.undetermined().ifPresent(says -> assertThat(explanation).contains(part.label() + ": " + says));
                });
                nodes(tree).flatMap(node -> node.rules().stream()).forEach(step ->
                        assertThat(explanation).contains(step.rule().sentence(locale) + "  [" + step.rule().clause()));
                nodes(tree).filter(node -> node.fact().isPresent() && !node.isAgain()).forEach(node ->
                        assertThat(explanation).contains(node.says()));
            }
        }
    }

    @Test
    void everyAnswerIsThereAndEachFindingIsOpenedOnce() {
        for (FactSet facts : TICKETS) {
            Decision decision = STANDARD.decide(facts);
            List<ReasonTree.Part> tree = ReasonTree.of(decision, Locale.ENGLISH);
            Set<Rule> opened = new HashSet<>();
            nodes(tree).flatMap(node -> node.rules().stream()).forEach(step -> opened.add(step.rule()));
            decision.reasons().stream().filter(reason -> Section.isAnswer(reason.concludes())
                    && Section.isShown(reason.concludes(), decision)).forEach(reason -> assertThat(opened).contains(reason.rule()));
            long findings = decision.findings(Finding.class).size();
            assertThat(nodes(tree).filter(node -> !node.rules().isEmpty()).count()).isLessThanOrEqualTo(findings);
            assertThat(nodes(tree).filter(node -> node.isAgain())).allSatisfy(node -> assertThat(node.rules()).isEmpty());
            assertThat(nodes(tree).filter(node -> node.fact().filter(MOMENT::equals).isPresent()).count()).isLessThanOrEqualTo(1);
        }
    }
}
