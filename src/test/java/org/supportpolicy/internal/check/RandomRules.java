package org.supportpolicy.internal.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.supportpolicy.fact.Fact;
import org.supportpolicy.fact.Ground;
import org.supportpolicy.finding.Irregularity;
import org.supportpolicy.internal.record.Constants;
import org.supportpolicy.internal.source.Draft;
import org.supportpolicy.internal.source.PolicyFiles;
import org.supportpolicy.internal.source.RuleFile;

/** Makes rule files of every form that the language has, from a seed, and keeps the rules that a check accepts. Not thread-safe. */
public final class RandomRules {

    private static final List<Class<?>> FACTS = Vocabulary.LIBRARY.types(true).stream().<Class<?>>map(Vocabulary.LIBRARY::type)
            .filter(type -> Fact.class.isAssignableFrom(type)).sorted(Comparator.comparing(Class::getName)).toList();
    private static final int TRIES = 400;

    private final Random random;
    private int variables;

    /** Begins with a seed. */
    public RandomRules(long seed) {
        this.random = new Random(seed);
    }

    /** A file with a number of rules, all of which are accepted. */
    public RuleFile file(int rules) {
        List<String> accepted = new ArrayList<>();
        for (int i = 0; i < TRIES && accepted.size() < rules; i++) {
            String rule = rule(accepted.size());
            List<String> with = new ArrayList<>(accepted);
            with.add(rule);
            if (isSound(with)) {
                accepted.add(rule);
            }
        }
        return new RuleFile("random.drl", text(accepted));
    }

    private static boolean isSound(List<String> rules) {
        Draft draft = Draft.read(PolicyFiles.standard().with(List.of(new RuleFile("random.drl", text(rules)))));
        PolicyChecker.check(draft, false);
        return draft.problems().stream().allMatch(problem -> problem.isWarning());
    }

    private static String text(List<String> rules) {
        String imports = Vocabulary.LIBRARY.types(false).stream().map(name -> "import " + Vocabulary.LIBRARY.type(name).getName() + ";\n").collect(Collectors.joining());
        String functions = Vocabulary.functionNames().stream()
                .map(name -> "import static " + Vocabulary.functions(name).get(0).code().getDeclaringClass().getName() + "." + name + ";\n").collect(Collectors.joining());
        return "package org.supportpolicy.rules.urgency;\n\n" + imports + "import static " + Vocabulary.CONCLUDE + ";\n" + functions + "\n" + String.join("\n", rules);
    }

    private String rule(int number) {
        variables = 0;
        List<String> bound = new ArrayList<>();
        List<String> conditions = new ArrayList<>();
        if (random.nextBoolean()) {
            conditions.add("AsOf( $now : instant, $today : date, $zone : zone )");
            bound.addAll(List.of("$now", "$today", "$zone"));
        }
        for (int i = random.nextInt(3); i >= 0; i--) {
            conditions.add(condition(bound, 2));
        }
        return "rule \"Rule " + number + "\"\n    @clause(\"urgency.definitions-apply\")\n    @nl(\"Regel " + number + "\")\nwhen\n    "
                + String.join("\n    ", conditions) + "\nthen\n    conclude( kcontext, " + conclusion(number, conditions.toString()) + " );\nend\n";
    }

    /** What rests on a finding is another kind of finding: of a circle whose first reason is gone, a session of Drools lets go only by chance. */
    private String conclusion(int number, String conditions) {
        int read = conditions.contains("Irregularity") ? 3 : conditions.contains("ClosureGround") ? 2 : conditions.contains("PossibleUrgency") ? 1 : 0;
        return switch (Math.max(read, random.nextInt(4))) {
            case 0 -> "new PossibleUrgency( " + (1 + random.nextInt(3)) + " )";
            case 1 -> "new ClosureGround( Ground." + pick(Ground.known().toArray()) + " )";
            case 2 -> "Irregularity." + Irregularity.known().get(number % Irregularity.known().size()).name();
            default -> "new Outage()";
        };
    }

    private String condition(List<String> bound, int depth) {
        int form = random.nextInt(depth > 0 ? 10 : 4);
        List<String> inner = new ArrayList<>(bound);
        return switch (form) {
            case 4, 5 -> "not " + pattern(inner, false);
            case 6 -> "exists " + pattern(inner, false);
            case 7 -> "not ( " + condition(inner, depth - 1) + (random.nextBoolean() ? " and " : " or ") + condition(inner, depth - 1) + " )";
            case 8 -> "( " + condition(inner, depth - 1) + " or " + condition(new ArrayList<>(bound), depth - 1) + " )";
            case 9 -> "forall( " + pattern(inner, false) + " )";
            default -> pattern(bound, true);
        };
    }

