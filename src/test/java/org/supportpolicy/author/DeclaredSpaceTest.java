package org.supportpolicy.author;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supportpolicy.DeclaredPolicy;
import org.supportpolicy.EarlyAnswer;
import org.supportpolicy.Rule;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.fact.Fact;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.FunctionalityLoss;
import org.supportpolicy.fact.Impact;
import org.supportpolicy.fact.OwnFact;
import org.supportpolicy.fact.ProductionImpact;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.internal.record.Components;
import org.supportpolicy.model.OwnPolicy;

/** What policies declare is tried: each rule over it, each of its components, and each edit of it. */
class DeclaredSpaceTest {

    private static final Instant NOON = Instant.parse("2025-03-12T11:00:00Z");
    private static final List<FactSet> OTHERS = List.of(FactSet.builder(NOON)
            .with(Impact.builder().productionImpact(ProductionImpact.CRITICAL).build()).build());

    private static List<OwnFact> own(FactSet facts) {
        return facts.facts().stream().filter(OwnFact.class::isInstance).map(OwnFact.class::cast).toList();
    }

    @Test
    void nothingIsTriedWhereNothingIsDeclared() {
        assertThat(DeclaredSpace.isNeeded(SupportPolicy.standard())).isFalse();
    }

    @Test
    void everyRuleThatRestsOnDeclaredFactsFires(@TempDir Path directory) throws IOException {
        SupportPolicy policy = OwnPolicy.in(directory);
        Set<String> fired = DeclaredSpace.of(NOON, OTHERS, policy).stream().flatMap(facts -> policy.decide(facts).reasons().stream())
                .map(reason -> reason.rule().name()).collect(Collectors.toSet());
        List<String> added = policy.rules().stream().filter(rule -> rule.file().contains("own-")).map(Rule::name).toList();
        assertThat(added).isNotEmpty();
        assertThat(fired).containsAll(added);
    }

    @Test
    void everyComponentIsTriedAndUnknownToo(@TempDir Path directory) throws IOException {
        SupportPolicy policy = OwnPolicy.in(directory);
        List<FactSet> combinations = DeclaredSpace.of(NOON, OTHERS, policy);
        policy.ownFacts().kinds().values().forEach(kind -> {
            List<Fact> tried = combinations.stream().flatMap(facts -> own(facts).stream()).filter(kind::isInstance).map(Fact.class::cast).toList();
            List.of(kind.getRecordComponents()).forEach(component -> assertThat(tried.stream()
                    .map(fact -> Components.known(fact).containsKey(component.getName())).distinct()).as(component.toString()).containsExactlyInAnyOrder(true, false));
        });
        assertThat(combinations).hasSizeLessThan(5_000).doesNotHaveDuplicates();
    }

    /** An urgency that is given although a loss of data that nobody told of would make it another. */
    @Test
    void aRuleThatDoesNotWaitForADeclaredFactShows(@TempDir Path directory) throws IOException {
        SupportPolicy policy = OwnPolicy.in(directory);
        FactSet harmless = FactSet.builder(NOON).with(Impact.builder().functionalityLoss(FunctionalityLoss.NONE)
                .productionImpact(ProductionImpact.CRITICAL).build()).build();
        List<EarlyAnswer> early = DeclaredSpace.of(NOON, List.of(harmless), policy).stream()
                .flatMap(facts -> policy.decide(facts).early().stream()).toList();
        assertThat(early).anySatisfy(answer -> {
            assertThat(answer.section()).isEqualTo("urgency.level");
            assertThat(policy.decide(answer.completion()).findings(Finding.class)).contains(answer.other());
            assertThat(own(answer.completion())).isNotEmpty();
        });
    }

    /** An edited number, and a policy that knows nothing of what the other declares. */
    @Test
    void anEditOfARuleOverADeclaredFactShows(@TempDir Path directory) throws IOException {
        SupportPolicy policy = OwnPolicy.in(directory.resolve("before"));
        Path after = OwnPolicy.write(directory.resolve("after"));
        Path rules = after.resolve("own-urgency.drl");
        Files.writeString(rules, Files.readString(rules).replace("records >= 100", "records >= 90"));
        SupportPolicy edited = SupportPolicy.load(after);
        assertThat(smallest(policy, edited)).startsWith("[DataLoss {happened=true, records=9");
        assertThat(smallest(SupportPolicy.standard(), policy)).startsWith("[").isNotEqualTo("[]");
    }

    /** The classes of two policies are others as soon as their files differ, and are not mixed. */
    @Test
    void editionsThatDeclareAFactOtherwiseAreTriedWithTheFactsOfBoth(@TempDir Path directory) throws IOException {
        SupportPolicy before = DeclaredPolicy.in(Files.createDirectory(directory.resolve("before")));
        Path after = directory.resolve("after");
        DeclaredPolicy.in(Files.createDirectory(after));
        Path facts = after.resolve("facts.drl");
        Files.writeString(facts, Files.readString(facts).replace("told : Channel", "told : Integer").replace("SILVER(", "PLATINUM(" ));
        SupportPolicy edited = SupportPolicy.load(after);
        List<FactSet> combinations = DeclaredSpace.of(NOON, List.of(), before, edited);
        assertThat(combinations.stream().flatMap(each -> each.facts().stream()).<Object>map(Fact::getClass))
                .contains(before.ownFacts().kinds().get("tier"), edited.ownFacts().kinds().get("tier"));
        PolicyDiff diff = PolicyDiff.between(before, edited);
        combinations.stream().limit(200).forEach(each -> assertThat(diff.compare(each).differences()).isNotNull());
    }

    /** What is declared in the smallest fact set that two policies decide differently. */
    private static String smallest(SupportPolicy before, SupportPolicy after) {
        PolicyDiff diff = PolicyDiff.between(before, after);
        FactSet smallest = DeclaredSpace.of(NOON, OTHERS, before, after).stream().filter(facts -> !diff.compare(facts).differences().isEmpty())
                .min(Comparator.comparing(Components::size)).orElseThrow();
        FactSet shrunk = Components.smallest(smallest, facts -> !diff.compare(facts).differences().isEmpty());
        return own(shrunk).stream().map(fact -> fact.getClass().getSimpleName() + " " + Components.known(fact)).toList().toString();
    }
}
