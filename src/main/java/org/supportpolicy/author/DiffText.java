package org.supportpolicy.author;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.Problem;
import org.supportpolicy.internal.words.ReportWords;
import org.supportpolicy.json.FactSetWriter;

/** Says in words what changes from one policy to another. */
final class DiffText {

    private static final String STEP = "    ";
    private static final String PARTY = "party";
    private static final String MODALITY = "modality";
    private static final String ACTION = "action";

    private final PolicyDiff diff;
    private final Locale locale;
    private final ReportWords words;
    private final FactSetWriter writer = new FactSetWriter();
    private final List<String> lines = new ArrayList<>();

    private DiffText(PolicyDiff diff, Locale locale) {
        this.diff = diff;
        this.locale = locale;
        this.words = ReportWords.of(locale);
    }

    static String of(PolicyDiff diff, PolicyDiff.Report report, Locale locale) {
        DiffText text = new DiffText(diff, locale);
        List<Edit> edits = diff.edits(locale);
        edits.forEach(text::edit);
        report.changes().forEach(text::change);
        text.sum(report, edits.size());
        return String.join("\n", text.lines);
    }

    private void edit(Edit edit) {
        lines.add((edit.clause().isEmpty() ? "" : edit.clause() + ", ") + Problem.of("edit." + edit.kind()).said().in(locale)
                + edit.rule().map(rule -> " (" + rule + ")").orElse(""));
        edit.before().ifPresent(text -> text.lines().forEach(line -> lines.add("  - " + line)));
        edit.after().ifPresent(text -> text.lines().forEach(line -> lines.add("  + " + line)));
        lines.add("");
    }

    private void change(PolicyDiff.Change change) {
        ZoneId zone = change.witness().now().zone();
        lines.add(String.join(", ", change.clauses()) + ": " + String.join(", ", change.answers())
                + " (" + words.counted("count.fact-set", change.count()) + ")");
        change.from().ifPresent(from -> lines.add(STEP + change.until()
                .map(until -> words.label("diff.from-until", moment(from, zone), moment(until, zone)))
                .orElseGet(() -> words.label("diff.from", moment(from, zone)))));
        differences(change).forEach(difference -> lines.add(STEP + difference.answer() + ": " + said(difference)));
        lines.add(STEP + words.label("report.for", writer.write(change.witness())));
        lines.add("");
    }

    /** The differences of a change; why a policy cannot decide is said anew, in the language that is asked for. */
    private List<PolicyDiff.Difference> differences(PolicyDiff.Change change) {
        return change.answers().contains(Comparison.DECISION) ? diff.compare(change.witness()).differences(locale) : change.differences();
    }

    /** What goes from a list and what comes to it; the whole values where one of them is no list, or only the order is another. */
    private String said(PolicyDiff.Difference difference) {
        Stream<String> removed = difference.removed().stream().map(item -> "- " + item(item));
        Stream<String> added = difference.added().stream().map(item -> "+ " + item(item));
        String items = Stream.concat(removed, added).collect(Collectors.joining(", "));
        return items.isEmpty() ? value(difference.before()) + " -> " + value(difference.after()) : items;
    }

    /** An item of a list; an action in the order of a sentence, such as {@code CUSTOMER MAY REOPEN}. */
    private static String item(Object item) {
        return item instanceof Map<?, ?> members && members.keySet().equals(Set.of(PARTY, MODALITY, ACTION))
                ? members.get(PARTY) + " " + members.get(MODALITY) + " " + members.get(ACTION) : item.toString();
    }

    private String value(@Nullable Object value) {
        return value == null ? words.label("diff.absent") : value.toString();
    }

    private static String moment(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toOffsetDateTime().toString();
    }

    private void sum(PolicyDiff.Report report, int edits) {
        String sum = words.label("diff.sum", words.counted("count.fact-set", report.tried()),
                words.number(report.changes().stream().mapToInt(PolicyDiff.Change::count).sum()),
                words.counted("count.way", report.changes().size()), words.counted("count.edit", edits));
        lines.add(report.undecided() == 0 ? sum : sum + " " + words.label("diff.undecided", words.number(report.undecided())));
    }
}
