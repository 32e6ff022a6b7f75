package org.supportpolicy.fact;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The customer as the contract administration knows it at the time of the ticket.
 *
 * @param kind customer, partner or neither
 * @param licenceActive whether a licence is active
 * @param maintenanceActive whether a maintenance subscription is active
 * @param serviceSubscriptionActive whether a subscription to services is active
 * @param deployment where the product runs
 * @param supportLoginCreated whether the login for support exists on the server
 * @param testMachinesProvided machines provided for tests, zero or more
 * @param testEndpointsProvided endpoints provided for tests, zero or more
 */
@RecordBuilder
public record Customer(
        @Nullable CustomerKind kind,
        @Nullable Boolean licenceActive,
        @Nullable Boolean maintenanceActive,
        @Nullable Boolean serviceSubscriptionActive,
        @Nullable Deployment deployment,
        @Nullable Boolean supportLoginCreated,
        @Range(from = 0) @Nullable Integer testMachinesProvided,
        @Range(from = 0) @Nullable Integer testEndpointsProvided) implements Fact {

    /**
     * Checks and copies the components.
     *
     * @throws BadFactException if a number is out of range
     */
    public Customer {
        Check.of("customer").notNegative("testMachinesProvided", testMachinesProvided)
                .notNegative("testEndpointsProvided", testEndpointsProvided).done();
    }

    /** Starts a builder in which every component is unknown. */
    public static CustomerBuilder builder() {
        return CustomerBuilder.builder();
    }
}
