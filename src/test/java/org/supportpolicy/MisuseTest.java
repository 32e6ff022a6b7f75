package org.supportpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.supportpolicy.author.Audit;
import org.supportpolicy.author.Book;
import org.supportpolicy.author.ChangeMemo;
import org.supportpolicy.author.CopyChanges;
import org.supportpolicy.author.Coverage;
import org.supportpolicy.author.Editing;
import org.supportpolicy.author.PolicyDiff;
import org.supportpolicy.author.ProgressListener;
import org.supportpolicy.author.Replay;
import org.supportpolicy.author.WatchedPolicy;
import org.supportpolicy.author.WatchedTimeline;
import org.supportpolicy.author.WorkingCopy;
import org.supportpolicy.fact.Addition;
import org.supportpolicy.fact.BadFactException;
import org.supportpolicy.fact.Cause;
import org.supportpolicy.fact.Desk;
import org.supportpolicy.fact.DeskTemplate;
import org.supportpolicy.fact.Fact;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.Hold;
import org.supportpolicy.fact.InRules;
import org.supportpolicy.fact.Intake;
import org.supportpolicy.fact.OpenSpan;
import org.supportpolicy.fact.OpenValue;
import org.supportpolicy.fact.OwnComponents;
import org.supportpolicy.fact.OwnFact;
import org.supportpolicy.fact.Product;
import org.supportpolicy.fact.SampleMachine;
import org.supportpolicy.fact.Ticket;
import org.supportpolicy.finding.Exclusion;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.finding.Outage;
import org.supportpolicy.finding.PossibleUrgency;
import org.supportpolicy.finding.QueuePlace;
import org.supportpolicy.finding.Urgency;
import org.supportpolicy.finding.UrgencyInForce;
import org.supportpolicy.hours.SupportHours;
import org.supportpolicy.json.AlternativesWriter;
import org.supportpolicy.json.DecisionReader;
import org.supportpolicy.internal.record.Constants;
import org.supportpolicy.json.DecisionWriter;
import org.supportpolicy.json.FactSetReader;
import org.supportpolicy.json.FactSetWriter;
import org.supportpolicy.json.LogReader;
import org.supportpolicy.json.LogWriter;
import org.supportpolicy.json.LoggedDecision;
import org.supportpolicy.json.TimelineWriter;
import org.supportpolicy.json.WrittenDecision;
import org.supportpolicy.verify.PolicyVerifier;
import org.supportpolicy.verify.Scenario;
import org.supportpolicy.verify.ScenarioSuite;

/** Whoever calls the library wrongly is told what must be given. */
class MisuseTest {

    private static final SupportPolicy POLICY = SupportPolicy.standard();
    private static final Instant NOW = Instant.parse("2026-03-10T15:30:00Z");
    private static final FactSet FACTS = FactSet.builder(NOW).with(Ticket.builder().number("T-1").build()).build();
    private static final PolicyVerifier VERIFIER = PolicyVerifier.of(POLICY);
    private static final String CLAUSE = "urgency.level-1-definition";

    /** A value of each class that has methods of its own, or that methods take. */
    private static final Map<Class<?>, Object> VALUES = new HashMap<>();

