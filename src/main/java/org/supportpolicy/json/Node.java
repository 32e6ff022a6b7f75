package org.supportpolicy.json;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.Problem;
import org.supportpolicy.fact.Limits;
import org.supportpolicy.internal.words.ProblemTexts;

/** A value that was read. It knows its token, whose place in the text is looked up when there is a problem. */
sealed interface Node {

    /** The number of the token with which the value begins, from 0. */
    int token();

    /** What kind of value it is, in words. */
    Problem.Said kind();

    /** The value as a problem quotes it: a text, or one that differs by language. */
    default Object quoted() {
        return kind();
    }

    /** An object: its members in the order in which they stand, a key that stands twice included. */
    record Members(int token, List<Member> members) implements Node {

        private static final int FEW = 20;

        /** Whether a key stands twice. */
        boolean repeats() {
            if (members.size() > FEW) {
                return members.stream().map(Member::key).distinct().count() < members.size();
            }
            for (int i = 1; i < members.size(); i++) {
                for (int j = 0; j < i; j++) {
                    if (members.get(i).key().equals(members.get(j).key())) {
                        return true;
                    }
                }
            }
            return false;
        }

        /** The value of a key where it first stands, or null. */
        @Nullable Node get(String key) {
            for (Member member : members) {
                if (member.key().equals(key)) {
                    return member.value();
                }
            }
            return null;
        }

        @Override
        public Problem.Said kind() {
            return ProblemTexts.said("object");
        }
    }

    /** A key and its value. */
    record Member(String key, int token, Node value) {}

    /** An array. */
    record Items(int token, List<Node> items) implements Node {
        @Override
        public Problem.Said kind() {
            return ProblemTexts.said("array");
        }
    }

    /** A text. */
    record Text(int token, String value) implements Node {
        @Override
        public Problem.Said kind() {
            return ProblemTexts.said("text");
        }

        @Override
        public String quoted() {
            return Limits.quoted(value);
        }
    }

    /** A number, as it was written. */
    record Number(int token, String value) implements Node {
        @Override
        public Problem.Said kind() {
            return ProblemTexts.said("number");
        }

        @Override
        public String quoted() {
            return Limits.quoted(value);
        }
    }

    /** True or false. */
    record Truth(int token, boolean value) implements Node {
        @Override
        public Problem.Said kind() {
            return ProblemTexts.said("truth");
        }

        @Override
        public String quoted() {
            return String.valueOf(value);
        }
    }

    /** Nothing: the value is unknown. */
    record Nothing(int token) implements Node {
        @Override
        public Problem.Said kind() {
            return ProblemTexts.said("nothing");
        }

        @Override
        public String quoted() {
            return "null";
        }
    }
}
