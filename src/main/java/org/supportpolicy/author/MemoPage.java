package org.supportpolicy.author;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.supportpolicy.Clause;
import org.supportpolicy.Decision;
import org.supportpolicy.Problem;
import org.supportpolicy.Reading;
import org.supportpolicy.Rule;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.author.Edit.Kind;
import org.supportpolicy.internal.words.ReportWords;

/** Writes the memo of a policy change. Not thread-safe. */
final class MemoPage {

    private static final Pattern DECLARED = Pattern.compile("declare\\s+(?:enum\\s+)?(\\w+).*", Pattern.DOTALL);
    private static final Set<Kind> OF_CLAUSES = Set.of(Kind.CLAUSE, Kind.MODALITY, Kind.PARTY, Kind.TEXT, Kind.TEXT_NL, Kind.READ_AS,
            Kind.READ_AS_NL, Kind.NOT_AUTOMATED, Kind.NOT_AUTOMATED_NL);

    private static final Set<Kind> READ_BY_PEOPLE = Set.of(Kind.TEXT, Kind.TEXT_NL, Kind.READ_AS, Kind.READ_AS_NL, Kind.NAME, Kind.NAME_NL);

    private final SupportPolicy before;
    private final SupportPolicy after;
    private final List<Edit> edits;
    private final ReportWords words;
    private final Locale locale;
    private final MemoExamples examples;
    private final MemoSheet page;

    MemoPage(SupportPolicy before, SupportPolicy after, PolicyDiff diff, ReportWords words, Locale locale, MemoSheet page) {
        this.before = before;
        this.after = after;
        this.edits = diff.edits(locale);
        this.words = words;
        this.locale = locale;
        this.page = page;
        this.examples = new MemoExamples(diff, words, locale, page);
    }

    void write(PolicyDiff.Report report, Gains combinations, Gains tickets, int given, int scenarios) {
        page.heading(1, words.label("memo.title"));
        receipts();
        page.heading(2, words.label("memo.short"));
        List<String> clauses = clauses(combinations, tickets);
        page.item(clauses.isEmpty() ? words.label("memo.edited.none") : words.label("memo.edited", String.join(", ", clauses)));
        page.item(words.counted("memo.changed", combinations.changed(), words.number(report.tried())));
        if (report.undecided() > 0) {
            page.item(words.label("memo.undecided", words.number(report.undecided())));
        }
        page.item(words.label("memo.gain", words.number(combinations.customer()), words.number(combinations.support())));
        page.item(given == 0 ? words.label("memo.tickets.none")
                : words.label("memo.tickets", words.number(given), words.number(tickets.changed())));
        if (!edits.isEmpty() && edits.stream().noneMatch(edit -> edit.kind() == Kind.EDITION)) {
            page.item(words.label("memo.same-edition", after.receipt().edition()));
        }
        List<String> unsaid = clauses.stream().filter(this::isUnsaid).toList();
        if (!unsaid.isEmpty()) {
            page.item(words.label("memo.unsaid", String.join(", ", unsaid)));
        }
        Set<Gains.Side> told = new LinkedHashSet<>();
        for (String id : clauses) {
            page.heading(2, id);
            clause(id);
            List<Gains.Side> sides = sides(combinations, tickets).filter(side -> side.clauses().contains(id) && told.add(side)).toList();
            examples.of(sides, combinations, tickets, given);
            if (sides.isEmpty() && told.stream().noneMatch(side -> side.clauses().contains(id))) {
                page.paragraph(words.label("memo.none"));
            }
        }
        List<Gains.Side> others = sides(combinations, tickets).filter(side -> !told.contains(side)).toList();
        if (!others.isEmpty()) {
            page.heading(2, words.label("memo.other"));
            examples.of(others, combinations, tickets, given);
        }
        edited(Kind.DECLARATION, "memo.declarations");
        edited(Kind.READING, "memo.readings");
        proved(report, given, scenarios);
    }