    static {
        ScenarioSuite suite = ScenarioSuite.of(POLICY, Path.of("src/test/resources/scenarios/contact.yaml"));
        Decision decision = POLICY.decide(FACTS);
        for (Object value : List.of(POLICY, POLICY.whyNot(FACTS, "OWED"), POLICY.whatIf(FACTS), PolicyTimeline.of(POLICY), decision, POLICY.timeline(FACTS), new Due(NOW, Due.Kind.CLOSING, ""), FACTS, FactSet.builder(NOW), POLICY.clauses().get(0), POLICY.rules().get(0),
                POLICY.clauses().get(0).readAs().get(0), POLICY.readings().get(0), POLICY.sections().get(0),
                Problem.of("SP-T001"), Problem.of("SP-T001").said(), new PolicyException("The policy", List.of(Problem.of("SP-T001"))),
                new Note("ticket.createdAt", Ticket.class, NOW, Note.Kind.LATER, "asOf", NOW), new FactSetReader(), new FactSetWriter(), new DecisionWriter(), new TimelineWriter(), new LogReader(),
                new LogWriter(new DecisionWriter()), Audit.by(POLICY), new CopyChanges(Path.of("none")), Book.of(WorkingCopy.standard()), WorkingCopy.standard(), PolicyDraft.standard(),
                ChangeMemo.between(POLICY, POLICY, Locale.ENGLISH), suite, suite.scenarios().get(0),
                VERIFIER, VERIFIER.verifyPolicy(), VERIFIER.verifyPolicy().given(FACTS), VERIFIER.verifyPolicy().given(FACTS).decides(),
                VERIFIER.verify(CLAUSE), VERIFIER.verify(CLAUSE).given(FACTS), PolicyDiff.between(POLICY, POLICY), new Replay(POLICY, POLICY), new Replay(POLICY, POLICY).compare(FACTS),
                Coverage.of(POLICY, List.of()), SupportHours.of(ZoneId.of("UTC"), Map.of(DayOfWeek.MONDAY, List.of(OpenSpan.of("09:00", "17:00"))), Map.of()),
                Path.of("none"), Duration.ofMinutes(1), NOW, LocalDate.EPOCH, ZoneId.of("UTC"), "text", Locale.ENGLISH,
                Outage.class, new Outage(), Desk.builder().build(), 1, true)) {
            VALUES.put(value.getClass(), value);
        }
        VALUES.put(Path.class, Path.of("none"));
        VALUES.put(ProgressListener.class, ProgressListener.NOBODY);
        VALUES.put(Optional.class, Optional.empty());
        VALUES.put(OptionalInt.class, OptionalInt.empty());
        VALUES.put(SortedSet.class, Collections.emptySortedSet());
        VALUES.put(Set.class, Set.of());
        VALUES.put(Fact.class, FACTS.facts().get(0));
        VALUES.put(Finding.class, new Outage());
        VALUES.put(OpenValue.class, Exclusion.A);
        VALUES.put(Record.class, FACTS.facts().get(0));
        VALUES.put(Integer.class, 1);
        VALUES.put(Boolean.class, true);
        VALUES.put(Decider.class, POLICY);
        VALUES.put(Cause.class, Addition.builder().build());
        VALUES.put(WatchedTimeline.class, WatchedTimeline.of(() -> POLICY));
        VALUES.put(DeskTemplate.class, DeskTemplate.of());
        VALUES.put(Supplier.class, (Supplier<SupportPolicy>) () -> POLICY);
        VALUES.put(Period.class, Period.ofDays(1));
        VALUES.put(LocalTime.class, LocalTime.NOON);
        VALUES.put(Temporal.class, NOW);
        VALUES.put(double.class, 1.0);
        VALUES.put(long.class, 1L);
        VALUES.put(ZoneId.class, ZoneId.of("UTC"));
        VALUES.put(Collection.class, List.of());
        VALUES.put(List.class, List.of());
        VALUES.put(Map.class, Map.of());
        VALUES.put(Class.class, Finding.class);
        VALUES.put(Enum.class, DayOfWeek.MONDAY);
        VALUES.put(InputStream.class, InputStream.nullInputStream());
        VALUES.put(Stream.class, Stream.of(FACTS));
        VALUES.put(Function.class, Function.identity());
        VALUES.put(BooleanSupplier.class, (BooleanSupplier) () -> true);
        VALUES.put(InstantSource.class, InstantSource.fixed(NOW));
        VALUES.put(Object.class, "text");
        VALUES.put(Throwable.class, new IllegalStateException());
        VALUES.put(DecisionReader.class, new DecisionReader());
        VALUES.put(AlternativesWriter.class, new AlternativesWriter(Locale.ENGLISH));
        VALUES.put(WrittenDecision.class, new DecisionReader().read("t", new DecisionWriter().write(decision)));
        VALUES.put(LoggedDecision.class, new LogReader().read("log", 1, new LogWriter(new DecisionWriter()).write(FACTS, decision)));
        VALUES.put(int.class, 1);
        VALUES.put(boolean.class, true);
        VALUES.put(WatchedPolicy.Listener.class, new WatchedPolicy.Listener() {
            @Override
            public void reloaded(SupportPolicy policy) {}

            @Override
            public void refused(List<Problem> problems) {}
        });
    }

