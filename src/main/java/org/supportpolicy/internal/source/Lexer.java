package org.supportpolicy.internal.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.supportpolicy.Problem;
import org.supportpolicy.internal.source.Token.Kind;
import org.supportpolicy.internal.words.Quoted;

/** Takes a rule file apart into words, texts, numbers and signs; comments and spaces stay behind. Not thread-safe. */
final class Lexer {

    /** Signs of two characters; those that rules do not know are here so that they can be named. */
    private static final List<String> PAIRS = List.of("==", "!=", "<=", ">=", "&&", "||", "=>", "<>", "=<", "!.");
    private static final String QUOTES = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2018\u2019\u201a\u2032\u2033\u0060\u00b4";

    private final Source source;
    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    /** What was said before: a long file says much of it again and again. */
    private final Map<String, String> same = new HashMap<>();
    private int at;

    private Lexer(Source source) {
        this.source = source;
        this.text = source.text();
    }

    /** The tokens of a file, the last of them its end; what is no token is a problem. */
    static List<Token> read(Source source) {
        Lexer lexer = new Lexer(source);
        while (lexer.at < lexer.text.length()) {
            lexer.next();
        }
        lexer.tokens.add(new Token(Kind.END, "", lexer.text.length(), lexer.text.length()));
        return lexer.tokens;
    }

    private void next() {
        char c = text.charAt(at);
        if (c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f') {
            at++;
        } else if (text.startsWith("//", at)) {
            int end = text.indexOf('\n', at);
            comment(end < 0 ? text.length() : end);
        } else if (text.startsWith("/*", at)) {
            int end = text.indexOf("*/", at + 2);
            if (end < 0) {
                source.add(at, Problem.of("SP-R024.comment"));
            }
            comment(end < 0 ? text.length() : end + 2);
        } else if (c == '"') {
            quoted();
        } else if (isLetter(c)) {
            int end = at + 1;
            while (end < text.length() && (isLetter(text.charAt(end)) || isDigit(text.charAt(end)))) {
                end++;
            }
            add(Kind.WORD, end);
        } else if (isDigit(c)) {
            add(Kind.NUMBER, endOfNumber());
        } else if (at + 1 < text.length() && PAIRS.contains(text.substring(at, at + 2))) {
            add(Kind.SIGN, at + 2);
        } else if (c > ' ' && c < 0x7f && c != '\'' && c != '`' && c != '\\') {
            add(Kind.SIGN, at + 1);
        } else {
            foreign(c);
        }
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == '$';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private void add(Kind kind, int end) {
        tokens.add(new Token(kind, same.computeIfAbsent(text.substring(at, end), said -> said), at, end));
        at = end;
    }

    /** Letters and fractions are taken for a part of a number, so that it can be refused as a whole where it is read. */
    private int endOfNumber() {
        int end = at;
        while (end < text.length() && (isDigit(text.charAt(end)) || isLetter(text.charAt(end))
                || text.charAt(end) == '.' && end + 1 < text.length() && isDigit(text.charAt(end + 1)))) {
            end++;
        }
        return end;
    }

    /** A text ends on its line, and says what it shows: no escapes. */
    private void quoted() {
        int end = at + 1;
        boolean sound = true;
        while (end < text.length() && text.charAt(end) != '"' && !endsLine(end)) {
            if (text.charAt(end) == '\\') {
                if (sound) {
                    source.add(end, Problem.of("SP-R024.escape"));
                }
                sound = false;
                end += end + 1 < text.length() && !endsLine(end + 1) ? 1 : 0; // so that an escaped quote ends nothing
            } else if (sound && isHidden(end)) {
                source.add(end, Problem.of("SP-R024.hidden", Quoted.code(text.codePointAt(end))));
                sound = false;
            }
            end++;
        }
        boolean closed = end < text.length() && text.charAt(end) == '"';
        if (!closed) {
            source.add(at, Problem.of("SP-R024.open"));
        } else if (end - at > Limits.TEXT) {
            source.add(at, Problem.of("SP-R025.text", Limits.TEXT));
        }
        tokens.add(new Token(closed ? Kind.TEXT : Kind.BROKEN, text.substring(at + 1, end), at, closed ? end + 1 : end));
        at = closed ? end + 1 : end;
    }

    /** What a person cannot see must not hide in what is compared with it. */
    private void comment(int end) {
        for (int i = at; i < end; i++) {
            if (isHidden(i)) {
                source.add(i, Problem.of("SP-R024.hidden", Quoted.code(text.codePointAt(i))));
                break;
            }
        }
        at = end;
    }

    private boolean endsLine(int offset) {
        return text.charAt(offset) == '\n' || text.startsWith("\r\n", offset);
    }

    /** Whether a character cannot be seen; a return that ends no line makes one look like two. */
    private boolean isHidden(int offset) {
        boolean behind = offset > 0 && Character.isSurrogatePair(text.charAt(offset - 1), text.charAt(offset));
        return !behind && (Quoted.isHidden(text.codePointAt(offset)) || text.charAt(offset) == '\r' && offset + 1 < text.length()
                && !endsLine(offset));
    }

    private void foreign(char c) {
        String key = c == 0xfeff && at == 0 ? "SP-R024.bom" : c == '\'' ? "SP-R024.single" : QUOTES.indexOf(c) >= 0 ? "SP-R024.quote"
                : Character.getType(c) == Character.SPACE_SEPARATOR ? "SP-R024.space" : isHidden(at) ? "SP-R024.hidden"
                        : "SP-R024.character";
        source.add(at, Problem.of(key, key.endsWith("hidden") || key.endsWith("space") ? Quoted.code(text.codePointAt(at))
                : text.substring(at, text.offsetByCodePoints(at, 1))));
        if (c == '\'' || QUOTES.indexOf(c) >= 0) {
            text();
        } else if (key.endsWith("character")) {
            int end = at;
            while (end < text.length() && (end == at || Character.isLetterOrDigit(text.codePointAt(end)))) {
                end = text.offsetByCodePoints(end, 1);
            }
            add(Kind.BROKEN, end);
        } else {
            at = text.offsetByCodePoints(at, 1);
        }
    }

    /** Takes what stands between quotes of another kind for the text that was meant, so that nothing else is said of it. */
    private void text() {
        int end = at + 1;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '"' && text.charAt(end) != '\''
                && QUOTES.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        boolean closed = end < text.length() && text.charAt(end) != '\n';
        if (closed) {
            tokens.add(new Token(Kind.TEXT, text.substring(at + 1, end), at, end + 1));
        }
        at = closed ? end + 1 : at + 1;
    }
}
