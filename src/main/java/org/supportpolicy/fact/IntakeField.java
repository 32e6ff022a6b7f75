package org.supportpolicy.fact;

/** An item of the intake form, written as the name of its component in {@link Intake}. */
public enum IntakeField {
    SUBJECT("subject"),
    DESCRIPTION("description"),
    EXPECTED_RESULTS("expectedResults"),
    BUSINESS_IMPACT("businessImpact"),
    SERVER_URL("serverUrl"),
    MODULE("module"),
    STEPS_TO_REPRODUCE("stepsToReproduce"),
    SAMPLE_MACHINES("sampleMachines"),
    PRODUCT_VERSION("productVersion"),
    EXTRA_INFORMATION_SUPPLIED("extraInformationSupplied");

    private final String component;

    IntakeField(String component) {
        this.component = component;
    }

    /** The name of the component, in camel case. */
    @Override
    public String toString() {
        return component;
    }
}
