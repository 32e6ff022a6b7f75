package org.supportpolicy.fact;

/**
 * A machine that shows the problem.
 *
 * @param groupId the id of its group, not blank
 * @param machineId its own id, not blank
 */
public record SampleMachine(String groupId, String machineId) {

    /**
     * Checks the ids.
     *
     * @throws BadFactException if one of them is absent, blank or too long
     */
    public SampleMachine {
        Check.of("sampleMachine").notBlank("groupId", groupId).notBlank("machineId", machineId).done();
    }
}
