package org.supportpolicy.fact;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Access of support to the customer's server.
 *
 * @param wanted whether the customer wants help through access to the server
 * @param requested whether support asked for access
 * @param purpose what the access is for
 * @param granted whether the customer granted it
 * @param occurred whether support entered the server
 * @param logged whether the entry was logged
 * @param logHasUserName whether the log names the user
 * @param logHasTime whether the log gives the time
 */
@RecordBuilder
@AbsentMeansNone
public record ServerAccess(
        @Nullable Boolean wanted,
        @Nullable Boolean requested,
        @Nullable AccessPurpose purpose,
        @Nullable Boolean granted,
        @Nullable Boolean occurred,
        @Nullable Boolean logged,
        @Nullable Boolean logHasUserName,
        @Nullable Boolean logHasTime) implements Fact {

    /** Starts a builder in which every component is unknown. */
    public static ServerAccessBuilder builder() {
        return ServerAccessBuilder.builder();
    }
}
