package org.supportpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.supportpolicy.fact.Addition;
import org.supportpolicy.fact.By;
import org.supportpolicy.fact.Cause;
import org.supportpolicy.fact.Contact;
import org.supportpolicy.fact.Fact;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.Impact;
import org.supportpolicy.fact.Intake;
import org.supportpolicy.fact.Mishap;
import org.supportpolicy.fact.Product;
import org.supportpolicy.fact.Ticket;
import org.supportpolicy.fact.TicketState;
import org.supportpolicy.model.RandomFactSets;
import org.supportpolicy.verify.ScenarioSuite;

/** What a decision still needs is asked for in words. */
class QuestionsTest {

    private static final SupportPolicy POLICY = SupportPolicy.standard();
    private static final Locale DUTCH = Locale.forLanguageTag("nl");
    private static final Set<Question.Kind> WITH_CHOICES = EnumSet.of(Question.Kind.YES_NO, Question.Kind.ONE_OF, Question.Kind.SOME_OF);

    private static List<Question> questions(List<String> paths, List<Cause> causes, Locale locale) {
        return Questions.of(paths.stream().map(path -> Need.of(path, causes, List.of())).toList(), causes, OwnFacts.NONE, locale);
    }

    @Test
    void everyNeedNamesTheFactAndTheComponentOfItsPath() {
        Set<Class<?>> facts = new HashSet<>();
        IntStream.range(0, 500).mapToObj(seed -> POLICY.decide(new RandomFactSets(seed).next())).forEach(decision -> {
            assertThat(decision.needed()).extracting(Need::path).containsExactlyElementsOf(decision.needs());
            for (Need need : decision.needed()) {
                String name = need.fact().getSimpleName();
                String fact = need.cause().isPresent() ? "causes[" + need.cause().getAsInt() + "]" : Character.toLowerCase(name.charAt(0)) + name.substring(1);
                assertThat(fact + need.component().map(component -> "." + component).orElse("")).isEqualTo(need.path());
                assertThat(Cause.class.isAssignableFrom(need.fact())).isEqualTo(need.cause().isPresent());
                need.component().ifPresent(component -> assertThat(need.fact().getRecordComponents()).extracting(RecordComponent::getName).contains(component));
                facts.add(need.fact());
            }
        });
        assertThat(facts).contains(Impact.class, Product.class, Mishap.class).hasSizeGreaterThan(8);
    }

    @Test
    void aNeedOfACauseSaysWhichCause() {
        FactSet facts = FactSet.builder(Instant.EPOCH).with(Addition.builder().by(By.CUSTOMER).causedProblem(false).build(),
                Addition.builder().causedProblem(true).build()).build();
        assertThat(POLICY.decide(facts).needed()).contains(new Need("causes[1].by", Addition.class, OptionalInt.of(1), Optional.of("by")))
                .contains(new Need("intake", Intake.class, OptionalInt.empty(), Optional.empty()));
    }

    @Test
    void everyNeedIsAskedForInBothLanguages() {
        Stream<FactSet> random = IntStream.range(0, 3_000).mapToObj(seed -> new RandomFactSets(seed).next());
        Stream<FactSet> scenarios = ScenarioSuite.of(POLICY, Path.of("src/test/resources/scenarios")).scenarios().stream().map(scenario -> scenario.facts());
        Set<String> asked = new TreeSet<>();
        Stream.concat(random, scenarios).forEach(facts -> {
            Decision decision = POLICY.decide(facts);
            List<Question> english = decision.questions(Locale.ENGLISH);
            List<Question> dutch = decision.questions(DUTCH);
            assertThat(english).extracting(Question::path).containsExactlyInAnyOrderElementsOf(decision.needs());
            assertThat(dutch).extracting(Question::path).isEqualTo(english.stream().map(Question::path).toList());
            IntStream.range(0, english.size()).filter(place -> asked.add(english.get(place).path()))
                    .forEach(place -> asksWell(english.get(place), dutch.get(place)));
        });
        assertThat(asked).contains("impact.productionImpact", "desk.hours", "intake", "customer.kind");
    }

    /** A day settles what comes of it up to a limit; days that are tried only because nothing lies beyond them are not named. */
    @Test
    void whatComesOfADayIsSaidWithTheDayAtWhichItChanges() {
        Instant now = Instant.parse("2026-03-10T15:30:00Z");
        Decision decision = POLICY.decide(FactSet.builder(now).with(Contact.builder().authorised(true).build(),
                Ticket.builder().state(TicketState.ACTIVE).createdAt(now).build()).build());
        assertThat(decision.outcomes("contact.certifiedUntil")).hasSize(2).allSatisfy(outcome -> assertThat(outcome.values())
                .allSatisfy(day -> assertThat(((LocalDate) day).getYear()).isBetween(2020, 2030)));
        assertThat(decision.explain(Locale.ENGLISH)).contains("        before 10 March 2026 → not created by a certified administrator\n");
        assertThat(decision.explain(DUTCH)).contains("        vóór 10 maart 2026 → niet door een gecertificeerde beheerder aangemaakt\n");
    }

