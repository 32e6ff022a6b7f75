package org.supportpolicy.author;

/**
 * What a word of a working copy stands for, by names, so that the same thing is equal wherever it is named.
 *
 * @param kind what kind of thing it is
 * @param owner what it belongs to: of a component its record, of a constant its class, of a variable the rule; else empty
 * @param name its name
 */
record Subject(Kind kind, String owner, String name) {

    enum Kind { CLAUSE, READING, TYPE, COMPONENT, CONSTANT, FUNCTION, VARIABLE, RULE, SCENARIO, KEY }

    static Subject clause(String id) {
        return new Subject(Kind.CLAUSE, "", id);
    }

    static Subject reading(String id) {
        return new Subject(Kind.READING, "", id);
    }

    /** A fact, finding, part or choice. */
    static Subject type(String name) {
        return new Subject(Kind.TYPE, "", name);
    }

    /** A component of a record, or what else can be asked of it. */
    static Subject component(String record, String name) {
        return new Subject(Kind.COMPONENT, record, name);
    }

    static Subject constant(String type, String name) {
        return new Subject(Kind.CONSTANT, type, name);
    }

    static Subject function(String name) {
        return new Subject(Kind.FUNCTION, "", name);
    }

    /** @param rule tells the rule from all others */
    static Subject variable(String rule, String name) {
        return new Subject(Kind.VARIABLE, rule, name);
    }

    static Subject rule(String name) {
        return new Subject(Kind.RULE, "", name);
    }

    /** The title of a scenario in a file. */
    static Subject scenario(String file, String title) {
        return new Subject(Kind.SCENARIO, file, title);
    }

    /**
     * A key of a document that stands for nothing that rules know.
     *
     * @param said what it is, as the schema of the document says it
     */
    static Subject key(String said, String name) {
        return new Subject(Kind.KEY, said, name);
    }
}
