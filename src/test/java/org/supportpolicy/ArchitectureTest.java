package org.supportpolicy;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
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
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Holds the walls between the rooms of the house. */
@AnalyzeClasses(packages = "org.supportpolicy", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String INTERNAL = "org.supportpolicy.internal.";
    /** As the module has it. */
    private static final String[] EXPORTED = Stream.of("", ".author", ".fact", ".finding", ".hours", ".json", ".rules", ".verify")
            .map("org.supportpolicy"::concat).toArray(String[]::new);
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
    static final ArchRule checksKnowNothingOfHowRulesAreRun = room("check", "source", "words", "record", "own");

    @ArchTest
    static final ArchRule theEngineKnowsNothingOfTrials = room("engine", "check", "source", "words", "record", "environment");

    @ArchTest
    static final ArchRule whatIsPossibleGoesByTheEngine = room("possible", "engine", "check", "record", "outlook");

    @ArchTest
    static final ArchRule whatComesGoesByTheEngine = room("outlook", "engine", "check", "record");

    @ArchTest
    static final ArchRule wordsAreSaidWithoutRules = room("words", "record", "own", "environment");

    @ArchTest
    static final ArchRule whatIsDeclaredBecomesClasses = room("own", "environment");

    @ArchTest
    static final ArchRule recordsStandAlone = room("record");

    @ArchTest
    static final ArchRule whatMustBeThereAsksForNothing = room("environment");

    @ArchTest
    static final ArchRule noRoomIsLeftOut = classes().that().resideInAPackage(INTERNAL + ".")
            .should().resideInAnyPackage(Stream.of("source", "check", "engine", "possible", "outlook", "trial", "words", "record", "own", "environment").map(INTERNAL::concat).toArray(String[]::new));

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

    /** What a host sees names only what a host may use: exported types, those of the JDK, and what rules are given. */
    @ArchTest
    static final ArchRule whatHostsSeeNamesNothingInternal = classes().that().resideInAnyPackage(EXPORTED).should(nameOnlyWhatIsExported());

    private static ArchCondition<JavaClass> nameOnlyWhatIsExported() {
        return new ArchCondition<>("name only exported types in what hosts see") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!isSeen(type)) {
                    return;
                }
                Stream<JavaType> supers = Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream());
                Stream<JavaType> bounds = type.getTypeParameters().stream().map(JavaType.class::cast);
                Stream<JavaType> fields = type.getFields().stream().filter(ArchitectureTest::isSeen).map(JavaField::getType);
                Stream<JavaType> calls = type.getCodeUnits().stream().filter(ArchitectureTest::isSeen)
                        .flatMap(call -> Stream.of(Stream.of(call.getReturnType()), call.getParameterTypes().stream(), call.getTypeParameters().stream(),
                                call.getExceptionTypes().stream()).flatMap(named -> named));
                Stream.of(supers, bounds, fields, calls).flatMap(named -> named).flatMap(named -> named.getAllInvolvedRawTypes().stream())
                        .map(JavaClass::getBaseComponentType).distinct().filter(named -> !mayBeNamed(named))
                        .forEach(named -> events.add(SimpleConditionEvent.violated(type, type.getName() + " names " + named.getName())));
            }
        };
    }

    private static boolean mayBeNamed(JavaClass named) {
        String room = named.getPackageName();
        return named.isPrimitive() || room.startsWith("java.") || room.equals("org.kie.api.runtime.rule")
                || List.of(EXPORTED).contains(room) && isSeen(named);
    }

    private static boolean isSeen(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC) && type.getEnclosingClass().map(ArchitectureTest::isSeen).orElse(true);
    }

    private static boolean isSeen(JavaMember member) {
        return (member.getModifiers().contains(JavaModifier.PUBLIC) || member.getModifiers().contains(JavaModifier.PROTECTED))
                && !member.getModifiers().contains(JavaModifier.SYNTHETIC);
    }

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
