package org.supportpolicy.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads expressions from a stretch of a rule file. Not thread-safe. */
final class ExpressionReader {

    private static final Pattern TOKEN = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|\\$?[A-Za-z_]\\w*|\\d+|[<>=!]=|&&|\\|\\||\\S");
    private static final Set<String> OPERATORS = Set.of("==", "!=", "<", ">", "<=", ">=", "contains", "memberOf");

    private final List<String> tokens = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();
    private int next;

    /**
     * Reads what stands between two offsets of a text, comments blanked out.
     *
     * @throws Unreadable when it says something else than an expression
     */
    private ExpressionReader(String text, int from, int to) {
        Matcher matcher = TOKEN.matcher(text).region(from, to);
        while (matcher.find()) {
            tokens.add(matcher.group());
            starts.add(matcher.start());
        }
    }

    /** Says that a text is none of the expressions this reader knows; Drools may know it still. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message, null, false, false);
        }
    }

    static Expression read(String text, int from, int to) {
        ExpressionReader reader = new ExpressionReader(text, from, to);
        Expression expression = reader.any();
        if (reader.next < reader.tokens.size()) {
            throw new Unreadable("unexpected " + reader.tokens.get(reader.next));
        }
        return expression;
    }

    private Expression any() {
        List<Expression> parts = new ArrayList<>(List.of(all()));
        while (take("||")) {
            parts.add(all());
        }
        return parts.size() == 1 ? parts.get(0) : new Expression.Any(parts.get(0).start(), end(), parts);
    }

    private Expression all() {
        List<Expression> parts = new ArrayList<>(List.of(comparison()));
        while (take("&&")) {
            parts.add(comparison());
        }
        return parts.size() == 1 ? parts.get(0) : new Expression.All(parts.get(0).start(), end(), parts);
    }

    private Expression comparison() {
        Expression left = single();
        if (next < tokens.size() && OPERATORS.contains(tokens.get(next))) {
            int at = starts.get(next);
            String operator = tokens.get(next++);
            Expression right = single();
            return new Expression.Comparison(left.start(), end(), left, operator, at, right);
        }
        return left;
    }

    private Expression single() {
        int start = next < starts.size() ? starts.get(next) : -1;
        if (take("!")) {
            Expression negated = single();
            return new Expression.Not(start, end(), negated);
        }
        if (take("(")) {
            Expression inner = any();
            expect(")");
            return inner;
        }
        if (take("new")) {
            String type = name();
            List<Expression> arguments = arguments();
            return new Expression.Made(start, end(), type, arguments == null ? List.of() : arguments);
        }
        Expression literal = literal();
        return literal != null ? literal : path();
    }

    private @Nullable Expression literal() {
        if (next >= tokens.size()) {
            throw new Unreadable("it ends too early");
        }
        String token = tokens.get(next);
        int start = starts.get(next);
        int end = start + token.length();
        Object value;
        if (token.startsWith("\"")) {
            value = token.substring(1, token.length() - 1);
        } else if (Character.isDigit(token.charAt(0)) && token.length() < 10) {
            value = Integer.valueOf(token);
        } else if (token.equals("true") || token.equals("false")) {
            value = Boolean.valueOf(token);
        } else if (token.equals("null")) {
            value = null;
        } else {
            return null;
        }
        next++;
        return new Expression.Literal(start, end, value);
    }

    private Expression path() {
        int start = starts.get(next);
        List<Expression.Step> steps = new ArrayList<>();
        do {
            String name = name();
            steps.add(new Expression.Step(name, arguments()));
        } while (take("."));
        return new Expression.Path(start, end(), steps);
    }

    private @Nullable List<Expression> arguments() {
        if (!take("(")) {
            return null;
        }
        List<Expression> arguments = new ArrayList<>();
        if (!take(")")) {
            do {
                arguments.add(any());
            } while (take(","));
            expect(")");
        }
        return arguments;
    }

    private String name() {
        if (next >= tokens.size() || !Character.isJavaIdentifierStart(tokens.get(next).charAt(0))) {
            throw new Unreadable("a name is missing");
        }
        return tokens.get(next++);
    }

    private boolean take(String token) {
        if (next < tokens.size() && tokens.get(next).equals(token)) {
            next++;
            return true;
        }
        return false;
    }

    private void expect(String token) {
        if (!take(token)) {
            throw new Unreadable(token + " is missing");
        }
    }

    private int end() {
        return starts.get(next - 1) + tokens.get(next - 1).length();
    }
}
