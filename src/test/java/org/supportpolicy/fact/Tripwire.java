package org.supportpolicy.fact;

/** What attacks name: a class that leaves a mark as soon as any of it is run. No rule may speak of it. */
public final class Tripwire {

    /** The system property that is the mark. */
    public static final String MARK = "supportpolicy.tripped";

    /** What is run when the class is. */
    public static final String CONSTANT = System.setProperty(MARK, "true") + "";

    private Tripwire() {}

    /** Leaves the mark. */
    public static boolean trip() {
        System.setProperty(MARK, "true");
        return true;
    }
}
