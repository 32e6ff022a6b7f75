package org.supportpolicy.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportpolicy.finding.ActionKind;
import org.supportpolicy.finding.Exclusion;
import org.supportpolicy.finding.Irregularity;
import org.supportpolicy.finding.Referral;

/** Values to which a policy may add. */
class OpenValueTest {

    @Test
    void theKnownComeInTheOrderOfTheirConstantsAndOthersBehindByName() {
        assertThat(new TreeSet<>(List.of(Exclusion.of("X"), Exclusion.G, Exclusion.of("H"), Exclusion.A))).extracting(Exclusion::letter)
                .containsExactly("a", "g", "h", "x");
        assertThat(Exclusion.known()).extracting(Exclusion::letter).containsExactly("a", "b", "c", "d", "e", "f", "g");
        assertThat(IntakeField.known().get(0)).isEqualTo(IntakeField.SUBJECT);
        assertThat(IntakeField.known()).isSorted().endsWith(IntakeField.EXTRA_INFORMATION_SUPPLIED);
    }

    @Test
    void aNameThatIsKnownIsTheConstant() {
        assertThat(Ground.of("SOLVED")).isSameAs(Ground.SOLVED);
        assertThat(Referral.of("EDUCATION").isKnown()).isTrue();
        assertThat(Irregularity.of("LATE_CALL").isKnown()).isFalse();
    }

    @Test
    void wordsTellNothingApart() {
        ActionKind said = ActionKind.of("CALL_BACK", "call back", "terugbellen");
        assertThat(said).isEqualTo(ActionKind.of("CALL_BACK")).hasSameHashCodeAs(ActionKind.of("CALL_BACK")).hasToString("CALL_BACK");
        assertThat(said).isNotEqualTo(Irregularity.of("CALL_BACK"));
        assertThat(said.words(Locale.ENGLISH)).contains("call back");
        assertThat(said.words(Locale.forLanguageTag("nl-BE"))).contains("terugbellen");
        assertThat(ActionKind.DELAY.words(Locale.ENGLISH)).isEmpty();
    }

    @Test
    void anItemOfTheIntakeIsWrittenAsAComponent() {
        assertThat(IntakeField.known()).extracting(IntakeField::toString).startsWith("subject", "description", "expectedResults");
        assertThat(IntakeField.of("ORDER_NUMBER")).hasToString("orderNumber");
        assertThat(Stream.of(Intake.class.getRecordComponents()).map(component -> component.getName()))
                .containsAll(IntakeField.known().stream().map(IntakeField::toString).toList());
        assertThat(Intake.builder().build().lacks(IntakeField.of("ORDER_NUMBER"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "h", "1A", "A B", "É", "_A"})
    void aNameIsInCapitals(String name) {
        assertThatThrownBy(() -> Exclusion.of(name)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("capitals");
    }
}
