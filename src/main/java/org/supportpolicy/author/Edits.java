package org.supportpolicy.author;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpolicy.Clause;
import org.supportpolicy.PolicySection;
import org.supportpolicy.Reading;
import org.supportpolicy.SupportPolicy;
import org.supportpolicy.author.Edit.Kind;
import org.supportpolicy.internal.check.CheckedRule;
import org.supportpolicy.internal.source.Declaration;
import org.supportpolicy.internal.source.FactBook;
import org.supportpolicy.internal.trial.PolicyParts;
import org.supportpolicy.internal.words.ReportWords;

/** Finds what was edited from one policy to another, by comparing what is written. */
final class Edits {

    private final Locale locale;
    private final List<Edit> found = new ArrayList<>();

    private Edits(Locale locale) {
        this.locale = locale;
    }

    /**
     * The edits: of the edition, then by the order of the clauses, then of the readings.
     *
     * @param locale the language in which what is new or gone, and the rules that edits are of, are named
     */
    static List<Edit> between(SupportPolicy before, SupportPolicy after, Locale locale) {
        Edits edits = new Edits(locale);
        edits.add(Kind.EDITION, "", null, edition(before), edition(after));
        edits.each(declared(before), declared(after), declaration -> declaration.name().text(),
                (name, then, now) -> edits.add(Kind.DECLARATION, "", null, said(then, Declaration::text), said(now, Declaration::text)));
        edits.each(before.sections(), after.sections(), PolicySection::id, (id, then, now) -> edits.add(Kind.SECTION, id, null,
                said(then, section -> section.english() + " / " + section.dutch()),
                said(now, section -> section.english() + " / " + section.dutch())));
        edits.each(before.clauses(), after.clauses(), Clause::id, edits::clause);
        edits.each(before.readings(), after.readings(), Reading::id, edits::reading);
        RulePairs.of(PolicyParts.of(before).rules(), PolicyParts.of(after).rules()).forEach(edits::rule);
        List<String> order = Stream.of(Stream.of(""), after.sections().stream().map(PolicySection::id),
                after.clauses().stream().map(Clause::id), before.clauses().stream().map(Clause::id),
                after.readings().stream().map(Reading::id)).flatMap(ids -> ids).distinct().toList();
        edits.found.sort(Comparator.comparing((Edit edit) -> order.indexOf(edit.clause())).thenComparing(Edit::kind));
        return List.copyOf(edits.found);
    }

    private static List<Declaration> declared(SupportPolicy policy) {
        FactBook facts = PolicyParts.of(policy).draft().facts();
        return facts == null ? List.of() : facts.declarations();
    }

    private static String edition(SupportPolicy policy) {
        return policy.receipt().edition() + policy.inForceFrom().map(day -> ", " + day).orElse("");
    }

    private interface Pair<T> {
        void of(String id, @Nullable T then, @Nullable T now);
    }

    private <T> void each(List<T> before, List<T> after, Function<T, String> id, Pair<T> pair) {
        Map<String, T> former = before.stream().collect(Collectors.toMap(id, item -> item, (a, b) -> a, LinkedHashMap::new));
        Map<String, T> latter = after.stream().collect(Collectors.toMap(id, item -> item, (a, b) -> a, LinkedHashMap::new));
        Set<String> ids = new LinkedHashSet<>(latter.keySet());
        ids.addAll(former.keySet());
        ids.forEach(each -> pair.of(each, former.get(each), latter.get(each)));
    }

