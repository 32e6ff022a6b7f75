package org.supportpolicy.finding;

/** Whether a superseded version has a guaranteed period cannot be told yet. */
public record UndecidedGuarantee() implements Finding {}
