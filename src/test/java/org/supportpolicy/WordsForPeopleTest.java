package org.supportpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.supportpolicy.fact.Cause;
import org.supportpolicy.fact.Fact;
import org.supportpolicy.fact.FreeText;
import org.supportpolicy.fact.IntakeField;
import org.supportpolicy.fact.Range;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.internal.record.Constants;
import org.supportpolicy.internal.record.FactPath;
import org.supportpolicy.internal.words.Speech;

/** Everything that can be said has words in both languages, and no words are left over. */
class WordsForPeopleTest {

    private static final Pattern PLACE = Pattern.compile("\\{\\d}");
    private static final Pattern LITERAL = Pattern.compile("\"([\\w.-]+)\"");
    private static final String WORDS = "src/main/java/org/supportpolicy/internal/words/";
    private static final List<String> SPEAKERS = List.of(WORDS + "Speech.java", WORDS + "SpokenValues.java", WORDS + "Times.java", WORDS + "Lists.java",
            "src/main/java/org/supportpolicy/OutcomeWords.java", "src/main/java/org/supportpolicy/WhyNotText.java", "src/main/java/org/supportpolicy/WhatIfText.java",
            "src/main/java/org/supportpolicy/Explanation.java", "src/main/java/org/supportpolicy/Questions.java");

    private final Properties english = properties("words_en");
    private final Properties dutch = properties("words_nl");
    private final Set<String> required = new TreeSet<>();
    private final Set<String> allowed = new TreeSet<>();

