package org.supportpolicy.author;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.fact.OpenValue;
import org.supportpolicy.internal.check.Member;
import org.supportpolicy.internal.check.Type;
import org.supportpolicy.internal.check.Vocabulary;
import org.supportpolicy.internal.source.Token;

/**
 * Knows of a rule file, token by token, what each stands for, and so what may stand next. It goes by what stands nearby, so that no
 * mistake elsewhere keeps it from knowing. Not thread-safe.
 */
final class RuleContext {

    private static final Set<String> COMPARES = Set.of("==", "!=", "<", "<=", ">", ">=");
    private static final Set<String> CONTAINS = Set.of("contains", "memberOf", "in", "not");

    /** The part of a file or rule. */
    enum Part { HEADER, IMPORT, ANNOTATIONS, CONDITIONS, CONSEQUENCE }

    /** What an open parenthesis belongs to. */
    private static final class Frame {
        /** The fact or finding that is looked at, or the class whose value is named; else null. */
        final @Nullable Class<?> type;
        /** What is called; null unless something is. */
        final @Nullable Member member;
        final @Nullable Type result;
        int argument;

        Frame(@Nullable Class<?> type, @Nullable Member member, @Nullable Type result) {
            this.type = type;
            this.member = member;
            this.result = result;
        }

        boolean isPattern() {
            return type != null && result == null;
        }
    }

    private final Vocabulary words;
    private final Set<String> clauses;
    private final Deque<Frame> open = new ArrayDeque<>();
    private final Map<String, @Nullable Type> variables = new LinkedHashMap<>();
    private Part part = Part.HEADER;
    private @Nullable Token before;
    private String rule = "";
    private String annotation = "";
    private @Nullable Frame called;
    private @Nullable Type path;
    private boolean isClass;
    private @Nullable Type compared;
    private @Nullable String bound;

    RuleContext(Vocabulary words, Set<String> clauses) {
        this.words = words;
        this.clauses = clauses;
    }

    /** Takes the next token, and says what it stands for; null when it stands for nothing. */
    @Nullable Subject take(Token token, Token next) {
        Subject subject = null;
        if (token.is("rule") && next.kind() != Token.Kind.WORD && next.kind() != Token.Kind.SIGN) {
            begin(Part.ANNOTATIONS);
            variables.clear();
            rule = String.valueOf(token.start());
        } else if (token.is("import") && open.isEmpty()) {
            begin(Part.IMPORT);
        } else if (part == Part.IMPORT) {
            subject = imported(token, next);
        } else if (part == Part.ANNOTATIONS) {
            subject = annotated(token);
        } else if (token.is("then") || token.is("end")) {
            begin(token.is("then") ? Part.CONSEQUENCE : Part.HEADER);
        } else if (part != Part.HEADER) {
            subject = token.kind() == Token.Kind.WORD ? word(token, next) : token.kind() == Token.Kind.TEXT ? text(token) : null;
            if (token.kind() == Token.Kind.SIGN) {
                sign(token);
            }
        }
        before = token;
        return subject;
    }

    private void begin(Part next) {
        part = next;
        open.clear();
        called = null;
        path = null;
        compared = null;
        bound = null;
        annotation = "";
    }

    private boolean isBehind(String sign) {
        return before != null && before.is(sign);
    }

    // ---- before the conditions

    private @Nullable Subject imported(Token token, Token next) {
        if (token.kind() != Token.Kind.WORD || token.is("static") || next.is(".")) {
            part = token.kind() == Token.Kind.WORD || token.is(".") ? part : Part.HEADER;
            return null;
        }
        part = Part.HEADER;
        return words.type(token.text()) != null ? Subject.type(token.text())
                : !Vocabulary.functions(token.text()).isEmpty() ? Subject.function(token.text()) : null;
    }

    private @Nullable Subject annotated(Token token) {
        if (token.is("when")) {
            begin(Part.CONDITIONS);
        } else if (token.kind() == Token.Kind.TEXT && isBehind("rule")) {
            return Subject.rule(token.text());
        } else if (token.kind() == Token.Kind.WORD && isBehind("@")) {
            annotation = token.text();
        } else if (token.kind() == Token.Kind.TEXT) {
            return text(token);
        }
        return null;
    }

    // ---- conditions and consequence

    private void sign(Token token) {
        switch (token.text()) {
            case "(" -> {
                open.push(called == null ? new Frame(null, null, null) : called);
                path = null;
            }
            case ")" -> {
                Frame closed = open.poll();
                path = closed == null ? null : closed.result;
                isClass = false;
                bound = null;
            }
            case "," -> {
                if (!open.isEmpty()) {
                    open.peek().argument++;
                    compared = open.peek().isPattern() ? null : compared;
                }
                path = null;
                bound = null;
            }
            case ":" -> {
                bound = before != null && before.kind() == Token.Kind.WORD ? before.text() : null;
                if (bound != null) {
                    variables.put(bound, null);
                }
            }
            case "." -> { }
            default -> {
                compared = COMPARES.contains(token.text()) ? path : null;
                path = null;
                bound = null;
            }
        }
        called = null;
    }

