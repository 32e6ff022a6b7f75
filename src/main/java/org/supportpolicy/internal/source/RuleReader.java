package org.supportpolicy.internal.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.Problem;
import org.supportpolicy.internal.source.Cursor.Unreadable;
import org.supportpolicy.internal.source.RuleBook.Import;
import org.supportpolicy.internal.source.RuleText.Annotation;
import org.supportpolicy.internal.source.Token.Kind;

/**
 * The one reader of rule files. It knows the part of DRL in which a policy is written and nothing else:
 *
 * <pre>
 * file       = [ "package" names ] { "import" [ "static" ] names } { rule }
 * rule       = "rule" text { "@" name "(" text ")" } "when" conditions "then" "conclude" "(" "kcontext" "," single ")" ";" "end"
 * conditions = group { group }
 * group      = both { "or" both }
 * both       = condition { "and" condition }
 * condition  = ( "not" | "exists" ) condition | "forall" "(" pattern { pattern } ")" | "(" group ")" | pattern
 * pattern    = [ variable ":" ] name "(" [ constraint { "," constraint } ] ")"
 * constraint = [ variable ":" ] any
 * </pre>
 *
 * <p>{@link ExpressionReader} has the rest. Whatever is written otherwise is a problem at its place, and reading goes on behind it.
 */
public final class RuleReader {

    private static final Set<String> SCHEDULING = Set.of("salience", "no", "lock", "agenda", "ruleflow", "activation", "auto", "date",
            "enabled",
            "timer", "duration", "calendars", "refract", "direct", "dialect", "extends");
    private static final Set<String> ELSEWHERE = Set.of("function", "global", "declare", "query", "unit", "expander", "eval", "accumulate",
            "acc", "collect",
            "groupby", "from", "over", "modify", "update", "insert", "delete", "retract", "break", "do", "dialect", "entry");

    private final Source source;
    private final Cursor cursor;
    private final ExpressionReader expressions;
    private boolean whole;
    private int conditions;

    private RuleReader(Source source) {
        this.source = source;
        this.cursor = new Cursor(source);
        this.expressions = new ExpressionReader(cursor);
    }

    /** Reads a file; what is wrong with it is added to its problems. */
    public static RuleBook read(Source source) {
        return new RuleReader(source).file();
    }

    private RuleBook file() {
        Name section = null;
        List<Import> imports = new ArrayList<>();
        List<RuleText> rules = new ArrayList<>();
        boolean all = true;
        while (!cursor.atEnd()) {
            int before = cursor.peek().start();
            try {
                if (cursor.at("rule")) {
                    rules.add(rule());
                } else if (cursor.took("package")) {
                    section = new Import(cursor.names(), false).simple();
                    cursor.took(";");
                } else if (cursor.took("import")) {
                    boolean isStatic = cursor.took("static");
                    if (refuseBanned(cursor.peek())) { // function, accumulate
                        throw cursor.refuse(cursor.peek().start(), banned(cursor.peek()));
                    }
                    imports.add(new Import(cursor.names(), isStatic));
                    cursor.took(";");
                } else {
                    throw refuseBanned(cursor.peek()) ? cursor.refuse(before, banned(cursor.peek())) : cursor.unexpected("rule");
                }
            } catch (Unreadable e) {
                all = false;
                nextRule(before);
            }
        }
        if (section == null && source.isSound()) {
            source.add(0, Problem.of("SP-R027"));
        } else if (rules.isEmpty() && source.isSound()) {
            source.add(0, Problem.of("SP-R027.rules"));
        }
        return new RuleBook(source, section, List.copyOf(imports), List.copyOf(rules), all);
    }

    /** Goes to where the next rule or import begins. */
    private void nextRule(int from) {
        cursor.surface(0);
        if (cursor.peek().start() == from) {
            cursor.take();
        }
        while (!atNextRule() && !(cursor.startsLine() && (cursor.at("rule") || cursor.at("import")))) {
            cursor.take();
        }
    }

    // ---- a rule

    /** What can be read of a rule. */
    private RuleText rule() {
        int start = cursor.take().start();
        whole = true;
        conditions = 0;
        Name name = ruleName(start);
        List<Annotation> annotations = new ArrayList<>();
        List<Condition> elements = new ArrayList<>();
        int when = cursor.peek().start();
        Expression then = null;
        try {
            annotations(annotations);
            when = cursor.take().start();
            elements(elements);
            if (elements.isEmpty() && whole) {
                throw cursor.refuse(when, Problem.of("SP-R054"));
            }
            then();
            then = consequence();
        } catch (Unreadable e) {
            whole = false;
            nextRule(start);
        }
        return new RuleText(name, List.copyOf(annotations), new Condition.And(when, cursor.end(), List.copyOf(elements)), then, start,
                cursor.end(), whole);
    }

    /** Up to the word {@code when}. */
    private void annotations(List<Annotation> annotations) throws Unreadable {
        while (!cursor.at("when")) {
            if (cursor.took("@")) {
                annotations.add(annotation());
            } else if (refuseBanned(cursor.peek())) {
                skipAttribute();
            } else {
                boolean missing = cursor.atEnd() || cursor.at("rule") || cursor.at("then") || atPattern();
                throw missing ? cursor.refuse(cursor.end(), Problem.of("SP-R026.when")) : cursor.unexpected("(when)");
            }
        }
    }

