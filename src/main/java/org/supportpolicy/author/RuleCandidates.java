package org.supportpolicy.author;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.author.Completion.Kind;
import org.supportpolicy.internal.check.Member;
import org.supportpolicy.internal.check.Type;
import org.supportpolicy.internal.check.Vocabulary;
import org.supportpolicy.internal.record.Constants;
import org.supportpolicy.internal.source.Token;

/** The words that may stand next in a rule file, the likeliest first. */
final class RuleCandidates {

    private static final List<String> ANNOTATIONS = List.of("clause", "exception", "reading", "nl");

    private final EditedCopy copy;
    private final RuleContext context;
    private final List<Candidate> found = new ArrayList<>();

    private RuleCandidates(EditedCopy copy, RuleContext context) {
        this.copy = copy;
        this.context = context;
    }

    /** Those that may stand behind what was read. */
    static List<Candidate> of(EditedCopy copy, RuleContext context) {
        RuleCandidates candidates = new RuleCandidates(copy, context);
        switch (context.part()) {
            case HEADER -> candidates.keywords("rule", "import");
            case IMPORT -> candidates.imports();
            case ANNOTATIONS -> candidates.annotations();
            case CONDITIONS, CONSEQUENCE -> candidates.body();
            default -> { }
        }
        return candidates.found;
    }

    /** Those that may stand in a text that was begun. */
    static List<Candidate> inText(EditedCopy copy, RuleContext context, String section) {
        RuleCandidates candidates = new RuleCandidates(copy, context);
        Class<?> named = context.named();
        boolean isAnnotation = context.part() == RuleContext.Part.ANNOTATIONS;
        if (isAnnotation && context.annotation().equals("reading")) {
            copy.draft().readings().readings().forEach(reading -> candidates.found.add(Candidate.of(reading.id(), Kind.READING,
                    Subject.reading(reading.id()))));
        } else if (named != null) {
            copy.words().members(named).keySet().forEach(name -> candidates.found.add(Candidate.of(name, Kind.CONSTANT,
                    Subject.constant(named.getSimpleName(), name))));
        } else if (isAnnotation && Set.of("clause", "exception").contains(context.annotation())
                || context.wanted().map(Type::names).filter(Objects::nonNull).isPresent()) {
            List<String> ids = copy.draft().clauses().clauses().stream().map(clause -> clause.id()).toList();
            Predicate<String> ours = id -> id.startsWith(section + ".");
            Stream.concat(ids.stream().filter(ours), ids.stream().filter(ours.negate()))
                    .forEach(id -> candidates.found.add(Candidate.of(id, Kind.CLAUSE, Subject.clause(id))));
        }
        return candidates.found;
    }

    private void keywords(String... words) {
        Stream.of(words).map(Candidate::keyword).forEach(found::add);
    }

    private boolean isBehind(String sign) {
        Token before = context.before();
        return before != null && before.is(sign);
    }

    // ---- before the conditions

    private void imports() {
        if (isBehind("static")) {
            Vocabulary.functionNames().forEach(name -> found.add(Candidate.of(
                    Vocabulary.functions(name).get(0).code().getDeclaringClass().getName() + "." + name, Kind.FUNCTION,
                    Subject.function(name)).with(";")));
        } else {
            copy.words().types(false).stream().sorted().forEach(name -> found.add(Candidate.of(
                    Objects.requireNonNull(copy.words().type(name)).getName(), kind(name), Subject.type(name)).with(";")));
            keywords("static");
        }
    }

    private void annotations() {
        if (isBehind("@")) {
            ANNOTATIONS.forEach(name -> found.add(Candidate.keyword(name).with("(\"")));
        } else if (!isBehind("(")) {
            ANNOTATIONS.forEach(name -> found.add(Candidate.keyword("@" + name).with("(\"")));
            keywords("when");
        }
    }

    // ---- conditions and consequence

    private void body() {
        boolean consequence = context.part() == RuleContext.Part.CONSEQUENCE;
        if (isBehind(".")) {
            context.path().ifPresent(path -> steps(path.kind(), context.isClass()));
        } else if (isBehind("new")) {
            copy.words().findings().stream().sorted().filter(name -> copy.words().type(name).isRecord())
                    .forEach(name -> type(name, "( "));
        } else if (!context.isOpen()) {
            outside(consequence);
        } else if (context.wanted().isPresent()) {
            values(context.wanted().get());
        } else if (consequence) {
            keywords("new");
            copy.words().findings().stream().sorted().filter(name -> Constants.isKind(copy.words().type(name)))
                    .forEach(name -> type(name, "."));
        } else {
            inside();
        }
    }

