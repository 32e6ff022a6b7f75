package org.supportpolicy.internal.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.Problem;
import org.supportpolicy.internal.source.Cursor.Unreadable;
import org.supportpolicy.internal.source.Token.Kind;

/**
 * Reads constraints and consequences.
 *
 * <pre>
 * any        = all { "||" all }
 * all        = comparison { "&amp;&amp;" comparison }
 * comparison = single [ operator single ] | single [ "not" ] "in" "(" single { "," single } ")"
 * operator   = "==" | "!=" | "&lt;" | "&lt;=" | "&gt;" | "&gt;=" | [ "not" ] "contains" | [ "not" ] "memberOf"
 * single     = "!" single | "(" any ")" | "new" name arguments | literal | path
 * path       = name [ arguments ] { "." name [ arguments ] }
 * arguments  = "(" [ single { "," single } ] ")"
 * literal    = text | [ "-" ] number | "true" | "false" | "null"
 * </pre>
 */
final class ExpressionReader {

    private static final Set<String> SIGNS = Set.of("==", "!=", "<", "<=", ">", ">=");
    private static final Set<String> WORDS = Set.of("contains", "memberOf", "in");
    /** What is written elsewhere, and what it is called here. */
    private static final Map<String, String> MEANT = Map.of("=", "==", "=>", ">=", "=<", "<=", "<>", "!=", "is", "==", "equals", "==",
            "and", "&&", "or", "||", "before", "<", "after", ">");
    private static final Set<String> UNKNOWN = Set.of("matches", "soundslike", "str", "coincides", "during", "includes", "excludes",
            "startsWith", "endsWith");
    private static final Pattern NUMBER = Pattern.compile("0|[1-9]\\d{0,8}");
    private static final Set<String> SUMS = Set.of("+", "-", "*", "/", "%");

    private final Cursor cursor;

    ExpressionReader(Cursor cursor) {
        this.cursor = cursor;
    }

    Expression any() throws Unreadable {
        List<Expression> parts = joined("||");
        return parts.size() == 1 ? parts.get(0) : new Expression.Any(parts.get(0).start(), cursor.end(), parts);
    }

    private Expression all() throws Unreadable {
        List<Expression> parts = joined("&&");
        return parts.size() == 1 ? parts.get(0) : new Expression.All(parts.get(0).start(), cursor.end(), parts);
    }

    private List<Expression> joined(String sign) throws Unreadable {
        List<Expression> parts = new ArrayList<>();
        do {
            if (parts.size() == Limits.CONSTRAINTS) {
                throw cursor.refuse(cursor.peek().start(), Problem.of("SP-R025.constraints", Limits.CONSTRAINTS));
            }
            parts.add(sign.equals("||") ? all() : comparison());
        } while (cursor.took(sign));
        return List.copyOf(parts);
    }

    private Expression comparison() throws Unreadable {
        Expression left = single();
        Token sign = cursor.peek();
        boolean negated = sign.is("not") && WORDS.contains(cursor.second().text());
        if (!SIGNS.contains(sign.text()) && !WORDS.contains(sign.text()) && !negated || sign.kind() == Kind.TEXT) {
            refuseOther(sign);
            return left;
        }
        cursor.take();
        Name operator = new Name(negated ? "not " + cursor.take().text() : sign.text(), sign.start());
        Expression right = operator.text().endsWith("in") ? choice() : single();
        refuseOther(cursor.peek());
        return new Expression.Comparison(left.start(), cursor.end(), left, operator, right);
    }

    /** What other languages, or Drools, would have here. */
    private void refuseOther(Token sign) throws Unreadable {
        boolean opens = sign.kind() == Kind.WORD || sign.kind() == Kind.SIGN;
        if (opens && MEANT.containsKey(sign.text())) {
            throw cursor.refuse(sign.start(), Problem.of("SP-R055", sign.text()).maybe(MEANT.get(sign.text())));
        } else if (opens && (UNKNOWN.contains(sign.text()) || sign.is("not"))) {
            throw cursor.refuse(sign.start(), Problem.of("SP-R055", sign.text()));
        } else if (opens && SUMS.contains(sign.text())) {
            throw cursor.refuse(sign.start(), Problem.of("SP-R055.sum", sign.text()));
        } else if (sign.is("!.")) {
            throw cursor.refuse(sign.start(), Problem.of("SP-R055.safe"));
        } else if (sign.kind() == Kind.SIGN && SIGNS.contains(sign.text())) {
            throw cursor.refuse(sign.start(), Problem.of("SP-R055.chain", sign.text()));
        }
    }

