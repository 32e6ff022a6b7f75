package org.supportpolicy.internal.source;

/** How large a policy and its scenarios may be: far more than any needs, and little enough to be read and checked in a moment. */
public final class Limits {

    /** Files of one kind in a policy. */
    public static final int FILES = 200;
    /** Characters in a file. */
    public static final int FILE = 1_000_000;
    /** Characters in all rule files of a policy. */
    public static final int POLICY = 10_000_000;
    /** Rules in a policy. */
    public static final int RULES = 5_000;
    /** Characters in a text, such as the name of a rule. */
    public static final int TEXT = 500;
    /** Parentheses within each other. */
    public static final int DEPTH = 12;
    /** Conditions of a rule, patterns and groups taken together. */
    public static final int CONDITIONS = 40;
    /** Constraints of a pattern; also what is joined by {@code &&}, {@code ||} or commas. */
    public static final int CONSTRAINTS = 60;
    /** Problems said of one file. */
    public static final int PROBLEMS = 200;

    /** Files in a suite of scenarios. */
    public static final int SCENARIO_FILES = 1_000;
    /** Bytes in a file of scenarios. */
    public static final int SCENARIO_FILE = 1 << 20;
    /** Scenarios in a suite, each row of a table being one. */
    public static final int SCENARIOS = 10_000;

    private Limits() {}
}
