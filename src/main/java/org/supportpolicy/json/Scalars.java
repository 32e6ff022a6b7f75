package org.supportpolicy.json;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.internal.words.Spelling;

/** Reads single values. */
final class Scalars {

    private record Reader(Function<String, Object> read, String requirement) {}

    private static final Map<Class<?>, Reader> TEXTS = Map.of(
            String.class, new Reader(text -> text, "must be a text"),
            Instant.class, new Reader(PlainTimes::instant,
                    "must be a date and time with an offset, such as 2026-03-10T15:00:00+01:00"),
            LocalDate.class, new Reader(PlainTimes::date, "must be a date that exists, such as 2026-03-10"),
            Duration.class, new Reader(PlainTimes::duration, "must be a duration such as PT4H"),
            Period.class, new Reader(PlainTimes::period, "must be a period such as P14D"),
            ZoneId.class, new Reader(ZoneId::of, "must be a time zone such as Europe/Amsterdam"));

    private static final ClassValue<Map<String, Object>> CONSTANTS = new ClassValue<>() {
        @Override
        protected Map<String, Object> computeValue(Class<?> kind) {
            Map<String, Object> constants = new LinkedHashMap<>();
            Arrays.stream(kind.getEnumConstants()).forEach(constant -> constants.put(constant.toString(), constant));
            return constants;
        }
    };

    private Scalars() {}

    /** Reads a value of a kind; on anything else adds a problem and returns null. */
    static @Nullable Object read(Class<?> kind, Label label, Node node, Pointer pointer, ProblemList problems) {
        if (kind == Boolean.class) {
            return node instanceof Node.Truth truth ? (Boolean) truth.value()
                    : wrong(label, node, pointer, "must be true or false", problems);
        }
        if (kind == Integer.class) {
            return integer(label, node, pointer, problems);
        }
        if (kind == String.class && node instanceof Node.Text text) {
            return text.value();
        }
        if (Enum.class.isAssignableFrom(kind)) {
            return constant(kind, label, node, pointer, problems);
        }
        Reader reader = TEXTS.get(kind);
        if (reader == null) {
            throw new IllegalStateException("No way to read " + kind);
        }
        if (!(node instanceof Node.Text text)) {
            return wrong(label, node, pointer, reader.requirement, problems);
        }
        try {
            return reader.read.apply(text.value());
        } catch (DateTimeException | ArithmeticException e) {
            return wrong(label, node, pointer, reader.requirement + detail(e), problems);
        }
    }

    /** What Java says of a date that cannot be, such as 30 February; nothing of mere misspellings. */
    private static String detail(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (!(cause instanceof DateTimeParseException) && cause.getMessage() != null && cause.getMessage().startsWith("Invalid date")) {
                return " (there is none: " + cause.getMessage() + ")";
            }
        }
        return "";
    }

    private static @Nullable Object integer(Label label, Node node, Pointer pointer, ProblemList problems) {
        try {
            return node instanceof Node.Number number ? (Integer) Integer.parseInt(number.value())
                    : wrong(label, node, pointer, "must be a whole number", problems);
        } catch (NumberFormatException e) {
            return wrong(label, node, pointer, "must be a whole number of at most " + Integer.MAX_VALUE, problems);
        }
    }

    private static @Nullable Object constant(Class<?> kind, Label label, Node node, Pointer pointer, ProblemList problems) {
        Map<String, Object> constants = CONSTANTS.get(kind);
        Object constant = node instanceof Node.Text text ? constants.get(text.value()) : null;
        if (constant != null) {
            return constant;
        }
        Set<String> legal = constants.keySet();
        if (!(node instanceof Node.Text text)) {
            return wrong(label, node, pointer, "must be one of " + String.join(", ", legal), problems);
        }
        problems.add(InputCode.UNKNOWN_CONSTANT, node.token(), pointer,
                label.of(node) + " must be one of " + String.join(", ", legal) + ".", Spelling.advice(text.value(), legal));
        return null;
    }

    private static @Nullable Object wrong(Label label, Node node, Pointer pointer, String requirement, ProblemList problems) {
        problems.add(InputCode.WRONG_TYPE, node.token(), pointer, label.of(node) + " " + requirement + ".", null);
        return null;
    }
}
