package org.supportpolicy.json;

import java.util.List;

/** A value that was read, with the place where it stands. Lines and columns count from 1. */
sealed interface Node {

    /** The line on which the value begins. */
    int line();

    /** The column at which it begins. */
    int column();

    /** The value as a problem quotes it. */
    String quoted();

    /** An object: its members in the order in which they stand, a key that stands twice included. */
    record Members(int line, int column, List<Member> members) implements Node {
        @Override
        public String quoted() {
            return "an object";
        }
    }

    /** A key and its value. */
    record Member(String key, int line, int column, Node value) {}

    /** An array. */
    record Items(int line, int column, List<Node> items) implements Node {
        @Override
        public String quoted() {
            return "an array";
        }
    }

    /** A text. */
    record Text(int line, int column, String value) implements Node {
        @Override
        public String quoted() {
            return value;
        }
    }

    /** A number, as it was written. */
    record Number(int line, int column, String value) implements Node {
        @Override
        public String quoted() {
            return value;
        }
    }

    /** True or false. */
    record Truth(int line, int column, boolean value) implements Node {
        @Override
        public String quoted() {
            return String.valueOf(value);
        }
    }

    /** Nothing: the value is unknown. */
    record Nothing(int line, int column) implements Node {
        @Override
        public String quoted() {
            return "null";
        }
    }
}
