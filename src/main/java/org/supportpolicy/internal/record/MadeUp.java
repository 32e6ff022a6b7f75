package org.supportpolicy.internal.record;

/** Names that no fact has and that stand for one when other facts are tried. */
public final class MadeUp {

    /** A version of which the product has none. */
    public static final String NO_VERSION = "none of them";
    /** A version that comes after those there are. */
    public static final String NEXT_VERSION = "N+1";

    private MadeUp() {}
}
