package org.supportpolicy;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Holds the walls between the rooms of the house. */
@AnalyzeClasses(packages = "org.supportpolicy", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String INTERNAL = "org.supportpolicy.internal.";
    private static final String[] DROOLS = {"org.drools..", "org.kie..", "org.drl.."};

    @ArchTest
    static final ArchRule factsUseTheJdkOnly = classes().that().resideInAPackage("org.supportpolicy.fact")
            .should().onlyDependOnClassesThat().resideInAnyPackage("org.supportpolicy.fact", "java..", "org.jspecify..",
                    "io.soabase.recordbuilder..");

    @ArchTest
    static final ArchRule findingsUseFactsOnly = classes().that().resideInAPackage("org.supportpolicy.finding")
            .should().onlyDependOnClassesThat().resideInAnyPackage("org.supportpolicy.finding", "org.supportpolicy.fact",
                    "org.supportpolicy.hours", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule hoursUseFactsOnly = classes().that().resideInAPackage("org.supportpolicy.hours")
            .should().onlyDependOnClassesThat().resideInAnyPackage("org.supportpolicy.hours", "org.supportpolicy.fact", "java..", "org.jspecify..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule rulesUseFindingsAndFactsOnly = classes().that().resideInAPackage("org.supportpolicy.rules")
            .should().onlyDependOnClassesThat().resideInAnyPackage("org.supportpolicy.rules", "org.supportpolicy.finding",
                    "org.supportpolicy.fact", "org.supportpolicy.hours", "java..", "org.jspecify..", "org.kie.api.runtime.rule",
                    "org.kie.api.definition.rule");

    @ArchTest
    static final ArchRule whatIsWrittenKnowsNothingOfWhatItMeans = room("source", "words", "environment");

    @ArchTest
    static final ArchRule checksKnowNothingOfHowRulesAreRun = room("check", "source", "words", "record");

    @ArchTest
    static final ArchRule theEngineKnowsNothingOfTrials = room("engine", "check", "source", "words", "record");

    @ArchTest
    static final ArchRule whatIsPossibleGoesByTheEngine = room("possible", "engine", "check", "record", "outlook");

    @ArchTest
    static final ArchRule whatComesGoesByTheEngine = room("outlook", "engine", "check", "record");

    @ArchTest
    static final ArchRule wordsAreSaidWithoutRules = room("words", "record", "environment");

    @ArchTest
    static final ArchRule recordsStandAlone = room("record");

    @ArchTest
    static final ArchRule whatMustBeThereAsksForNothing = room("environment");

    @ArchTest
    static final ArchRule noRoomIsLeftOut = classes().that().resideInAPackage(INTERNAL + ".")
            .should().resideInAnyPackage(Stream.of("source", "check", "engine", "possible", "outlook", "trial", "words", "record", "environment").map(INTERNAL::concat).toArray(String[]::new));

    @ArchTest
    static final ArchRule droolsIsNamedWhereRulesConclude = noClasses().that().resideOutsideOfPackage("org.supportpolicy.rules")
            .should().dependOnClassesThat().resideInAnyPackage(DROOLS);

    /** A room of what is internal uses no other such room but some. */
    private static ArchRule room(String name, String... others) {
        String[] open = Stream.concat(Stream.of(name), Stream.of(others)).map(INTERNAL::concat).toArray(String[]::new);
        return noClasses().that().resideInAPackage(INTERNAL + name)
                .should().dependOnClassesThat(resideInAPackage(INTERNAL + ".").and(resideOutsideOfPackages(open)));
    }

    @ArchTest
    static final ArchRule theCommandLineHasNoBackDoor = noClasses().that().resideInAPackage("org.supportpolicy.cli..")
            .should().dependOnClassesThat().resideInAPackage("org.supportpolicy.internal..").allowEmptyShould(true);

    @ArchTest
    static final ArchRule jsonIsOptional = noClasses().that()
            .resideOutsideOfPackages("org.supportpolicy.json..", "org.supportpolicy.verify..", "org.supportpolicy.author..", "org.supportpolicy.cli..")
            .should().dependOnClassesThat().resideInAnyPackage("com.fasterxml..", "org.snakeyaml..", "picocli..");

    @ArchTest
    static final ArchRule nobodyReadsAClock = noClasses().that().resideOutsideOfPackage("org.supportpolicy.cli..")
            .should().dependOnClassesThat().areAssignableTo(Clock.class)
            .orShould().callMethod(Instant.class, "now")
            .orShould().callMethod(LocalDate.class, "now")
            .orShould().callMethod(ZonedDateTime.class, "now")
            .orShould().callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule nobodyAsksTheMachineForItsZoneOrLocale = noClasses()
            .should().callMethod(ZoneId.class, "systemDefault")
            .orShould().callMethod(Locale.class, "getDefault");

    @ArchTest
    static final ArchRule onlyTheCommandLinePrints = noClasses().that().resideOutsideOfPackage("org.supportpolicy.cli..")
            .should().accessField(System.class, "out")
            .orShould().accessField(System.class, "err");

    @ArchTest
    static final ArchRule namesSayWhatAThingIs = noClasses()
            .should().haveNameMatching(".*(Impl|Manager|Helper|Util|Utils|Base)");

    @ArchTest
    static final ArchRule nothingStaticCanChange = classes()
            .should(haveOnlyFinalStaticFields());

    private static ArchCondition<JavaClass> haveOnlyFinalStaticFields() {
        Pattern compilerMade = Pattern.compile("\\$.*");
        return new ArchCondition<>("have only final static fields") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                Stream.of(type).flatMap(each -> each.getFields().stream())
                        .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                        .filter(field -> !field.getModifiers().contains(JavaModifier.FINAL))
                        .filter(field -> !compilerMade.matcher(field.getName()).matches())
                        .forEach(field -> events.add(SimpleConditionEvent.violated(field, field.getFullName() + " is not final")));
            }
        };
    }
}
