package org.supportpolicy.finding;

/** Support asked for contacts for continuous work and the customer designated none. */
public record UndesignatedContacts() implements Finding {}
