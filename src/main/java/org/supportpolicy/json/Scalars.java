package org.supportpolicy.json;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.OwnFacts;
import org.supportpolicy.Problem;
import org.supportpolicy.fact.OpenValue;
import org.supportpolicy.internal.record.Constants;
import org.supportpolicy.internal.words.Spelling;

/** Reads single values. */
final class Scalars {

    private static final String WRONG_KIND = "SP-I004";
    private static final Pattern DATED = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /** How a kind of text is read, and the key of what must hold of it. */
    private record Reader(Function<String, Object> read, String requirement) {}

    private static final Map<Class<?>, Reader> TEXTS = Map.of(
            String.class, new Reader(text -> text, "must.text"),
            Instant.class, new Reader(PlainTimes::instant, "must.instant"),
            LocalDate.class, new Reader(PlainTimes::date, "must.date"),
            Duration.class, new Reader(PlainTimes::duration, "must.duration"),
            Period.class, new Reader(PlainTimes::period, "must.period"),
            ZoneId.class, new Reader(ZoneId::of, "must.zone"));

    private static final ClassValue<Map<String, Object>> CONSTANTS = new ClassValue<>() {
        @Override
        protected Map<String, Object> computeValue(Class<?> kind) {
            Map<String, Object> constants = new LinkedHashMap<>();
            Constants.of(kind).forEach(constant -> constants.put(constant.toString(), constant));
            return constants;
        }
    };

    private Scalars() {}

    /** The constants of a kind as documents have them, in their order. */
    static Map<String, Object> constants(Class<?> kind) {
        return CONSTANTS.get(kind);
    }

    /** The values that a policy adds to those of a kind, as documents have them. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    static Map<String, Object> further(Class kind, OwnFacts own) {
        Map<String, Object> further = new LinkedHashMap<>();
        for (Object member : OpenValue.class.isAssignableFrom(kind) ? own.further(kind) : List.of()) {
            further.put(member.toString(), member);
        }
        return further;
    }

    /** All of them, as documents have them. */
    static List<String> texts(Class<?> kind, OwnFacts own) {
        return Stream.concat(constants(kind).keySet().stream(), further(kind, own).keySet().stream()).toList();
    }

    /** The constant of a kind that documents have as a text. */
    static Object constant(Class<?> kind, String text) {
        return Objects.requireNonNull(CONSTANTS.get(kind).get(text), text);
    }

    /** Reads a value of a kind; on anything else adds a problem and returns null. */
    static @Nullable Object read(Class<?> kind, Label label, Node node, Pointer pointer, ProblemList problems) {
        if (kind == String.class && node instanceof Node.Text text) {
            return text.value();
        }
        if (Constants.isKind(kind)) {
            return constant(CONSTANTS.get(kind), label, node, pointer, problems);
        }
        if (kind == Boolean.class || kind == boolean.class) {
            return node instanceof Node.Truth truth ? (Boolean) truth.value() : refuse(label, node, pointer, "must.truth", problems);
        }
        if (kind == Integer.class || kind == int.class) {
            return integer(label, node, pointer, problems);
        }
        Reader reader = TEXTS.get(kind);
        if (reader == null) {
            throw new IllegalStateException("No way to read " + kind);
        }
        try {
            return node instanceof Node.Text text ? reader.read.apply(text.value())
                    : refuse(label, node, pointer, reader.requirement, problems);
        } catch (DateTimeException | ArithmeticException e) {
            boolean noDay = kind == Instant.class && isNoDay(((Node.Text) node).value());
            return refuse(label, node, pointer, noDay ? "must.instant.no-day" : reader.requirement, problems);
        }
    }

    /** Whether a text begins with a date that cannot be, such as 30 February; not whether it is misspelt. */
    private static boolean isNoDay(String text) {
        if (!DATED.matcher(text).lookingAt()) {
            return false;
        }
        try {
            PlainTimes.date(text.substring(0, 10));
            return false;
        } catch (DateTimeException e) {
            return true;
        }
    }

    private static @Nullable Object integer(Label label, Node node, Pointer pointer, ProblemList problems) {
        if (!(node instanceof Node.Number number)) {
            return refuse(label, node, pointer, "must.whole-number", problems);
        }
        if (!isWhole(number.value())) {
            return refuse(label, node, pointer, "must.whole-number", problems);
        }
        try {
            return Integer.parseInt(number.value());
        } catch (NumberFormatException e) {
            return refuse(label, node, pointer, "must.whole-number-at-most", problems, Integer.MAX_VALUE);
        }
    }

    /** Whether a text is a whole number as JSON writes it, so that a key is no other way to write another. */
    private static boolean isWhole(String text) {
        int first = text.startsWith("-") ? 1 : 0;
        boolean whole = text.length() > first && (text.charAt(first) != '0' || text.equals("0"));
        for (int i = first; i < text.length() && whole; i++) {
            whole = text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        return whole;
    }

    /** Reads one of some constants, as documents have them; on anything else adds a problem and returns null. */
    static @Nullable Object constant(Map<String, Object> constants, Label label, Node node, Pointer pointer, ProblemList problems) {
        Object constant = node instanceof Node.Text text ? constants.get(text.value()) : null;
        if (constant != null) {
            return constant;
        }
        String legal = String.join(", ", constants.keySet());
        if (!(node instanceof Node.Text text)) {
            return refuse(label, node, pointer, "must.one-of", problems, legal);
        }
        problems.add(node.token(), pointer, label.refused("SP-I005", node, "must.one-of", legal)
                .maybe(Spelling.nearest(text.value(), constants.keySet())));
        return null;
    }

    private static @Nullable Object refuse(Label label, Node node, Pointer pointer, String requirement, ProblemList problems,
            Object... limits) {
        Problem problem = label.refused(WRONG_KIND, node, requirement, limits);
        if (label.free()) {
            problems.addHidden(node.token(), pointer, problem);
        } else {
            problems.add(node.token(), pointer, problem);
        }
        return null;
    }
}
