package org.supportpolicy.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.supportpolicy.internal.words.Spelling;

/** Checks the rules of one file that can be read. Not thread-safe. */
final class RuleCheck {

    private static final int MOST_BRANCHES = 8;
    private static final Set<String> ANNOTATIONS = Set.of("clause", "exception", "reading", "nl");
    private static final Pattern BANNED = Pattern.compile("(?<![\\w.$])(salience|no-loop|lock-on-active|agenda-group|ruleflow-group"
            + "|auto-focus|date-effective|date-expires|enabled|timer|eval|modify|update|insert|delete|global|function|declare|extends"
            + "|from|dialect|query)(?![\\w(])|(?<![\\w.$])eval(?=\\s*\\()");
    private static final Pattern CONCLUSION = Pattern.compile("\\s*conclude\\s*\\(\\s*kcontext\\s*,\\s*(?:new\\s+)?[A-Z]\\w*[^;]*\\)\\s*;\\s*", Pattern.DOTALL);
    private static final Pattern VARIABLE = Pattern.compile("(?<![\\w])\\$\\w+");
    private static final Pattern QUALIFIED = Pattern.compile("(?<![\\w.$])([A-Z]\\w*)\\s*(?:\\.\\s*(\\w+))?");

    private final SourceText source;
    private final Vocabulary words;
    private final Set<String> clauses;
    private final Map<String, String> names;

    /**
     * Makes a check.
     *
     * @param source the file
     * @param words what it may speak of
     * @param clauses the ids of all clauses
     * @param names the names of rules seen so far and where each stands; this check adds its own
     */
    RuleCheck(SourceText source, Vocabulary words, Set<String> clauses, Map<String, String> names) {
        this.source = source;
        this.words = words;
        this.clauses = clauses;
        this.names = names;
    }

    void check(PackageDescr file) {
        Matcher banned = BANNED.matcher(source.masked());
        while (banned.find()) {
            source.add("SP-R050", banned.start(), "The word (" + banned.group() + ") must not stand in a rule file: policy is no scheduling.", null);
        }
        for (RuleDescr rule : file.getRules()) {
            check(rule);
        }
    }

    private void check(RuleDescr rule) {
        int start = source.findRaw("\"" + rule.getName() + "\"", source.offset(rule.getLine(), 1));
        if (!source.line(rule.getLine()).strip().startsWith("rule \"" + rule.getName() + "\"")) {
            source.add("SP-R035", source.offset(rule.getLine(), 1), "The name (" + rule.getName()
                    + ") must stand in double quotes on the line of its rule, after one space.", null);
        }
        String former = names.putIfAbsent(rule.getName(), source.file().name() + ":" + rule.getLine());
        if (former != null) {
            source.add("SP-R034", start, "The rule (" + rule.getName() + ") must have a name of its own; it stands at " + former + " too.", null);
        }
        annotations(rule, start);
        Map<String, Class<?>> bound = new HashMap<>();
        if (branches(rule.getLhs()) > MOST_BRANCHES) {
            source.add("SP-R052", source.find("when", start), "The conditions must not fall into more than " + MOST_BRANCHES + " branches with or; they fall into "
                    + branches(rule.getLhs()) + ".", "Maybe several rules with the same clause.");
        }
        condition(rule.getLhs(), bound);
        consequence(rule, bound.keySet());
    }

    /** How many rules Drools makes of one whose patterns are joined by or. */
    private static long branches(BaseDescr descr) {
        if (!(descr instanceof ConditionalElementDescr group) || descr instanceof PatternDescr) {
            return 1;
        }
        return descr instanceof OrDescr ? group.getDescrs().stream().mapToLong(inner -> branches((BaseDescr) inner)).sum()
                : group.getDescrs().stream().mapToLong(inner -> branches((BaseDescr) inner)).reduce(1, (a, b) -> Math.min(a * b, Integer.MAX_VALUE));
    }

