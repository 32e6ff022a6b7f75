package org.supportpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.supportpolicy.fact.Cause;
import org.supportpolicy.fact.Fact;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.internal.record.Components;
import org.supportpolicy.internal.record.Constants;
import org.supportpolicy.internal.record.Shape;
import org.supportpolicy.json.FactSetReader;
import org.supportpolicy.model.RandomFactSets;
import org.supportpolicy.verify.ScenarioSuite;

/**
 * An explanation is for people: it says nothing as programs do, and nothing in Dutch that is English. {@code
 * -Dsupportpolicy.explanations=2000} explains so many random decisions.
 */
class ExplanationTest {

    private static final SupportPolicy POLICY = SupportPolicy.standard();
    private static final int RANDOM = Integer.getInteger("supportpolicy.explanations", 400);
    private static final Locale DUTCH = Locale.forLanguageTag("nl");

    /** English words of facts and findings that are Dutch words too, or that a Dutch desk uses. */
    private static final Set<String> ALSO_DUTCH = Set.of("adequate", "agents", "conflict", "contact", "direct", "extra", "hardware", "impact", "in", "intake",
            "is", "login", "machines", "module", "of", "offline", "patch", "platform", "procedures", "product", "server", "support", "test", "ticket", "update", "upgrade", "zone");
    private static final Pattern CITED = Pattern.compile("\\[[^\\]]*]|sha256:\\w+|on-premise|\\b(UTC|[A-Z]\\w+/[A-Z]\\w+)");
    private static final Pattern CONSTANT = Pattern.compile("\\b(" + String.join("|", constants()) + ")\\b");
    private static final Pattern PATH = Pattern.compile("\\b[a-z]+[A-Z]\\w*|\\b[a-z]\\w*\\.[a-z]\\w*|\\w\\[\\d");
    private static final Pattern ISO = Pattern.compile("\\d{4}-\\d{2}|\\bP(T?\\d)|\\dT\\d|\\d:\\d{2}[+Z]");
    /** A place of a sentence that was not filled in. */
    private static final Pattern BLANK = Pattern.compile("\\{\\d");
    private static final Pattern FACT_WORD = Pattern.compile("\\b(" + String.join("|", factWords()) + ")\\b", Pattern.CASE_INSENSITIVE);

    @Test
    void theFiguresAndNamesOfProgramsAreSaidInWords() throws IOException {
        Map<String, String> wrong = new TreeMap<>();
        Set<String> english = new HashSet<>();
        Set<String> dutch = new HashSet<>();
        factSets().map(ExplanationTest::withoutTexts).forEach(facts -> {
            Decision decision = POLICY.decide(facts);
            assertThat(said(decision, Locale.ENGLISH, english)).contains("Support: ");
            assertThat(said(decision, DUTCH, dutch)).contains("Ondersteuning: ");
        });
        english.forEach(line -> find(line, wrong, CONSTANT, PATH, ISO, BLANK));
        dutch.forEach(line -> find(line, wrong, CONSTANT, PATH, ISO, BLANK, FACT_WORD));
        assertThat(wrong).isEmpty();
    }

    /** What is said of a decision, without what is cited; its lines are kept to be looked through once, for most are said of many. */
    private static String said(Decision decision, Locale locale, Set<String> lines) {
        String said = CITED.matcher(decision.explain(locale)).replaceAll("");
        said.lines().forEach(lines::add);
        return said;
    }

    private static void find(String line, Map<String, String> wrong, Pattern... patterns) {
        for (Pattern pattern : patterns) {
            pattern.matcher(line).results().forEach(found -> wrong.putIfAbsent(found.group(), line.strip()));
        }
    }

    /** The examples, the scenarios and random fact sets. */
    private static Stream<FactSet> factSets() throws IOException {
        List<FactSet> sets = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("examples/tickets"))) {
            files.filter(file -> file.toString().endsWith(".json")).sorted().map(new FactSetReader()::read).forEach(sets::add);
        }
        ScenarioSuite.of(POLICY, Path.of("src/test/resources/scenarios")).scenarios().forEach(scenario -> sets.add(scenario.facts()));
        IntStream.range(0, RANDOM).mapToObj(seed -> new RandomFactSets(seed).next()).forEach(sets::add);
        assertThat(sets).hasSizeGreaterThan(RANDOM + 500);
        return sets.stream();
    }

    /** The same facts, with figures in place of what people wrote. */
    private static FactSet withoutTexts(FactSet facts) {
        return FactSet.builder(facts.asOf()).with(facts.facts().stream().map(fact -> {
            Map<String, Object> known = Components.known(fact);
            known.replaceAll((name, value) -> value instanceof String text && !name.equals("installedVersion") && !text.isBlank() ? "17" : value);
            return Components.make(fact.getClass(), known);
        }).toArray(Fact[]::new)).build();
    }

    @Test
    void theTestFindsWhatItIsAfter() {
        Map<String, String> wrong = new TreeMap<>();
        find("Customer: kind CUSTOMER, maintenance active, desk.hours, serverUrl, 2026-03-10T16:30:00+01:00, PT4H, P1M", wrong, CONSTANT, PATH, ISO, FACT_WORD);
        assertThat(wrong.keySet())
                .containsExactlyInAnyOrder("CUSTOMER", "Customer", "kind", "maintenance", "active", "desk.hours", "desk", "hours", "serverUrl", "2026-03", "0T1", "0:00+", "PT4",
                        "P1");
    }

    /** The names of all constants that facts and findings use. */
    private static Set<String> constants() {
        Set<String> names = new TreeSet<>(Comparator.comparing(String::length).reversed().thenComparing(name -> name));
        records().flatMap(record -> Stream.of(record.getRecordComponents())).flatMap(ExplanationTest::types)
                .forEach(type -> Constants.of(type).forEach(constant -> names.add(Constants.name(constant))));
        Stream.of(Finding.class.getPermittedSubclasses()).filter(Constants::isKind).filter(kind -> !kind.getSimpleName().equals("Exclusion"))
                .forEach(type -> Constants.of(type).forEach(constant -> names.add(Constants.name(constant))));
        return names;
    }

    private static Stream<Class<?>> types(RecordComponent component) {
        Type[] types = component.getGenericType() instanceof ParameterizedType many ? many.getActualTypeArguments() : new Type[] {component.getType()};
        return Stream.of(types).filter(Class.class::isInstance).<Class<?>>map(type -> (Class<?>) type).filter(Constants::isKind);
    }

    /** The English words of which the names of facts and their components are made. */
    private static Set<String> factWords() {
        return records().filter(Fact.class::isAssignableFrom)
                .flatMap(record -> Stream.concat(Stream.of(Shape.of(record).name()), Shape.of(record).labels().stream()))
                .flatMap(label -> Stream.of(label.toLowerCase(Locale.ROOT).split(" ")))
                .filter(word -> word.length() > 1 && !ALSO_DUTCH.contains(word)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Class<?>> records() {
        return Stream.of(Fact.class, Cause.class, Finding.class).flatMap(sealed -> Arrays.stream(sealed.getPermittedSubclasses())).filter(Class::isRecord);
    }
}