    private void elements(List<Condition> elements) {
        while (!atConsequence()) {
            try {
                elements.add(group());
            } catch (Unreadable e) {
                whole = false;
                nextElement();
            }
        }
    }

    /** Takes the word {@code then}, or what was written for it. */
    private void then() throws Unreadable {
        if (cursor.took("then")) {
            return;
        }
        boolean misspelt = !cursor.at("conclude") && cursor.second().is("conclude");
        Unreadable missing = cursor.refuse(misspelt ? cursor.peek().start() : cursor.end(), Problem.of("SP-R026.then"));
        if (misspelt) {
            cursor.take();
        }
        if (!cursor.at("conclude")) {
            throw missing;
        }
        whole = false;
    }

    /** Whether the conditions are over, be it that {@code then} is missing or misspelt. */
    private boolean atConsequence() {
        return cursor.at("then") || cursor.at("end") || cursor.at("conclude") || cursor.second().is("conclude") || atNextRule();
    }

    private boolean atPattern() {
        return cursor.peek().kind() == Kind.WORD && Character.isUpperCase(cursor.peek().text().charAt(0)) && cursor.second().is("(");
    }

    private boolean atNextRule() {
        return cursor.atEnd() || cursor.at("rule") && cursor.second().kind() == Kind.TEXT;
    }

    private Name ruleName(int start) {
        Token name = cursor.peek();
        if (name.kind() != Kind.TEXT && name.kind() != Kind.BROKEN) {
            source.add(start, Problem.of("SP-R035", name.text()));
            while (!cursor.at("@") && !cursor.at("when") && !cursor.atEnd() && !cursor.startsLine()) {
                cursor.take();
            }
            return new Name(name.text(), name.start());
        }
        cursor.take();
        if (name.text().isBlank()) {
            source.add(name.start(), Problem.of("SP-R035.blank"));
        }
        return new Name(name.text(), name.start());
    }

    private Annotation annotation() throws Unreadable {
        Name name = cursor.name("name");
        Token value = cursor.second();
        cursor.expect("(");
        if (value.kind() == Kind.BROKEN) {
            throw cursor.unexpected("parenthesis");
        } else if (value.kind() != Kind.TEXT) {
            source.add(value.start(), Problem.of("SP-R031", name.text(), value.is(")") ? "" : value.text()));
            while (!cursor.at(")") && !cursor.at("when") && !atNextRule()) {
                cursor.take();
            }
            cursor.expect(")");
            return new Annotation(name, new Name("", value.start()));
        }
        cursor.take();
        cursor.expect(")");
        return new Annotation(name, new Name(value.text(), value.start() + 1));
    }

    private boolean refuseBanned(Token word) {
        return word.kind() == Kind.WORD && (SCHEDULING.contains(word.text()) || ELSEWHERE.contains(word.text()));
    }

    /** What is said of a word of Drools that a policy has no use for; of one with a hyphen, all of it is quoted. */
    private Problem banned(Token word) {
        String text = source.text();
        int end = word.end();
        while (end < text.length() && (text.charAt(end) == '-' || Character.isLetter(text.charAt(end)))) {
            end++;
        }
        return word.is("declare") ? Problem.of("SP-D002", FactBook.FILE)
                : Problem.of(SCHEDULING.contains(word.text()) ? "SP-R050" : "SP-R050.more", text.substring(word.start(), end));
    }

    private void skipAttribute() {
        source.add(cursor.peek().start(), banned(cursor.peek()));
        whole = false;
        while (!cursor.at("@") && !cursor.at("when") && !atNextRule()) {
            cursor.take();
        }
    }

    // ---- conditions

    /** Goes to where the next condition can begin. */
    private void nextElement() {
        cursor.surface(0);
        boolean moved = false;
        while (!atConsequence() && !(moved && cursor.startsLine() && conditions <= Limits.CONDITIONS)) {
            cursor.take();
            moved = true;
        }
    }

    private Condition group() throws Unreadable {
        List<Condition> parts = new ArrayList<>();
        do {
            parts.add(both());
        } while (cursor.took("or"));
        return parts.size() == 1 ? parts.get(0) : new Condition.Or(parts.get(0).start(), cursor.end(), List.copyOf(parts));
    }

    private Condition both() throws Unreadable {
        List<Condition> parts = new ArrayList<>();
        do {
            parts.add(condition());
        } while (cursor.took("and"));
        return parts.size() == 1 ? parts.get(0) : new Condition.And(parts.get(0).start(), cursor.end(), List.copyOf(parts));
    }