    @Test
    void everyFactAndComponentThatARuleCanNeedIsAskedFor() {
        List<String> paths = Stream.concat(Stream.of(Fact.class.getPermittedSubclasses()), Stream.of(Cause.class.getPermittedSubclasses()))
                .filter(Class::isRecord)
                .flatMap(fact -> {
                    String name = Character.toLowerCase(fact.getSimpleName().charAt(0)) + fact.getSimpleName().substring(1);
                    return Stream.concat(Stream.of(name), Stream.of(fact.getRecordComponents()).map(component -> name + "." + component.getName()));
                }).toList();
        assertThat(paths).hasSizeGreaterThan(130);
        List<String> more = List.of("product.withdrawal.formalNotice", "product.versions[1].availableOn", "ticket.holds[0].to", "causes[3].applied");
        Stream.concat(paths.stream(), more.stream()).forEach(path ->
                asksWell(questions(List.of(path), List.of(), Locale.ENGLISH).get(0), questions(List.of(path), List.of(), DUTCH).get(0)));
    }

    private static void asksWell(Question english, Question dutch) {
        assertThat(List.of(english, dutch)).allSatisfy(question -> {
            assertThat(question.ask()).as(question.path()).endsWith("?").doesNotContainPattern("[a-z][A-Z]|[a-z]\\.[a-z]");
            assertThat(question.answerer()).isNotNull();
            assertThat(question.answers().choices().isEmpty()).as(question.path()).isNotEqualTo(WITH_CHOICES.contains(question.answers().kind()));
            assertThat(question.answers().words()).isNotBlank();
            assertThat(question.answers().choices()).extracting(Question.Choice::words).doesNotHaveDuplicates();
        });
        assertThat(dutch.ask()).isNotEqualTo(english.ask());
        assertThat(dutch.answerer()).isEqualTo(english.answerer());
        assertThat(dutch.answers().choices()).extracting(Question.Choice::value).isEqualTo(english.answers().choices().stream().map(Question.Choice::value).toList());
    }

    @Test
    void theAnswersAreThoseThatJsonTakes() {
        List<Question> questions = questions(List.of("contact.certified", "impact.productionImpact", "intake.notApplicable", "product.supportEndedOn",
                "desk.promptPatching", "desk.hours", "intake"), List.of(), DUTCH);
        assertThat(questions).extracting(question -> question.path() + " " + question.answerer() + " " + question.answers().kind() + ": " + question.answers().words())
                .containsExactly("product.supportEndedOn SYSTEM DATE: een datum",
                        "impact.productionImpact CUSTOMER ONE_OF: geen gevolgen voor de productie, enige gevolgen voor de productie, "
                                + "grote gevolgen voor de productie of kritieke gevolgen voor de productie",
                        "contact.certified SYSTEM YES_NO: ja of nee",
                        "desk.hours DESK LIST: een lijst",
                        "desk.promptPatching DESK PERIOD: een termijn",
                        "intake CUSTOMER DETAILS: de gegevens",
                        "intake.notApplicable DESK SOME_OF: onderwerp, omschrijving, verwachte uitkomst, gevolgen voor het bedrijf, adres van de server, module, "
                                + "stappen om het na te doen, voorbeeldmachines, productversie of de gevraagde extra informatie");
        assertThat(questions.get(1).answers().choices()).extracting(Question.Choice::value).containsExactly("NONE", "SOME", "MAJOR", "CRITICAL");
        assertThat(questions.get(6).answers().choices()).extracting(Question.Choice::value).contains("serverUrl", "stepsToReproduce");
    }

    @Test
    void whatTheAnswerOfSupportHangsOnIsAskedFirst() {
        Decision sparse = POLICY.decide(FactSet.builder(Instant.parse("2026-03-10T15:30:00Z")).build());
        assertThat(sparse.questions(Locale.ENGLISH)).extracting(Question::path).startsWith("customer.kind", "customer.maintenanceActive",
                "customer.serviceSubscriptionActive", "ticket.kind", "product.installedVersion").containsSubsequence("contact.authorised", "impact.agentsOffline",
                "impact.systemDown", "contact.certified", "desk.hours", "ticket.state");
        assertThat(sparse.explain(DUTCH)).contains("\nNog te weten, en wie het kan zeggen\n    Is dit een klant of een partner van de leverancier? (het systeem)\n")
                .contains("\n    Hoe groot zijn de gevolgen voor de productie? (de klant)\n");
    }

    @Test
    void aQuestionAboutOneOfSeveralCausesSaysWhich() {
        List<Cause> causes = List.of(Addition.builder().build(), Mishap.builder().build());
        assertThat(questions(List.of("causes[0].by", "causes[1].by"), causes, DUTCH)).extracting(Question::ask).containsExactly(
                "Oorzaak 1: Wie heeft iets aan het product toegevoegd of ermee geïntegreerd?", "Oorzaak 2: Wie veroorzaakte het ongeval of de wijziging?");
        assertThat(questions(List.of("causes[0].by"), causes.subList(1, 2), DUTCH).get(0)).isEqualTo(new Question("causes[0].by",
                "Wie veroorzaakte het ongeval of de wijziging?", Question.Answerer.CUSTOMER, new Question.Answers(Question.Kind.ONE_OF,
                        "de leverancier, de klant, een derde of niemand", List.of(new Question.Choice("VENDOR", "de leverancier"),
                        new Question.Choice("CUSTOMER", "de klant"), new Question.Choice("THIRD_PARTY", "een derde"), new Question.Choice("NOBODY", "niemand")))));
    }
}
