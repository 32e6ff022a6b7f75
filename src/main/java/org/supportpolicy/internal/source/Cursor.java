package org.supportpolicy.internal.source;

import java.util.List;
import java.util.Set;
import org.supportpolicy.Problem;
import org.supportpolicy.internal.source.Token.Kind;
import org.supportpolicy.internal.words.ProblemTexts;

/** Goes through the tokens of a file, and says where they are not what must follow. Not thread-safe. */
final class Cursor {

    /** What is missing before these is missing on the line before. */
    private static final Set<String> NEXT_PARTS = Set.of("when", "then", "end", "rule", "import");

    private final Source source;
    private final List<Token> tokens;
    private int next;
    private int depth;
    private int open;

    Cursor(Source source) {
        this.source = source;
        this.tokens = Lexer.read(source);
    }

    /** Says that a piece of a rule cannot be read; what is wrong with it has been said. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable() {
            super(null, null, false, false);
        }
    }

    Token peek() {
        return tokens.get(next);
    }

    /** The token after the next. */
    Token second() {
        return tokens.get(Math.min(next + 1, tokens.size() - 1));
    }

    Token take() {
        Token token = peek();
        next += token.kind() == Kind.END ? 0 : 1;
        open += token.is("(") ? 1 : token.is(")") ? -1 : 0;
        return token;
    }

    boolean at(String word) {
        return peek().is(word);
    }

    boolean atEnd() {
        return peek().kind() == Kind.END;
    }

    /** Takes a word or sign when it comes next. */
    boolean took(String word) {
        if (at(word)) {
            take();
            return true;
        }
        return false;
    }

    /** Takes a word or sign that must come next. */
    Token expect(String word) throws Unreadable {
        if (!at(word)) {
            throw unexpected(word.equals("(") ? "open" : word.equals(")") ? "parenthesis" : '(' + word + ')');
        }
        return take();
    }

    /** Takes a word that names something. */
    Name name(String expected) throws Unreadable {
        if (peek().kind() != Kind.WORD) {
            throw unexpected(expected);
        }
        Token word = take();
        return new Name(word.text(), word.start());
    }

    /** Names joined by dots; {@code *} is taken too, so that it can be refused by name. */
    Name names() throws Unreadable {
        int start = peek().start();
        if (at("import") || at("rule")) {
            throw unexpected("name");
        }
        do {
            if (!took("*")) {
                name("name");
            }
        } while (took("."));
        return new Name(source.condensed(start, end()).replace(" ", ""), start);
    }

    /** How many parentheses were taken that are not closed. */
    int open() {
        return open;
    }

    /** Where what was taken last ends. */
    int end() {
        return next == 0 ? 0 : tokens.get(next - 1).end();
    }

    /** Whether the next token is the first on its line. */
    boolean startsLine() {
        return next == 0 || source.lineOf(tokens.get(next - 1).start()) < source.lineOf(peek().start());
    }

    /** Goes a level deeper. */
    void enter() throws Unreadable {
        if (++depth > Limits.DEPTH) {
            throw refuse(peek().start(), Problem.of("SP-R025.depth", Limits.DEPTH));
        }
    }

    void leave() {
        depth--;
    }

    /** How deep it is. */
    int depth() {
        return depth;
    }

    /** Goes on as deep as it was. */
    void surface(int former) {
        depth = former;
    }

    /** Says that something else must come next, by a key of the catalogue or by itself; nothing of what is broken. */
    Unreadable unexpected(String expected) {
        if (peek().kind() == Kind.BROKEN || next > 0 && tokens.get(next - 1).kind() == Kind.BROKEN) {
            return new Unreadable();
        }
        Object said = expected.startsWith("(") ? expected : ProblemTexts.said("expect." + expected);
        boolean nextPart = startsLine() && NEXT_PARTS.contains(peek().text());
        return atEnd() ? refuse(end(), Problem.of("SP-R020.end", said))
                : refuse(nextPart ? end() : peek().start(), Problem.of("SP-R020", said, peek().quoted()));
    }

    /** Says what is wrong. */
    Unreadable refuse(int offset, Problem problem) {
        source.add(offset, problem);
        return new Unreadable();
    }
}