    private @Nullable Subject text(Token token) {
        Frame frame = open.peek();
        if (frame != null && frame.member == null && frame.type != null && frame.result != null) {
            return words.members(frame.type).containsKey(token.text()) ? Subject.constant(frame.type.getSimpleName(), token.text()) : null;
        }
        return clauses.contains(token.text()) ? Subject.clause(token.text()) : null;
    }

    private @Nullable Subject word(Token token, Token next) {
        if (CONTAINS.contains(token.text()) && path != null && !isBehind(".")) {
            compared = path;
            path = null;
            bound = null;
            return null;
        }
        Subject subject;
        called = null;
        if (isBehind(".")) {
            subject = path == null ? null : step(path.kind(), isClass, token, next);
        } else {
            path = null;
            isClass = false;
            Class<?> self = self();
            subject = token.isVariable() ? variable(token) : Character.isUpperCase(token.text().charAt(0)) ? type(token, next)
                    : next.is("(") && !Vocabulary.functions(token.text()).isEmpty() ? function(token)
                            : self == null ? null : step(self, false, token, next);
        }
        if (bound != null && path != null && !isClass) {
            variables.put(bound, path);
        }
        return subject;
    }

    private Subject variable(Token token) {
        path = variables.get(token.text());
        return Subject.variable(rule, token.text());
    }

    private @Nullable Subject type(Token token, Token next) {
        Class<?> type = words.type(token.text());
        if (part == Part.CONDITIONS && self() == null && next.is("(")) {
            called = new Frame(type == null ? Void.class : type, null, null);
            if (bound != null && type != null) {
                variables.put(bound, Type.of(type));
            }
            bound = null;
        } else if (type != null && isBehind("new")) {
            called = Vocabulary.constructor(type).map(made -> new Frame(null, made, Type.of(type))).orElse(null);
        } else if (type != null) {
            path = Type.of(type);
            isClass = true;
        }
        return type == null ? null : Subject.type(token.text());
    }

    private Subject function(Token token) {
        call(Vocabulary.functions(token.text()));
        return Subject.function(token.text());
    }

    private void call(List<Member> members) {
        called = new Frame(null, members.get(0), members.get(0).result());
    }

    /** What is asked of an object, or of a class. */
    private @Nullable Subject step(Class<?> holder, boolean ofClass, Token token, Token next) {
        String name = token.text();
        path = null;
        isClass = false;
        List<Member> methods = Vocabulary.methods(holder).getOrDefault(name, List.of()).stream()
                .filter(method -> method.isStatic() == ofClass).toList();
        if (ofClass && OpenValue.class.isAssignableFrom(holder) && name.equals("of") && next.is("(")) {
            called = new Frame(holder, null, Type.of(holder));
            return null;
        } else if (ofClass && words.members(holder).containsKey(name)) {
            path = Type.of(holder);
            return Subject.constant(holder.getSimpleName(), name);
        } else if (next.is("(") && !methods.isEmpty()) {
            call(methods);
            return Subject.component(holder.getSimpleName(), name);
        }
        Member property = ofClass ? null : Vocabulary.properties(holder).get(name);
        path = property == null ? null : property.result();
        return property == null ? null : Subject.component(holder.getSimpleName(), name);
    }

    // ---- what may stand next

    Part part() {
        return part;
    }

    /** The annotation of a rule that was begun. */
    String annotation() {
        return annotation;
    }

    /** Tells the rule from all others of the file. */
    String rule() {
        return rule;
    }

    /** The token that was taken last; null before the first. */
    @Nullable Token before() {
        return before;
    }

    /** The fact or finding whose constraints are being written; null where there is none. */
    @Nullable Class<?> self() {
        return open.stream().filter(Frame::isPattern).findFirst().map(frame -> frame.type).orElse(null);
    }

    /** Whether a parenthesis is open. */
    boolean isOpen() {
        return !open.isEmpty();
    }

    /** The class to whose values the policy adds, one of which is being named; null where none is. */
    @Nullable Class<?> named() {
        Frame frame = open.peek();
        return frame != null && frame.member == null && frame.result != null ? frame.type : null;
    }

    /** What was read of the path before a dot; empty where nothing is known of it. */
    Optional<Type> path() {
        return Optional.ofNullable(path);
    }

    /** Whether the path is a class itself. */
    boolean isClass() {
        return isClass;
    }

    /** What is wanted: what is called takes it, or it is compared; empty where nothing is known of it. */
    Optional<Type> wanted() {
        Frame frame = open.peek();
        if (frame != null && frame.member != null) {
            return frame.member.parameters().isEmpty() ? Optional.empty() : Optional.of(frame.member.parameter(frame.argument));
        }
        return Optional.ofNullable(compared);
    }

    /** The variables that are bound so far, each with what it can be, or null. */
    Map<String, @Nullable Type> variables() {
        return variables;
    }
}
