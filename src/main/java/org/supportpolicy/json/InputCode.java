package org.supportpolicy.json;

/** The codes of problems with input. */
final class InputCode {

    /** The text is not JSON. */
    static final String MALFORMED = "SP-I001";
    /** A key has no meaning here. */
    static final String UNKNOWN_KEY = "SP-I002";
    /** A key stands twice in one object. */
    static final String DUPLICATE_KEY = "SP-I003";
    /** A value is of the wrong type, or cannot be read as what it must be. */
    static final String WRONG_TYPE = "SP-I004";
    /** A text is none of the constants that are allowed. */
    static final String UNKNOWN_CONSTANT = "SP-I005";
    /** A value is impossible. */
    static final String IMPOSSIBLE = "SP-I006";
    /** A value that must be given is missing. */
    static final String MISSING = "SP-I007";
    /** The input cannot be read at all. */
    static final String UNREADABLE = "SP-I008";

    private InputCode() {}
}