    @BeforeAll
    static void watch(@TempDir Path directory, @TempDir Path other) throws IOException {
        OwnFacts own = DeclaredPolicy.in(other).ownFacts();
        VALUES.put(OwnFacts.class, own);
        VALUES.put(OwnFact.class, own.fact("tier").build());
        WorkingCopy.init(directory);
        VALUES.put(Editing.class, Editing.of(directory, Map.of()));
        VALUES.put(WatchedPolicy.class, WatchedPolicy.of(directory, Duration.ofMinutes(1), InstantSource.fixed(NOW),
                (WatchedPolicy.Listener) VALUES.get(WatchedPolicy.Listener.class)));
    }

    @AfterAll
    static void watchNoMore() {
        ((WatchedPolicy) VALUES.get(WatchedPolicy.class)).close();
    }

    /** All that is public in what the module exports, but for what a tool writes, what rules and declared classes call and what a host is told by. */
    private static Stream<Executable> calls() {
        Set<String> rooms = Stream.of("", ".author", ".fact", ".finding", ".hours", ".json", ".verify").map(room -> "org.supportpolicy" + room).collect(Collectors.toSet());
        return new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.supportpolicy").stream()
                .filter(kind -> rooms.contains(kind.getPackageName())).map(JavaClass::reflect)
                .filter(kind -> reachable(kind) && kind != WatchedPolicy.Listener.class && kind != OwnComponents.class && (!kind.getName().endsWith("Builder") || kind == FactSet.Builder.class))
                .flatMap(kind -> Stream.concat(Arrays.stream(kind.getConstructors()), Arrays.stream(kind.getDeclaredMethods())))
                .filter(call -> Modifier.isPublic(call.getModifiers()) && !Modifier.isAbstract(call.getModifiers()) && !call.isSynthetic()
                        && !call.isAnnotationPresent(InRules.class) && !Set.of("equals", "valueOf").contains(call.getName()));
    }

    private static boolean reachable(Class<?> kind) {
        return Modifier.isPublic(kind.getModifiers()) && (kind.getEnclosingClass() == null || reachable(kind.getEnclosingClass()));
    }

    @TestFactory
    Stream<DynamicTest> whatMustBeGivenIsNamedWhenItIsNot() {
        return calls().sorted((a, b) -> a.toString().compareTo(b.toString())).flatMap(call -> IntStream.range(0, call.getParameterCount())
                .filter(place -> mustBeGiven(call.getParameters()[place]))
                .mapToObj(place -> DynamicTest.dynamicTest(call.getDeclaringClass().getSimpleName() + "." + call.getName() + " " + call.getParameters()[place].getName(),
                        () -> refuses(call, place))));
    }

    private static boolean mustBeGiven(Parameter parameter) {
        AnnotatedType type = parameter.getAnnotatedType();
        return !parameter.getType().isPrimitive() && !type.isAnnotationPresent(Nullable.class) && !parameter.isAnnotationPresent(Nullable.class);
    }

    private static void refuses(Executable call, int place) {
        Object[] arguments = Arrays.stream(call.getParameters()).map(Parameter::getType).map(MisuseTest::value).toArray();
        arguments[place] = null;
        isNamed(thrown(call, arguments), call);
        if (Collection.class.isAssignableFrom(call.getParameterTypes()[place]) && !(call.getParameterTypes()[place] == SortedSet.class)) {
            arguments[place] = call.getParameterTypes()[place] == Set.class ? Collections.singleton(null) : Collections.singletonList(null);
            Throwable thrown = thrown(call, arguments);
            if (thrown instanceof NullPointerException) {
                isNamed(thrown, call);
            }
        }
        Class<?> items = call.getParameterTypes()[place].getComponentType();
        if (items != null && !items.isPrimitive() && call.getDeclaringClass() != Problem.class) {
            arguments[place] = Array.newInstance(items, 1);
            isNamed(thrown(call, arguments), call);
        }
    }

