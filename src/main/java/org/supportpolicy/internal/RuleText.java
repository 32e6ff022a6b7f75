package org.supportpolicy.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.ForallDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;

/**
 * A rule as it is written, with the places of its parts. Offsets count from the start of the file.
 *
 * @param name its name
 * @param clause the clause it cites
 * @param source the file
 * @param words what the file may speak of
 * @param start where it begins
 * @param end where it ends
 * @param elements its conditions; null when one of them is more than this class knows
 * @param reads every fact and finding its conditions look at, whatever their form
 * @param consequence what it concludes; null when that cannot be told
 */
record RuleText(String name, String clause, SourceText source, Vocabulary words, int start, int end,
        @Nullable List<Element> elements, List<Read> reads, @Nullable Expression consequence) {

    /** What may stand before the class of a pattern. */
    private static final Pattern BEFORE = Pattern.compile("(?:\\b(?:not|exists)\\s*\\(?\\s*)?(?:\\$\\w+\\s*:\\s*)?$");

    /** How a pattern counts. */
    enum Kind { SOME, NOT, EXISTS }

    /** A pattern, such as {@code not Lifecycle( over )}. */
    record Element(Kind kind, @Nullable String variable, Class<?> type, List<Condition> conditions, int start, int end) {}

    /** A fact or finding that is looked at, and whether for its absence: under {@code not}, or in {@code forall}. */
    record Read(Class<?> type, boolean absence, int start) {}

    /** A constraint, such as {@code $marked : markedResolvedAt != null}: a variable, a test, or both. */
    record Condition(@Nullable String variable, Expression test, int start, int end) {

        /** Whether it only binds a variable. */
        boolean onlyBinds() {
            return variable != null && !(test instanceof Expression.Comparison);
        }

        /** What its variable stands for. */
        Expression bound() {
            return test instanceof Expression.Comparison comparison ? comparison.left() : test;
        }
    }

    /** The simple name of the class it concludes, or null. */
    @Nullable String concludes() {
        if (consequence instanceof Expression.Made made) {
            return made.type();
        }
        return consequence instanceof Expression.Path path ? path.steps().get(0).name() : null;
    }

    /** Its text. */
    String text() {
        return source.file().text().substring(start, end);
    }

    /** The rules of a file that holds no mistake. */
    static List<RuleText> of(PackageDescr file, SourceText source, Vocabulary words) {
        List<RuleDescr> rules = file.getRules();
        List<RuleText> texts = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            int limit = i + 1 < rules.size() ? source.offset(rules.get(i + 1).getLine(), 1) : source.masked().length();
            texts.add(of(rules.get(i), limit, source, words));
        }
        return texts;
    }

    private static RuleText of(RuleDescr rule, int limit, SourceText source, Vocabulary words) {
        int start = source.offset(rule.getLine(), 1);
        int then = source.find("then", source.offset(rule.getConsequenceLine(), 1));
        int end = source.masked().lastIndexOf("end", limit) + 3;
        List<Element> elements = new ArrayList<>();
        for (Object descr : rule.getLhs().getDescrs()) {
            Element element = element(descr, source, words);
            if (element == null) {
                elements = null;
                break;
            }
            elements.add(element);
        }
        String clause = String.valueOf(rule.getAnnotation("clause").getSingleValue()).replace("\"", "");
        List<Read> reads = new ArrayList<>();
        read(rule.getLhs(), false, source, words, reads);
        return new RuleText(rule.getName(), clause, source, words, start, end, elements, List.copyOf(reads), consequence(source, then, end));
    }

    private static void read(BaseDescr descr, boolean absence, SourceText source, Vocabulary words, List<Read> reads) {
        if (descr instanceof PatternDescr pattern) {
            Class<?> type = words.type(pattern.getObjectType());
            if (type != null) {
                reads.add(new Read(type, absence, withSign(source, place(pattern, source))));
            }
        } else if (descr instanceof ConditionalElementDescr group) {
            for (Object inner : group.getDescrs()) {
                read((BaseDescr) inner, absence || descr instanceof NotDescr || descr instanceof ForallDescr, source, words, reads);
            }
        }
    }

    /** Where the class of a pattern stands. */
    private static int place(PatternDescr pattern, SourceText source) {
        int line = source.offset(pattern.getLine(), 1);
        int name = source.find(pattern.getObjectType(), line + Math.max(0, pattern.getColumn() - 1));
        return source.masked().startsWith(pattern.getObjectType(), name) ? name : source.find(pattern.getObjectType(), line);
    }

    /** Where a pattern begins, with the {@code not} or variable before its class. */
    private static int withSign(SourceText source, int name) {
        Matcher before = BEFORE.matcher(source.masked()).region(source.masked().lastIndexOf('\n', name) + 1, name);
        return before.find() ? before.start() : name;
    }

    private static @Nullable Expression consequence(SourceText source, int then, int end) {
        int comma = source.masked().indexOf(',', then);
        int close = source.masked().lastIndexOf(')', end);
        try {
            return comma < 0 || comma > end ? null : ExpressionReader.read(source.code(), comma + 1, close);
        } catch (ExpressionReader.Unreadable e) {
            return null;
        }
    }

    private static @Nullable Element element(Object descr, SourceText source, Vocabulary words) {
        Kind kind = descr instanceof NotDescr ? Kind.NOT : descr instanceof ExistsDescr ? Kind.EXISTS : Kind.SOME;
        Object inner = descr;
        while (inner instanceof NotDescr || inner instanceof ExistsDescr || inner instanceof AndDescr) {
            ConditionalElementDescr group = (ConditionalElementDescr) inner;
            if (group.getDescrs().size() != 1) {
                return null;
            }
            inner = group.getDescrs().get(0);
        }
        return inner instanceof PatternDescr pattern ? element(kind, pattern, source, words) : null;
    }

    private static @Nullable Element element(Kind kind, PatternDescr pattern, SourceText source, Vocabulary words) {
        Class<?> type = words.type(pattern.getObjectType());
        if (type == null || pattern.getSource() != null) {
            return null;
        }
        int name = place(pattern, source);
        int open = source.masked().indexOf('(', name);
        int close = closing(source.masked(), open);
        try {
            List<Condition> conditions = new ArrayList<>();
            int from = open + 1;
            for (int at = from, depth = 0; at <= close; at++) {
                char c = source.masked().charAt(at);
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
                if ((c == ',' && depth == 0) || at == close) {
                    if (!source.code().substring(from, at).isBlank()) {
                        conditions.add(condition(source, from, at));
                    }
                    from = at + 1;
                }
            }
            int start = withSign(source, name);
            return conditions.size() == pattern.getConstraint().getDescrs().stream().filter(ExprConstraintDescr.class::isInstance).count()
                    ? new Element(kind, pattern.getIdentifier(), type, List.copyOf(conditions), start, close + 1) : null;
        } catch (ExpressionReader.Unreadable e) {
            return null;
        }
    }

    private static Condition condition(SourceText source, int from, int to) {
        int start = from;
        while (Character.isWhitespace(source.code().charAt(start))) {
            start++;
        }
        int end = to;
        while (Character.isWhitespace(source.code().charAt(end - 1))) {
            end--;
        }
        String text = source.code().substring(start, end);
        int colon = text.startsWith("$") ? text.indexOf(':') : -1;
        String variable = colon < 0 ? null : text.substring(0, colon).strip();
        return new Condition(variable, ExpressionReader.read(source.code(), colon < 0 ? start : start + colon + 1, end), start, end);
    }

    private static int closing(String text, int open) {
        int depth = 0;
        for (int at = open; at < text.length(); at++) {
            depth += text.charAt(at) == '(' ? 1 : text.charAt(at) == ')' ? -1 : 0;
            if (depth == 0) {
                return at;
            }
        }
        throw new ExpressionReader.Unreadable("a closing parenthesis is missing");
    }
}