    @Test
    void everyFactAndFindingHasWordsInBothLanguagesAndNoWordIsLeftOver() throws IOException {
        collect();
        assertThat(english.stringPropertyNames()).containsAll(required);
        Set<String> leftOver = new TreeSet<>(english.stringPropertyNames());
        leftOver.removeAll(required);
        leftOver.removeAll(allowed);
        assertThat(leftOver).isEmpty();
        assertThat(dutch.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(english.stringPropertyNames()).allSatisfy(key -> {
            assertThat(places(dutch.getProperty(key))).as(key).isEqualTo(places(english.getProperty(key)));
            assertThat(dutch.getProperty(key)).as(key).isNotBlank();
        });
    }

    @Test
    void whoCanAnswerIsSaidOfEveryFactAndOfNothingElse() {
        Properties answerers = properties("answerers");
        Set<Class<?>> records = factRecords();
        assertThat(answerers.stringPropertyNames()).containsAll(records.stream().map(Class::getSimpleName).collect(Collectors.toSet()));
        Set<String> components = records.stream().flatMap(record -> Stream.of(record.getRecordComponents()).map(component -> key(record, component)))
                .collect(Collectors.toSet());
        assertThat(answerers.stringPropertyNames()).allSatisfy(key -> {
            assertThat(key.contains(".") ? components : records.stream().map(Class::getSimpleName).toList()).contains(key);
            assertThat(Question.Answerer.valueOf(answerers.getProperty(key))).isNotNull();
        });
        assertThat(Speech.answerer(FactPath.of("customer.deployment", List.of(), List.of()))).isEqualTo("CUSTOMER");
        assertThat(Speech.answerer(FactPath.of("customer.kind", List.of(), List.of()))).isEqualTo("SYSTEM");
    }

    @Test
    void documentsSayOtherwiseOnlyWhatTheyMust() throws IOException {
        Properties documents = properties("words_documents");
        Set<String> literals = literals(WORDS + "Words.java");
        assertThat(documents.stringPropertyNames()).isNotEmpty().allSatisfy(key -> {
            assertThat(documents.getProperty(key)).as(key).isNotEqualTo(english.getProperty(key));
            assertThat(Character.isUpperCase(key.charAt(0)) ? english.stringPropertyNames() : literals).contains(key);
        });
    }

    /** What must have words, and what may. */
    private void collect() throws IOException {
        Section.ALL.forEach(section -> required.add(section.name()));
        for (Class<?> finding : Finding.class.getPermittedSubclasses()) {
            if (Constants.isKind(finding)) {
                constants(finding);
            } else if (finding.isRecord()) {
                finding(finding);
            }
        }
        Set<Class<?>> records = factRecords();
        records.forEach(this::fact);
        constants(Question.Answerer.class);
        constants(Question.Kind.class);
        Stream.of(Question.Kind.YES_NO, Question.Kind.ONE_OF, Question.Kind.SOME_OF).map(kind -> "Kind." + kind).forEach(required::remove);
        Stream.of(Note.Kind.values()).forEach(kind -> required.add("note." + kind));
        Stream.of(Due.Kind.values()).forEach(kind -> required.add("due." + kind));
        Stream.of("edition", "from", "gone", "needs", "nothing", "nothingElse", "nothingElseEver", "nothingEver", "readings").forEach(frame -> required.add("outlook." + frame));
        for (String speaker : SPEAKERS) {
            literals(speaker).forEach(literal -> allowed.addAll(List.of(literal, literal + ".one")));
        }
    }

    private void finding(Class<?> finding) {
        required.add(finding.getSimpleName());
        for (RecordComponent component : finding.getRecordComponents()) {
            String key = key(finding, component);
            enums(component).forEach(this::constants);
            if (component.getName().equals("steps")) {
                required.add(finding.getSimpleName() + ".counted");
            } else if (isTruth(component)) {
                required.addAll(List.of(key + ".true", key + ".false"));
            } else if (isMany(component) && !finding.getSimpleName().equals("Need")) {
                required.add(key + ".none");
            }
            allowed.add(key);
            if (!component.getType().isPrimitive()) {
                allowed.add(key + ".unknown");
            }
        }
    }

    private void fact(Class<?> record) {
        String name = record.getSimpleName();
        required.add(name);
        boolean filled = PLACE.matcher(english.getProperty(name, "")).find();
        if (Fact.class.isAssignableFrom(record)) {
            required.add(name + ".ask");
        }
        allowed.addAll(List.of(name + ".ask", name + ".called"));
        for (RecordComponent component : record.getRecordComponents()) {
            String key = key(record, component);
            enums(component).forEach(this::constants);
            required.add(key + ".ask");
            if (filled) {
                allowed.addAll(List.of(key, key + ".unknown"));
            } else {
                component(Cause.class.isAssignableFrom(record) && isShared(component) ? "Cause." + component.getName() : key, component);
            }
        }
    }

    private static boolean isShared(RecordComponent component) {
        return Set.of("by", "causedProblem").contains(component.getName());
    }

    private void component(String key, RecordComponent component) {
        if (isTruth(component)) {
            required.addAll(List.of(key + ".true", key + ".false"));
        } else {
            required.add(key);
        }
        boolean counted = component.getType() == Integer.class && component.getAnnotation(Range.class).from() == 0;
        if (counted) {
            required.add(key + ".one");
        }
        if (counted || isMany(component) && !component.isAnnotationPresent(FreeText.class) && !key.equals("Desk.hours")) {
            required.add(key + ".none");
        }
    }

    private void constants(Class<?> kind) {
        if (!kind.getName().startsWith("org.supportpolicy.")) {
            return;
        }
        Constants.of(kind)
                .forEach(constant -> required.add(constant instanceof IntakeField ? "Intake." + constant : kind.getSimpleName() + "." + Constants.name(constant)));
    }

    /** The facts, and the records within them. */
    private static Set<Class<?>> factRecords() {
        Set<Class<?>> records = new LinkedHashSet<>();
        Stream.of(Fact.class, Cause.class).flatMap(sealed -> Arrays.stream(sealed.getPermittedSubclasses())).filter(Class::isRecord).forEach(fact -> {
            records.add(fact);
            Arrays.stream(fact.getRecordComponents()).flatMap(WordsForPeopleTest::classes)
                    .filter(Class::isRecord).filter(record -> !record.getSimpleName().equals("OpenSpan")).forEach(records::add);
        });
        return records;
    }

    private static Stream<Class<?>> classes(RecordComponent component) {
        return component.getGenericType() instanceof ParameterizedType many
                ? Arrays.stream(many.getActualTypeArguments()).filter(Class.class::isInstance).map(inner -> (Class<?>) inner)
                : Stream.of(component.getType());
    }

    private static List<Class<?>> enums(RecordComponent component) {
        return classes(component).filter(Constants::isKind).collect(Collectors.toList());
    }

    private static boolean isTruth(RecordComponent component) {
        return component.getType() == Boolean.class || component.getType() == boolean.class;
    }

    private static boolean isMany(RecordComponent component) {
        return Collection.class.isAssignableFrom(component.getType()) || Map.class.isAssignableFrom(component.getType());
    }

    private static String key(Class<?> record, RecordComponent component) {
        return record.getSimpleName() + "." + component.getName();
    }

    private static Set<String> literals(String file) throws IOException {
        return LITERAL.matcher(Files.readString(Path.of(file))).results().map(literal -> literal.group(1)).collect(Collectors.toSet());
    }

    private static List<String> places(String text) {
        return PLACE.matcher(text).results().map(place -> place.group()).sorted().toList();
    }

    private static Properties properties(String name) {
        Properties properties = new Properties();
        try (Reader in = new InputStreamReader(Speech.class.getResourceAsStream("/org/supportpolicy/" + name + ".properties"), StandardCharsets.UTF_8)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