    private Expression choice() throws Unreadable {
        int start = cursor.expect("(").start();
        List<Expression> parts = listed();
        return new Expression.Choice(start, cursor.end(), parts);
    }

    private Expression single() throws Unreadable {
        Token first = cursor.peek();
        if (SIGNS.contains(first.text()) && first.kind() == Kind.SIGN) {
            throw cursor.refuse(first.start(), Problem.of("SP-R055.half", first.text()));
        }
        Expression single;
        if (first.is("!")) {
            cursor.enter();
            cursor.take();
            Expression negated = single();
            single = new Expression.Not(first.start(), cursor.end(), negated);
            cursor.leave();
        } else if (first.is("(")) {
            cursor.enter();
            cursor.take();
            single = any();
            cursor.expect(")");
            cursor.leave();
        } else if (first.is("new") && cursor.second().kind() == Kind.WORD) {
            cursor.take();
            Name type = cursor.name("name");
            cursor.expect("(");
            List<Expression> parts = listedOrNone();
            single = new Expression.Made(first.start(), cursor.end(), type, parts);
        } else {
            Expression literal = literal();
            single = literal != null ? literal : path();
        }
        return single;
    }

    private @Nullable Expression literal() throws Unreadable {
        Token token = cursor.peek();
        if (token.is("-") && cursor.second().kind() == Kind.NUMBER) {
            cursor.take();
            return new Expression.Literal(token.start(), cursor.peek().end(), -number(cursor.peek()));
        }
        boolean isWord = token.kind() == Kind.WORD;
        Object value;
        if (token.kind() == Kind.TEXT) {
            value = token.text();
        } else if (token.kind() == Kind.NUMBER) {
            return new Expression.Literal(token.start(), token.end(), number(token));
        } else if (isWord && (token.text().equals("true") || token.text().equals("false"))) {
            value = Boolean.valueOf(token.text());
        } else if (isWord && token.text().equals("null")) {
            value = null;
        } else {
            return null;
        }
        cursor.take();
        return new Expression.Literal(token.start(), token.end(), value);
    }

    private int number(Token said) throws Unreadable {
        if (!NUMBER.matcher(said.text()).matches()) {
            throw cursor.refuse(said.start(), Problem.of("SP-R024.number", said.text()));
        }
        return Integer.parseInt(cursor.take().text());
    }

    private Expression path() throws Unreadable {
        int start = cursor.peek().start();
        List<Expression.Step> steps = new ArrayList<>();
        do {
            Name name = cursor.name("value");
            steps.add(new Expression.Step(name, cursor.took("(") ? listedOrNone() : null));
        } while (cursor.took("."));
        if (cursor.at("[")) {
            throw cursor.unexpected("comma");
        }
        return new Expression.Path(start, cursor.end(), List.copyOf(steps));
    }

    /** What stands between parentheses of which the first was taken. */
    private List<Expression> listedOrNone() throws Unreadable {
        cursor.enter();
        List<Expression> listed = cursor.took(")") ? List.of() : listed();
        cursor.leave();
        return listed;
    }

    private List<Expression> listed() throws Unreadable {
        List<Expression> listed = new ArrayList<>();
        do {
            if (listed.size() == Limits.CONSTRAINTS) {
                throw cursor.refuse(cursor.peek().start(), Problem.of("SP-R025.constraints", Limits.CONSTRAINTS));
            }
            listed.add(single());
        } while (cursor.took(","));
        if (!cursor.at(")")) {
            refuseOther(cursor.peek());
            throw cursor.unexpected("comma");
        }
        cursor.take();
        return List.copyOf(listed);
    }
}