    /** Whether a rule of a clause asks or concludes something else, and nothing that people read of the clause was edited. */
    private boolean isUnsaid(String clause) {
        List<Kind> kinds = edits.stream().filter(edit -> edit.clause().equals(clause)).map(Edit::kind).toList();
        return kinds.contains(Kind.CONDITIONS) && kinds.stream().noneMatch(READ_BY_PEOPLE::contains);
    }

    private static Stream<Gains.Side> sides(Gains combinations, Gains tickets) {
        return Stream.concat(combinations.sides().stream(), tickets.sides().stream()).distinct();
    }

    /** The clauses that were edited, or by whose rules something changes, in the order of the policy. */
    private List<String> clauses(Gains combinations, Gains tickets) {
        Set<String> named = new LinkedHashSet<>();
        for (Edit edit : edits) {
            if (edit.rule().isPresent() || OF_CLAUSES.contains(edit.kind())) {
                named.add(edit.clause());
            }
            if (edit.kind() == Kind.CITATION) {
                edit.before().ifPresent(named::add);
            }
        }
        sides(combinations, tickets).forEach(side -> named.addAll(side.clauses()));
        return Stream.concat(after.clauses().stream(), before.clauses().stream()).map(Clause::id).filter(named::contains).distinct()
                .toList();
    }

    private void receipts() {
        page.row("", words.label("memo.before"), words.label("memo.after")).row("---", "---", "---");
        page.row(words.label("memo.edition"), edition(before), edition(after));
        Decision.Receipt then = before.receipt();
        Decision.Receipt now = after.receipt();
        page.row(words.label("memo.fingerprint"), then.fingerprint(), now.fingerprint()).gap();
        edits.stream().filter(edit -> edit.kind() == Kind.SECTION).forEach(edit ->
                page.item(edit.clause() + ": " + edit.before().orElse("–") + " → " + edit.after().orElse("–")));
    }

    private String edition(SupportPolicy policy) {
        String edition = policy.receipt().edition();
        return policy.inForceFrom().map(day -> words.label("memo.edition.since", edition, day)).orElse(edition);
    }

    private void clause(String id) {
        Optional<Clause> then = of(before, id);
        Optional<Clause> now = of(after, id);
        if (then.isEmpty() || now.isEmpty()) {
            page.paragraph(words.label(then.isEmpty() ? "memo.new-clause" : "memo.gone-clause"));
        }
        both("memo.binds", then.map(this::binds), now.map(this::binds));
        texts("memo.text", then.map(clause -> text(clause)), now.map(clause -> text(clause)));
        readAs(then.map(this::readAs), now.map(this::readAs));
        rules(id);
    }

    private static Optional<Clause> of(SupportPolicy policy, String id) {
        return policy.clauses().stream().filter(clause -> clause.id().equals(id)).findFirst();
    }

    private String binds(Clause clause) {
        return Problem.of("binds." + clause.modality().toLowerCase(Locale.ROOT).replace(' ', '-')).said().in(locale) + " "
                + Problem.of("binds." + clause.party()).said().in(locale);
    }

    private void both(String key, Optional<String> then, Optional<String> now) {
        if (then.equals(now)) {
            page.paragraph(now.orElseThrow());
        } else {
            then.ifPresent(said -> page.paragraph(words.label(key, words.label("memo.before"), said)));
            now.ifPresent(said -> page.paragraph(words.label(key, words.label("memo.after"), said)));
        }
    }

    private String text(Clause clause) {
        String why = locale.getLanguage().equals("nl") ? clause.notAutomatedDutch() : clause.notAutomated();
        return clause.text(locale) + (why == null ? "" : " (" + why + ")");
    }

    private List<String> readAs(Clause clause) {
        return clause.readAs().stream().map(added -> added.text(locale) + " (" + added.reading() + ")").toList();
    }

