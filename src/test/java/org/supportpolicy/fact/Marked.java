package org.supportpolicy.fact;

/** Leaves a mark when it is so much as loaded; no rule may bring that about. */
public final class Marked {

    public static final String MARK = "supportpolicy.marked";

    static {
        System.setProperty(MARK, "by a rule file");
    }

    private Marked() {}

    public static boolean leave() {
        return true;
    }
}
