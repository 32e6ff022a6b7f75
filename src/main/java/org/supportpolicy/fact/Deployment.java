package org.supportpolicy.fact;

/** Where the product runs: at the customer, or hosted by the vendor. */
public enum Deployment {
    ON_PREMISE, HOSTED
}