    private void readAs(Optional<List<String>> then, Optional<List<String>> now) {
        if (!then.equals(now)) {
            then.ifPresent(items -> list("memo.read-as.before", items, "memo.nothing-read"));
            now.ifPresent(items -> list("memo.read-as.after", items, "memo.nothing-read"));
        } else if (!now.orElseThrow().isEmpty()) {
            list("memo.read-as.same", now.orElseThrow(), "memo.nothing-read");
        }
    }

    private void texts(String key, Optional<String> then, Optional<String> now) {
        if (then.equals(now)) {
            page.bold(words.label(key + ".same")).quote(now.orElseThrow());
        } else {
            String former = words.label(key + ".before");
            String latter = words.label(key + ".after");
            if (then.isPresent() && now.isPresent()) {
                page.beside(former, then.get(), latter, now.get());
            } else {
                then.ifPresent(text -> page.bold(former).quote(text));
                now.ifPresent(text -> page.bold(latter).quote(text));
            }
        }
    }

    private void rules(String id) {
        List<String> then = rules(before, id);
        List<String> now = rules(after, id);
        List<String> same = then.stream().filter(now::contains).toList();
        if (!then.equals(now)) {
            list("memo.rules.before", then.stream().filter(rule -> !same.contains(rule)).toList(), "memo.rules.none");
            list("memo.rules.after", now.stream().filter(rule -> !same.contains(rule)).toList(), "memo.rules.none");
        }
        List<Edit> conditions = edits.stream().filter(edit -> edit.kind() == Kind.CONDITIONS && edit.clause().equals(id)).toList();
        for (Edit edit : conditions) {
            page.bold(words.label("memo.conditions", edited(edit).sentence(locale)));
            page.lines(edit.before().orElse(""), edit.after().orElse(""));
        }
        List<String> changed = conditions.stream().map(edit -> said(edited(edit))).toList();
        List<String> others = same.stream().filter(rule -> !changed.contains(rule)).toList();
        if (!others.isEmpty()) {
            list("memo.rules.others", others, "memo.rules.none");
        }
    }

    private Rule edited(Edit edit) {
        return after.rules().stream().filter(rule -> edit.rule().filter(rule.sentence(locale)::equals).isPresent()).findFirst()
                .orElseThrow();
    }

    private void list(String key, List<String> items, String none) {
        page.bold(words.label(key));
        (items.isEmpty() ? List.of(words.label(none)) : items).forEach(page::item);
        page.gap();
    }

    private List<String> rules(SupportPolicy policy, String clause) {
        return policy.rules().stream().filter(rule -> rule.clause().equals(clause)).map(this::said).toList();
    }

    private String said(Rule rule) {
        String readings = rule.readings().stream().map(Reading::id).collect(Collectors.joining(", "));
        return rule.sentence(locale) + (readings.isEmpty() ? "" : " (" + words.label("memo.rests", readings) + ")");
    }

    /** What was edited outside of clauses and rules. */
    private void edited(Kind kind, String heading) {
        List<Edit> edited = edits.stream().filter(edit -> edit.kind() == kind).toList();
        if (!edited.isEmpty()) {
            page.heading(2, words.label(heading));
            for (Edit edit : edited) {
                page.bold(edit.clause().isEmpty() ? name(edit) : edit.clause()).lines(edit.before().orElse(""), edit.after().orElse(""));
            }
        }
    }

    /** The name of what is declared. */
    private static String name(Edit edit) {
        return DECLARED.matcher(edit.after().or(edit::before).orElse("")).replaceFirst("$1");
    }

    private void proved(PolicyDiff.Report report, int given, int scenarios) {
        page.heading(2, words.label("memo.proved")).paragraph(words.label("memo.proved.all"));
        report.combinations().forEach((section, count) ->
                page.item(words.label("memo.proved.item", words.label("space." + section.replace(' ', '_')), words.number(count))));
        page.gap();
        if (scenarios > 0) {
            page.paragraph(words.counted("memo.sampled.scenarios", scenarios));
        }
        if (given > 0) {
            page.paragraph(words.counted("memo.sampled.tickets", given));
        }
        page.paragraph(words.label("memo.not-proved"));
    }
}