    private String pattern(List<String> bound, boolean binds) {
        boolean finding = random.nextInt(5) == 0;
        if (finding) {
            return switch (random.nextInt(4)) {
                case 0 -> "PossibleUrgency( level " + pick(new String[] {"==", "<", ">=", "!="}) + " " + (1 + random.nextInt(3)) + " )";
                case 1 -> "Irregularity( this " + pick(new String[] {"==", "!="}) + " Irregularity." + pick(Irregularity.known().toArray()) + " )";
                case 2 -> "ClosureGround( ground in ( Ground.SOLVED, Ground." + pick(Ground.known().toArray()) + " ) )";
                default -> "PossibleUrgency()";
            };
        }
        Class<?> type = FACTS.get(random.nextInt(FACTS.size()));
        List<String> constraints = new ArrayList<>();
        String variable = binds && random.nextInt(4) == 0 ? variable(bound) : null;
        for (int i = random.nextInt(4); i > 0; i--) {
            constraints.add(constraint(type, bound, binds));
        }
        return (variable == null ? "" : variable + " : ") + type.getSimpleName() + (constraints.isEmpty() ? "()" : "( " + String.join(", ", constraints) + " )");
    }

    private String variable(List<String> bound) {
        String variable = "$v" + variables++;
        bound.add(variable);
        return variable;
    }

    private String constraint(Class<?> type, List<String> bound, boolean binds) {
        List<Map.Entry<String, Member>> properties = properties(type);
        if (properties.isEmpty()) {
            return "this != null";
        }
        Map.Entry<String, Member> property = properties.get(random.nextInt(properties.size()));
        String name = property.getKey();
        String guard = property.getValue().result().nullable() && random.nextInt(3) > 0 ? name + " != null, " : "";
        if (binds && random.nextInt(5) == 0) {
            return guard + variable(bound) + " : " + name + (random.nextBoolean() ? " != null" : "");
        }
        String test = test(type, name, property.getValue().result(), bound);
        return switch (random.nextInt(6)) {
            case 0 -> test + " || " + name + " == null";
            case 1 -> name + " == null || " + test;
            case 2 -> "(" + guard.replace(", ", " && ") + test + ") || " + atom(type, bound);
            default -> guard + test;
        };
    }

    /** In an order that is the same in every process, as that of methods is not. */
    private static List<Map.Entry<String, Member>> properties(Class<?> type) {
        return List.copyOf(new TreeMap<>(Vocabulary.properties(type)).entrySet());
    }

    private String atom(Class<?> type, List<String> bound) {
        List<Map.Entry<String, Member>> properties = properties(type);
        Map.Entry<String, Member> property = properties.get(random.nextInt(properties.size()));
        return test(type, property.getKey(), property.getValue().result(), bound);
    }

    private String test(Class<?> type, String name, Type of, List<String> bound) {
        if (random.nextInt(6) == 0) {
            return call(type, bound);
        }
        if (of.element() != null) {
            String negated = random.nextInt(3) == 0 ? "not " : "";
            return Constants.isKind(of.element()) ? name + " " + negated + "contains " + constant(of.element()) : name + " == null";
        }
        String operator = of.isOrdered() ? pick(new String[] {"==", "!=", "<", "<=", ">", ">="}) : pick(new String[] {"==", "!="});
        if (Constants.isKind(of.kind())) {
            return switch (random.nextInt(4)) {
                case 0 -> name + " in ( " + constant(of.kind()) + ", " + constant(of.kind()) + " )";
                case 1 -> name + " not in ( " + constant(of.kind()) + ", " + constant(of.kind()) + " )";
                default -> name + " " + operator + " " + (bound.isEmpty() || random.nextBoolean() ? constant(of.kind()) : pick(bound));
            };
        }
        if (of.kind() == Boolean.class) {
            return of.nullable() ? name + " " + operator + " " + random.nextBoolean() : random.nextBoolean() ? name : "!" + name;
        }
        if (of.kind() == Integer.class) {
            return random.nextInt(3) > 0 || bound.isEmpty() ? name + " " + operator + " " + random.nextInt(5) : name + " " + operator + " " + pick(bound);
        }
        if (of.kind() == String.class) {
            return name + " " + operator + " \"1.0\"";
        }
        if (bound.isEmpty() || random.nextInt(4) == 0) {
            return name + " != null";
        }
        return of.kind() == Instant.class && random.nextInt(3) == 0 ? "daysAfter( " + random.nextInt(9) + ", " + name + ", $zone ) " + operator + " $now"
                : name + " " + operator + " " + pick(bound);
    }

    private String call(Class<?> type, List<String> bound) {
        List<Member> members = Vocabulary.methods(type).values().stream().flatMap(List::stream).filter(member -> !member.isStatic())
                .sorted(Comparator.comparing(member -> member.code().toString())).toList();
        if (members.isEmpty()) {
            return "this != null";
        }
        Member member = pick(members.toArray(Member[]::new));
        String arguments = member.parameters().stream().map(parameter -> Constants.isKind(parameter.kind()) ? constant(parameter.kind())
                : parameter.kind() == Integer.class ? String.valueOf(1 + random.nextInt(4)) : bound.isEmpty() ? "null" : pick(bound)).collect(Collectors.joining(", "));
        String called = member.name() + (arguments.isEmpty() ? "()" : "( " + arguments + " )");
        return member.result().kind() == Boolean.class ? (random.nextInt(3) == 0 ? "!" : "") + called : called + " != null";
    }

    private String constant(Class<?> type) {
        return type.getSimpleName() + "." + Constants.name(pick(Constants.of(type).toArray()));
    }

    private <T> T pick(T[] from) {
        return from[random.nextInt(from.length)];
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