    private void clause(String id, @Nullable Clause then, @Nullable Clause now) {
        if (then == null || now == null) {
            add(Kind.CLAUSE, id, null, said(then, clause -> clause.text(locale)), said(now, clause -> clause.text(locale)));
            return;
        }
        add(Kind.MODALITY, id, null, then.modality(), now.modality());
        add(Kind.PARTY, id, null, then.party(), now.party());
        add(Kind.TEXT, id, null, then.english(), now.english());
        add(Kind.TEXT_NL, id, null, then.dutch(), now.dutch());
        add(Kind.READ_AS, id, null, readAs(then, Clause.ReadAs::english), readAs(now, Clause.ReadAs::english));
        add(Kind.READ_AS_NL, id, null, readAs(then, Clause.ReadAs::dutch), readAs(now, Clause.ReadAs::dutch));
        add(Kind.NOT_AUTOMATED, id, null, then.notAutomated(), now.notAutomated());
        add(Kind.NOT_AUTOMATED_NL, id, null, then.notAutomatedDutch(), now.notAutomatedDutch());
    }

    private static @Nullable String readAs(Clause clause, Function<Clause.ReadAs, String> language) {
        return clause.readAs().isEmpty() ? null : clause.readAs().stream()
                .map(added -> language.apply(added) + " (" + added.reading() + ")").collect(Collectors.joining(" "));
    }

    private void reading(String id, @Nullable Reading then, @Nullable Reading now) {
        if (then == null || now == null) {
            add(Kind.READING, id, null, said(then, reading -> reading.text(locale).adopted()),
                    said(now, reading -> reading.text(locale).adopted()));
            return;
        }
        add(Kind.READING, id, null, contested(then), contested(now));
        text(id, then.english(), now.english());
        text(id, then.dutch(), now.dutch());
    }

    private void text(String id, Reading.Text then, Reading.Text now) {
        add(Kind.READING, id, null, then.open(), now.open());
        add(Kind.READING, id, null, then.adopted(), now.adopted());
        add(Kind.READING, id, null, then.why(), now.why());
    }

    private String contested(Reading reading) {
        return ReportWords.of(locale).label(reading.contested() ? "diff.contested" : "diff.not-contested");
    }

    private void rule(RulePairs.Pair pair) {
        CheckedRule then = pair.then();
        CheckedRule now = pair.now();
        CheckedRule any = now == null ? Objects.requireNonNull(then) : now;
        String clause = any.text().said("clause");
        if (then == null || now == null) {
            add(Kind.RULE, clause, sentence(any), said(then, this::sentence), said(now, this::sentence));
            return;
        }
        String name = sentence(now);
        add(Kind.NAME, clause, name, then.name(), now.name());
        add(Kind.NAME_NL, clause, name, then.text().said("nl"), now.text().said("nl"));
        add(Kind.CITATION, clause, name, then.text().said("clause"), clause);
        add(Kind.READINGS, clause, name, readings(then), readings(now));
        if (!RulePairs.body(then).equals(RulePairs.body(now))) {
            add(Kind.CONDITIONS, clause, name, only(then, now), only(now, then));
        }
    }

    private String sentence(CheckedRule rule) {
        return rule.sentence().in(locale);
    }

    private static @Nullable String readings(CheckedRule rule) {
        return rule.text().readings().isEmpty() ? null : rule.text().readings().stream().sorted().collect(Collectors.joining(", "));
    }

    /** The lines of a rule that another has not. */
    private static String only(CheckedRule rule, CheckedRule other) {
        List<String> others = lines(other);
        List<String> own = lines(rule).stream().filter(line -> !others.contains(line)).toList();
        return String.join("\n", own.isEmpty() ? lines(rule) : own);
    }

    private static List<String> lines(CheckedRule rule) {
        return rule.book().source().text(rule.text().when().start(), rule.text().end()).lines().map(String::strip)
                .filter(line -> !line.isEmpty()).toList();
    }

    private static <T> @Nullable String said(@Nullable T of, Function<? super T, String> what) {
        return of == null ? null : what.apply(of);
    }

    private void add(Kind kind, String clause, @Nullable String rule, @Nullable String before, @Nullable String after) {
        if (!Objects.equals(before, after)) {
            found.add(new Edit(kind, clause, Optional.ofNullable(rule), Optional.ofNullable(before), Optional.ofNullable(after)));
        }
    }
}
