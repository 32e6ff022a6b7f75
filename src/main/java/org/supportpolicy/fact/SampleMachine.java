package org.supportpolicy.fact;

/**
 * A machine that shows the problem.
 *
 * @param groupId the id of its group, not blank
 * @param machineId its own id, not blank
 */
public record SampleMachine(@FreeText String groupId, @FreeText String machineId) {

    /**
     * Checks the ids.
     *
     * @throws BadFactException if one of them is absent, blank or too long
     */
    public SampleMachine {
        Check.of("sampleMachine").notBlank("groupId", groupId).notBlank("machineId", machineId).done();
    }

    /** That the ids were given, and not what they say. */
    @Override
    public String toString() {
        return FreeTexts.hidden(this);
    }
}