    private static void isNamed(@Nullable Throwable thrown, Executable call) {
        assertThat(thrown).as(call.toString()).isInstanceOfAny(NullPointerException.class, BadFactException.class);
        assertThat(thrown.getMessage()).as(call.toString()).matches("The [a-z][a-zA-Z ]+ (\\(null\\) of [a-zA-Z]+ )?must be given( and not blank)?\\.");
    }

    private static Object value(Class<?> kind) {
        Object value = VALUES.get(kind);
        value = value != null ? value : kind.isArray() ? Array.newInstance(kind.getComponentType(), 0) : Constants.isKind(kind) && kind != OpenValue.class ? Constants.of(kind).get(0)
                : kind.isRecord() ? record(kind) : null;
        assertThat(value).as(kind.getName()).isNotNull();
        return value;
    }

    /** A record of which all is given. */
    private static Object record(Class<?> kind) {
        Object[] values = Arrays.stream(kind.getRecordComponents()).map(component -> value(component.getType())).toArray();
        try {
            return kind.getConstructors()[0].newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(kind.getName(), e);
        }
    }

    private static @Nullable Throwable thrown(Executable call, Object[] arguments) {
        Object target = Modifier.isStatic(call.getModifiers()) || call instanceof Constructor ? null : value(call.getDeclaringClass());
        return catchThrowable(() -> {
            try {
                if (call instanceof Method method) {
                    method.invoke(target, arguments);
                } else {
                    ((Constructor<?>) call).newInstance(arguments);
                }
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }

    @Test
    void noCallIsLeftOut() {
        assertThat(calls().map(call -> call.getDeclaringClass().getSimpleName() + "." + call.getName())).contains("SupportPolicy.decide", "SupportPolicy.load",
                "Decider.decideAll", "Clause.org.supportpolicy.Clause", "Suspension.org.supportpolicy.finding.Suspension", "Ticket.asKnownAt", "PolicyTimeline.decide", "PolicyTimeline.of", "WatchedPolicy.of", "Builder.with", "FactSetReader.read", "Given.concludes",
                "Decided.decides", "Because.because", "ScenarioSuite.of", "Scenario.failure");
    }

    @Test
    void aNullAmongTicketsIsNamedAfterTheDecisionsBeforeIt() {
        List<Decision> decided = new ArrayList<>();
        assertThatThrownBy(() -> POLICY.decideAll(Stream.of(FACTS, FACTS, null, FACTS)).forEach(decided::add))
                .isInstanceOf(NullPointerException.class).hasMessage("The facts must be given.");
        assertThat(decided).hasSize(2);
    }

    @Test
    void aLevelThatIsNoneIsRefused() {
        for (int none : new int[] {0, 5}) {
            for (ThrowingCallable call : List.<ThrowingCallable>of(() -> new Urgency(none), () -> new UrgencyInForce(none), () -> new PossibleUrgency(none),
                    () -> new QueuePlace(none, true))) {
                assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage("The urgency (" + none + ") must be between 1 and 4.");
            }
        }
    }

    @Test
    void aNullAmongFindingsIsNamed() {
        assertThatThrownBy(() -> POLICY.decide(FACTS, Collections.singleton(null), CLAUSE)).isInstanceOf(NullPointerException.class)
                .hasMessage("The finding must be given.");
    }

    @Test
    void aNullAmongLinesAndHoursIsNamed() {
        assertThatThrownBy(() -> new FactSetReader().lines("t", Stream.of("{}", null)).toList()).isInstanceOf(NullPointerException.class).hasMessage("The line must be given.");
        Map<DayOfWeek, List<OpenSpan>> week = Map.of(DayOfWeek.MONDAY, List.of(OpenSpan.of("09:00", "17:00")));
        SupportHours hours = SupportHours.of(ZoneId.of("UTC"), week, Map.of());
        List<Hold> none = Collections.singletonList(null);
        for (ThrowingCallable call : List.<ThrowingCallable>of(() -> hours.after(NOW, Duration.ofHours(1), none), () -> hours.before(NOW, Duration.ofHours(1), none),
                () -> hours.steps(NOW, NOW, none))) {
            assertThatThrownBy(call).isInstanceOf(NullPointerException.class).hasMessage("The pause must be given.");
        }
        assertThatThrownBy(() -> SupportHours.of(ZoneId.of("UTC"), week, Collections.singletonMap(null, List.of()))).isInstanceOf(NullPointerException.class)
                .hasMessage("The date must be given.");
        assertThatThrownBy(() -> SupportHours.of(ZoneId.of("UTC"), week, Collections.singletonMap(LocalDate.EPOCH, null))).isInstanceOf(NullPointerException.class)
                .hasMessage("The spans must be given.");
    }

    @Test
    void whatHasNoEndOrEndsBeforeItBeginsIsSaid() {
        SupportHours hours = SupportHours.of(ZoneId.of("UTC"), Map.of(DayOfWeek.MONDAY, List.of(OpenSpan.of("09:00", "17:00"))), Map.of());
        assertThatThrownBy(() -> hours.before(NOW, Duration.ofHours(1), List.of(new Hold(NOW, null)))).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The pause (from " + NOW + ") must have an end.");
        Instant later = NOW.plus(Duration.ofDays(3));
        assertThatThrownBy(() -> hours.steps(later, NOW, List.of())).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The end (" + NOW + ") must not lie before the start (" + later + ").");
    }

    @Test
    void aNullAmongScenariosIsNamed() {
        List<Scenario> none = Collections.singletonList(null);
        assertThatThrownBy(() -> Coverage.of(POLICY, none)).isInstanceOf(NullPointerException.class).hasMessage("The scenario must be given.");
        assertThatThrownBy(() -> PolicyDiff.between(POLICY, POLICY).report(none)).isInstanceOf(NullPointerException.class).hasMessage("The scenario must be given.");
    }

    @Test
    void aNullInAFactIsRefusedAsJsonRefusesIt() {
        assertThatThrownBy(() -> Ticket.builder().holds(Collections.singletonList(null)).build()).isInstanceOf(BadFactException.class)
                .hasMessage("The holds[0] (null) of ticket must be given.");
        assertThatThrownBy(() -> Intake.builder().sampleMachines(Collections.singletonList((SampleMachine) null)).build()).isInstanceOf(BadFactException.class)
                .hasMessage("The sampleMachines[0] (null) of intake must be given.");
        assertThatThrownBy(() -> Product.builder().versions(Collections.singletonList(null)).build()).isInstanceOf(BadFactException.class)
                .hasMessage("The versions[0] (null) of product must be given.");
        assertThatThrownBy(() -> Desk.builder().holidays(Collections.singleton(null)).build()).isInstanceOf(BadFactException.class)
                .hasMessageContaining("The holidays[0] (null) of desk must be given.");
        assertThatThrownBy(() -> FactSet.builder(NOW).with(FACTS.facts().get(0), (Fact) null)).hasMessage("The fact must be given.");
    }

    @Test
    void anUnknownClauseIsRefusedWithTheNearest() {
        assertThatThrownBy(() -> POLICY.decide(FACTS, List.of(), "urgency.level-1-definitoin")).isInstanceOf(PolicyException.class)
                .hasMessageContaining("SP-R032").hasMessageContaining("Maybe " + CLAUSE);
        assertThatThrownBy(() -> VERIFIER.verify("no.such.clause").given(FACTS).concludes()).isInstanceOf(PolicyException.class).hasMessageContaining("SP-S006");
    }
}
