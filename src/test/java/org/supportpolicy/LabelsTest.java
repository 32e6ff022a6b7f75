package org.supportpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.supportpolicy.fact.Fact;
import org.supportpolicy.fact.IntakeField;
import org.supportpolicy.fact.OpenValue;
import org.supportpolicy.fact.Requirement;
import org.supportpolicy.fact.TicketState;
import org.supportpolicy.finding.Exclusion;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.finding.SupportAnswer;
import org.supportpolicy.internal.record.Constants;

/** Hosts can name every constant of facts and decisions in both languages. */
class LabelsTest {

    private static final Locale DUTCH = Locale.forLanguageTag("nl-BE");

    /** The constants of the public choices of facts and findings; a requirement is neither. */
    private static List<Object> constants() {
        return new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(Fact.class.getPackageName(), Finding.class.getPackageName()).stream().map(JavaClass::reflect)
                .filter(kind -> Constants.isKind(kind) && kind != Requirement.class && kind != OpenValue.class && kind.getEnclosingClass() == null)
                .flatMap(kind -> Constants.of(kind).stream()).toList();
    }

    private static String label(Object constant, Locale locale) {
        return constant instanceof OpenValue<?> value ? Labels.of(value, locale) : Labels.of((Enum<?>) constant, locale);
    }

    private static Properties properties(String file) throws IOException {
        Properties read = new Properties();
        try (Reader in = Files.newBufferedReader(Path.of("src/main/resources/org/supportpolicy/" + file + ".properties"))) {
            read.load(in);
        }
        return read;
    }

    @Test
    void everyConstantHasALabelInBothLanguages() {
        assertThat(constants()).hasSizeGreaterThan(150).allSatisfy(constant -> {
            String english = label(constant, Locale.ENGLISH);
            String dutch = label(constant, DUTCH);
            assertThat(List.of(english, dutch)).allSatisfy(label -> assertThat(label).isNotBlank().doesNotContain("{", "_").doesNotEndWith(".")
                    .hasSizeLessThan(80));
        });
    }

    @Test
    void labelsSayOtherwiseOnlyWhatSentencesSayTooLong() throws IOException {
        for (String language : List.of("_en", "_nl")) {
            Properties sentences = properties("words" + language);
            Properties labels = properties("labels" + language);
            assertThat(labels.stringPropertyNames()).isEqualTo(properties("labels_en").stringPropertyNames()).isNotEmpty()
                    .allSatisfy(key -> assertThat(sentences.getProperty(key)).as(key).hasSizeGreaterThan(labels.getProperty(key).length()));
        }
    }

    @Test
    void anotherLanguageIsEnglish() {
        assertThat(Labels.of(SupportAnswer.OWED, Locale.FRENCH)).isEqualTo("owed");
        assertThat(Labels.of(SupportAnswer.OWED, DUTCH)).isEqualTo("verschuldigd");
        assertThat(Labels.of(TicketState.ON_HOLD, DUTCH)).isEqualTo("in de wacht");
        assertThat(Labels.of(IntakeField.SERVER_URL, Locale.ENGLISH)).isEqualTo("address of the server");
    }

    @Test
    void aValueThatAPolicyAddsIsSaidAsItSays() {
        assertThat(Labels.of(Exclusion.of("H", "(h) another database", "(h) een andere database"), DUTCH)).isEqualTo("(h) een andere database");
        assertThat(Labels.of(Exclusion.of("H"), Locale.ENGLISH)).isEqualTo("H");
    }

    @Test
    void anotherConstantIsRefused() {
        for (Enum<?> other : List.of(Question.Kind.YES_NO, Requirement.ONCE, java.time.DayOfWeek.MONDAY)) {
            assertThatThrownBy(() -> Labels.of(other, Locale.ENGLISH)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("The constant (" + other + ") must be one of a fact or of a decision.");
        }
        assertThatThrownBy(() -> Labels.of((Enum<?>) null, Locale.ENGLISH)).isInstanceOf(NullPointerException.class).hasMessage("The constant must be given.");
        assertThatThrownBy(() -> Labels.of(SupportAnswer.OWED, null)).isInstanceOf(NullPointerException.class).hasMessage("The locale must be given.");
    }
}