    private Condition condition() throws Unreadable {
        Token first = cursor.peek();
        count();
        cursor.enter();
        Condition read;
        if (cursor.took("not")) {
            Condition negated = condition();
            read = new Condition.Not(first.start(), cursor.end(), negated);
        } else if (cursor.took("exists")) {
            Condition wanted = condition();
            read = new Condition.Exists(first.start(), cursor.end(), wanted);
        } else if (cursor.took("forall")) {
            read = forall(first);
        } else if (cursor.took("(")) {
            read = group();
            if (!cursor.at(")")) {
                throw cursor.unexpected("group");
            }
            cursor.take();
        } else {
            read = pattern();
        }
        cursor.leave();
        return read;
    }

    private void count() throws Unreadable {
        if (++conditions > Limits.CONDITIONS) {
            throw cursor.refuse(cursor.peek().start(), Problem.of("SP-R025.conditions", Limits.CONDITIONS));
        }
    }

    private Condition forall(Token first) throws Unreadable {
        cursor.expect("(");
        List<Condition> parts = new ArrayList<>();
        do {
            count();
            parts.add(pattern());
        } while (!cursor.at(")"));
        cursor.expect(")");
        return new Condition.Forall(first.start(), cursor.end(), List.copyOf(parts));
    }

    private Condition.Pattern pattern() throws Unreadable {
        Token first = cursor.peek();
        Name variable = null;
        if (first.isVariable() || first.kind() == Kind.WORD && cursor.second().is(":")) {
            variable = cursor.name("pattern");
            cursor.expect(":");
        }
        Token type = cursor.peek();
        if (refuseBanned(type) && !cursor.second().is(".")) {
            throw cursor.refuse(type.start(), type.text().startsWith("acc") || type.is("eval") ? Problem.of("SP-R053", type.text())
                    : banned(type));
        }
        if (type.kind() != Kind.WORD || !Character.isUpperCase(type.text().charAt(0))) {
            throw type.is("&&") || type.is("||") ? cursor.refuse(type.start(), Problem.of("SP-R055", type.text())
                    .maybe(type.is("&&") ? "and" : "or"))
                    : cursor.unexpected("pattern");
        }
        Name name = cursor.name("pattern");
        cursor.expect("(");
        List<Condition.Constraint> constraints = new ArrayList<>();
        while (!cursor.at(")")) {
            if (constraints.size() == Limits.CONSTRAINTS) {
                throw cursor.refuse(cursor.peek().start(), Problem.of("SP-R025.constraints", Limits.CONSTRAINTS));
            }
            int open = cursor.open();
            int depth = cursor.depth();
            try {
                constraints.add(constraint());
            } catch (Unreadable e) {
                whole = false;
                cursor.surface(depth);
                nextConstraint(open);
            }
            if (cursor.took(",") && cursor.at(")")) {
                throw cursor.unexpected("constraint");
            }
        }
        cursor.take();
        if (cursor.at("from") || cursor.at("over")) {
            throw cursor.refuse(cursor.peek().start(), banned(cursor.peek()));
        }
        return new Condition.Pattern(first.start(), cursor.end(), variable, name, List.copyOf(constraints));
    }

    private Condition.Constraint constraint() throws Unreadable {
        int start = cursor.peek().start();
        Name variable = null;
        if (cursor.peek().kind() == Kind.WORD && cursor.second().is(":")) {
            variable = cursor.name("constraint");
            cursor.take();
        }
        Expression said = expressions.any();
        if (!cursor.at(")") && !cursor.at(",")) {
            throw cursor.unexpected("comma");
        }
        return new Condition.Constraint(start, cursor.end(), variable, said);
    }

    /** Goes to the end of a constraint that cannot be read. */
    private void nextConstraint(int open) throws Unreadable {
        while (cursor.open() > open || !cursor.at(",") && !cursor.at(")")) {
            if (atConsequence()) {
                throw new Unreadable(); // it has been said
            }
            cursor.take();
        }
    }

    // ---- the consequence

    private @Nullable Expression consequence() {
        Token first = cursor.peek();
        Expression said = null;
        try {
            if (cursor.at("[")) {
                throw cursor.refuse(first.start(), Problem.of("SP-R051.named"));
            }
            if (!first.is("conclude")) {
                throw cursor.refuse(first.start(), Problem.of(first.is("end") || atNextRule() ? "SP-R051.empty" : "SP-R051"));
            }
            cursor.take();
            cursor.expect("(");
            cursor.expect("kcontext");
            cursor.expect(",");
            Expression concluded = expressions.any();
            cursor.expect(")");
            cursor.expect(";");
            if (!(concluded instanceof Expression.Made) && !isNamed(concluded)) {
                throw cursor.refuse(first.start(), Problem.of("SP-R051"));
            }
            said = concluded;
            if (!cursor.at("end")) {
                throw atNextRule() ? cursor.refuse(cursor.end(), Problem.of("SP-R026.end"))
                        : cursor.refuse(cursor.peek().start(), Problem.of("SP-R051.more"));
            }
        } catch (Unreadable e) {
            whole = false;
            cursor.surface(0);
            while (!cursor.at("end") && !atNextRule()) {
                cursor.take();
            }
        }
        cursor.took("end");
        return said;
    }

    /** Whether it begins with the name of a class. */
    private static boolean isNamed(Expression said) {
        return said instanceof Expression.Path path && Character.isUpperCase(path.steps().get(0).name().text().charAt(0));
    }
}
