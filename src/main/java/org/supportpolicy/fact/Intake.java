package org.supportpolicy.fact;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The form that was handed in with the ticket. An absent field is missing; so is a blank one.
 *
 * @param subject a short summary
 * @param description what goes wrong
 * @param expectedResults what should have happened
 * @param businessImpact the urgency that the customer proposes
 * @param serverUrl the address of the server
 * @param module the module or product category
 * @param stepsToReproduce how to bring the problem about
 * @param sampleMachines machines that show the problem
 * @param productVersion the version number of the product
 * @param notApplicable items that do not apply to this ticket
 * @param extraInformationRequested whether support has asked for more
 * @param extraInformationSupplied whether the customer has supplied it
 * @param completedAt when the last missing item came in
 */
@RecordBuilder
@AbsentMeansNone(onceGiven = true)
public record Intake(
        @FreeText @Nullable String subject,
        @FreeText @Nullable String description,
        @FreeText @Nullable String expectedResults,
        @FreeText @Nullable String businessImpact,
        @FreeText @Nullable String serverUrl,
        @FreeText @Nullable String module,
        @FreeText @Nullable String stepsToReproduce,
        @FreeText @Nullable List<SampleMachine> sampleMachines,
        @FreeText @Nullable String productVersion,
        @Nullable Set<IntakeField> notApplicable,
        @Nullable Boolean extraInformationRequested,
        @Nullable Boolean extraInformationSupplied,
        @Nullable Instant completedAt) implements Fact {

    private static final Set<IntakeField> MAY_NOT_APPLY = Values.sorted(Set.of(IntakeField.EXPECTED_RESULTS,
            IntakeField.SERVER_URL, IntakeField.STEPS_TO_REPRODUCE, IntakeField.SAMPLE_MACHINES));

    /**
     * Checks and copies the components.
     *
     * @throws BadFactException if an item is declared not applicable that always applies, an item is null, a text too long or no text, or
     *     {@code completedAt} does not lie in the years of facts
     */
    public Intake {
        Check check = Check.of("intake").text("subject", subject).text("description", description).text("expectedResults", expectedResults)
                .text("businessImpact", businessImpact).text("serverUrl", serverUrl).text("module", module)
                .text("stepsToReproduce", stepsToReproduce).text("productVersion", productVersion).instant("completedAt", completedAt);
        sampleMachines = check.copy("sampleMachines", sampleMachines, Limits.ITEMS);
        notApplicable = check.sorted("notApplicable", notApplicable);
        for (IntakeField field : notApplicable == null ? Set.<IntakeField>of() : notApplicable) {
            check.holds("notApplicable", field, MAY_NOT_APPLY.contains(field), Requirement.ONE_OF, MAY_NOT_APPLY);
        }
        check.done();
    }

    /** Starts a builder in which every component is unknown. */
    public static IntakeBuilder builder() {
        return IntakeBuilder.builder();
    }

    /**
     * Whether an item was left blank and is not declared not applicable. An item that a policy adds is none of this form: what is said of
     * it is a fact of the policy's own.
     */
    @InRules
    public boolean lacks(IntakeField field) {
        return !isGiven(field) && (notApplicable == null || !notApplicable.contains(field));
    }

    private boolean isGiven(IntakeField field) {
        Objects.requireNonNull(field, "The field must be given.");
        if (field.equals(IntakeField.SAMPLE_MACHINES)) {
            return sampleMachines != null && !sampleMachines.isEmpty();
        } else if (field.equals(IntakeField.EXTRA_INFORMATION_SUPPLIED)) {
            return Boolean.TRUE.equals(extraInformationSupplied);
        }
        return given(field.equals(IntakeField.SUBJECT) ? subject : field.equals(IntakeField.DESCRIPTION) ? description
                : field.equals(IntakeField.EXPECTED_RESULTS) ? expectedResults : field.equals(IntakeField.BUSINESS_IMPACT) ? businessImpact
                : field.equals(IntakeField.SERVER_URL) ? serverUrl : field.equals(IntakeField.MODULE) ? module
                : field.equals(IntakeField.STEPS_TO_REPRODUCE) ? stepsToReproduce
                : field.equals(IntakeField.PRODUCT_VERSION) ? productVersion : null);
    }

    private static boolean given(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    @Override
    public Intake asKnownAt(AsOf now) {
        Objects.requireNonNull(now, "The now must be given.");
        return now.isPast(completedAt) ? this
                : new Intake(subject, description, expectedResults, businessImpact, serverUrl, module,
                stepsToReproduce, sampleMachines, productVersion, notApplicable, extraInformationRequested,
                extraInformationSupplied, now.past(completedAt));
    }

    /** What is known, but of free texts only whether they were given. */
    @Override
    public String toString() {
        return FreeTexts.hidden(this);
    }
}