    private void annotations(RuleDescr rule, int start) {
        for (String name : rule.getAnnotationNames()) {
            if (!ANNOTATIONS.contains(name)) {
                source.add("SP-R033", source.findRaw("@" + name, start) + 1, "There is no annotation (" + name + ").",
                        Spelling.advice(name, ANNOTATIONS));
            }
        }
        if (!rule.getAnnotationNames().contains("clause")) {
            source.add("SP-R030", start, "The rule (" + rule.getName() + ") must cite its clause.", "Maybe @clause(\"closure.permanent\").");
            return;
        }
        String cited = String.valueOf(rule.getAnnotation("clause").getSingleValue());
        int place = source.findRaw(cited, source.findRaw("@clause", start));
        if (!cited.startsWith("\"") || !cited.endsWith("\"") || cited.length() < 2) {
            source.add("SP-R031", place, "The clause (" + cited + ") must stand in quotes.", null);
            return;
        }
        String id = cited.substring(1, cited.length() - 1);
        if (!clauses.contains(id)) {
            source.add("SP-R032", place + 1, "There is no clause (" + id + ").", Spelling.advice(id, clauses));
        }
    }

    private void condition(BaseDescr descr, Map<String, Class<?>> bound) {
        if (descr instanceof PatternDescr pattern) {
            pattern(pattern, bound);
        } else if (descr instanceof ConditionalElementDescr group) {
            for (Object inner : group.getDescrs()) {
                condition((BaseDescr) inner, bound);
            }
        }
    }

    private void pattern(PatternDescr pattern, Map<String, Class<?>> bound) {
        if (pattern.getSource() instanceof AccumulateDescr accumulate) {
            source.add("SP-R053", source.find("accumulate", source.offset(pattern.getLine(), 1)),
                    "A condition must look at facts and findings, alone or under not, exists, forall, and, or; (accumulate) does more.",
                    "Maybe a method with a name on the fact.");
            accumulate.getFunctions().forEach(function -> bound.put(String.valueOf(function.getBind()), Object.class));
            return;
        }
        int start = source.find(pattern.getObjectType(), source.offset(pattern.getLine(), 1));
        Class<?> type = words.type(pattern.getObjectType());
        if (type == null) {
            boolean exists = Vocabulary.exists(pattern.getObjectType());
            source.add("SP-R040", start, exists ? "The fact or finding (" + pattern.getObjectType() + ") must be imported."
                    : "There is no fact or finding (" + pattern.getObjectType() + ").",
                    exists ? null : Spelling.advice(pattern.getObjectType(), Vocabulary.known()));
        }
        if (pattern.getIdentifier() != null) {
            bound.put(pattern.getIdentifier(), type == null ? Object.class : type);
        }
        int from = start + pattern.getObjectType().length();
        for (Object constraint : pattern.getConstraint().getDescrs()) {
            if (constraint instanceof ExprConstraintDescr expression) {
                from = new ConstraintCheck(source, words, bound).check(expression.getExpression(), type, from);
            }
        }
    }

    private void consequence(RuleDescr rule, Set<String> bound) {
        String text = String.valueOf(rule.getConsequence());
        int start = source.offset(rule.getConsequenceLine(), 1);
        int body = source.find("then", start);
        String masked = new SourceText(new RuleFile("", text)).masked();
        if (!CONCLUSION.matcher(masked).matches()) {
            int first = body + 4;
            while (first < source.masked().length() && Character.isWhitespace(source.file().text().charAt(first))) {
                first++;
            }
            source.add("SP-R051", first, "The consequence must be one conclude( kcontext, ... ); of a finding that it names, and nothing else.", null);
        }
        Matcher variables = VARIABLE.matcher(masked);
        while (variables.find()) {
            if (!bound.contains(variables.group())) {
                source.add("SP-R044", source.find(variables.group(), body), "The variable (" + variables.group() + ") must be bound by a condition.",
                        Spelling.advice(variables.group(), bound));
            }
        }
        qualified(masked, body);
    }

    /** Checks that every class named in a consequence is known, and has the constant or factory named with it. */
    private void qualified(String masked, int body) {
        Matcher named = QUALIFIED.matcher(masked);
        int from = body;
        while (named.find()) {
            Class<?> type = words.type(named.group(1));
            int place = source.find(named.group(1), from);
            if (type == null) {
                source.add("SP-R040", place, Vocabulary.exists(named.group(1)) ? "The finding (" + named.group(1) + ") must be imported."
                        : "There is no finding (" + named.group(1) + ").",
                        Vocabulary.exists(named.group(1)) ? null : Spelling.advice(named.group(1), Vocabulary.known()));
            } else if (named.group(2) != null && !Vocabulary.statics(type).contains(named.group(2))) {
                source.add("SP-R042", source.find(named.group(2), place), "The " + named.group(1) + " has no (" + named.group(2) + ").",
                        Spelling.advice(named.group(2), Vocabulary.statics(type)));
            }
            from = place + named.group(1).length();
        }
    }
}