    private void outside(boolean consequence) {
        if (consequence) {
            found.add(Candidate.keyword("conclude").with("( kcontext, "));
            keywords("end");
        } else {
            copy.words().types(true).stream().sorted().forEach(name -> type(name, "( "));
            keywords("not", "exists", "forall", "or", "and", "then");
        }
    }

    /** Where a constraint of a pattern, or a condition of a group, begins or goes on. */
    private void inside() {
        Class<?> self = context.self();
        if (self == null) {
            outside(false);
        } else if (context.path().isPresent() && !isBehind(":")) {
            keywords("contains", "not", "in", "memberOf");
        } else {
            steps(self, false);
            variables(null);
            functions(null);
        }
    }

    private void type(String name, String behind) {
        found.add(Candidate.of(name, kind(name), Subject.type(name)).with(behind).importing(name));
    }

    private Kind kind(String name) {
        Class<?> type = Objects.requireNonNull(copy.words().type(name));
        return Vocabulary.isFact(type) ? Kind.FACT : Vocabulary.isFinding(type) ? Kind.FINDING : Constants.isKind(type) ? Kind.CHOICE
                : Kind.PART;
    }

    /** What can be asked of an object, or of a class. */
    private void steps(Class<?> holder, boolean ofClass) {
        String owner = holder.getSimpleName();
        if (ofClass && Constants.isKind(holder)) {
            constants(holder, "");
        } else if (!ofClass) {
            Vocabulary.properties(holder).keySet().forEach(name -> found.add(Candidate.of(name, Kind.COMPONENT,
                    Subject.component(owner, name))));
        }
        Vocabulary.methods(holder).forEach((name, methods) -> methods.stream().filter(method -> method.isStatic() == ofClass)
                .filter(method -> ofClass || !method.parameters().isEmpty()).findFirst()
                .ifPresent(method -> found.add(Candidate.of(name, Kind.FUNCTION, Subject.component(owner, name)).with("( "))));
    }

    /** The values of a class; one that the policy adds is named by its text. */
    private void constants(Class<?> kind, String before) {
        List<String> library = Constants.of(kind).stream().map(Constants::name).toList();
        copy.words().members(kind).keySet().forEach(name -> {
            String said = library.contains(name) ? name : "of( \"" + name + "\" )";
            Candidate constant = Candidate.of(before + said, Kind.CONSTANT, Subject.constant(kind.getSimpleName(), name));
            found.add(before.isEmpty() ? constant : constant.importing(kind.getSimpleName()));
        });
    }

    /** What can be compared with something, or be handed to what wants it. */
    private void values(Type wanted) {
        Class<?> kind = wanted.element() == null ? wanted.kind() : wanted.element();
        if (Constants.isKind(kind)) {
            constants(kind, kind.getSimpleName() + ".");
        } else if (kind == Boolean.class) {
            keywords("true", "false");
        }
        variables(kind);
        Class<?> self = context.self();
        if (self != null) {
            Vocabulary.properties(self).forEach((name, property) -> {
                if (property.result().kind() == kind) {
                    found.add(Candidate.of(name, Kind.COMPONENT, Subject.component(self.getSimpleName(), name)));
                }
            });
        }
        functions(kind);
        if (context.part() == RuleContext.Part.CONDITIONS) {
            keywords("null");
        }
    }

    /** The variables that are of a class, then those that have what may be; all when no class is wanted. */
    private void variables(@Nullable Class<?> kind) {
        context.variables().forEach((name, type) -> {
            if (kind == null || type == null || type.kind() == kind || Vocabulary.properties(type.kind()).values().stream()
                    .anyMatch(property -> property.result().kind() == kind)) {
                found.add(Candidate.of(name, Kind.VARIABLE, Subject.variable(context.rule(), name)));
            }
        });
    }

    private void functions(@Nullable Class<?> kind) {
        Vocabulary.functionNames().forEach(name -> {
            Optional<Member> fits = Vocabulary.functions(name).stream()
                    .filter(function -> kind == null || function.result().kind() == kind).findFirst();
            fits.ifPresent(function -> found.add(Candidate.of(name, Kind.FUNCTION, Subject.function(name)).with("( ").importing(name)));
        });
    }
}
