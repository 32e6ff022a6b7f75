package org.supportpolicy.finding;

/** The request lies outside what support covers. */
public record OutOfScope() implements Finding {}
