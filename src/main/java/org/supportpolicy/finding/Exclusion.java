package org.supportpolicy.finding;

/** An exclusion of the additional terms, (a) to (g), whose causal link is established. */
public enum Exclusion implements Finding {
    A, B, C, D, E, F, G;

    /** The letter of the exclusion, in lower case. */
    public String letter() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
