package org.supportpolicy.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.supportpolicy.Clause;
import org.supportpolicy.Problem;
import org.supportpolicy.Reading;
import org.supportpolicy.Rule;
import org.supportpolicy.SupportPolicy;

/** Writes what a policy says under an id: a clause or a reading. */
final class PolicySheets {

    private final SupportPolicy policy;
    private final Locale locale;

    PolicySheets(SupportPolicy policy, Locale locale) {
        this.policy = policy;
        this.locale = locale;
    }

    /** The ids of all clauses and readings. */
    List<String> ids() {
        return Stream.concat(policy.clauses().stream().map(Clause::id), policy.readings().stream().map(Reading::id)).toList();
    }

    /** What stands under an id, in capitals or not; empty when there is no such id. */
    Optional<Sheet> of(String id) {
        Optional<Sheet> clause = policy.clauses().stream().filter(each -> each.id().equalsIgnoreCase(id)).findFirst().map(this::clause);
        return clause.isPresent() ? clause
                : policy.readings().stream().filter(each -> each.id().equalsIgnoreCase(id)).findFirst().map(this::reading);
    }

    private Sheet reading(Reading reading) {
        Reading.Text text = reading.text(locale);
        Sheet sheet = new Sheet().heading(0, reading.id())
                .paragraph(0, word(reading.contested() ? "explain.is-contested" : "explain.is-not-contested"))
                .heading(0, word("explain.open") + " " + text.open()).heading(0, word("explain.adopted") + " " + text.adopted())
                .heading(0, word("explain.why") + " " + text.why()).heading(0, word("explain.rests-on-it"));
        for (Clause clause : policy.clauses()) {
            List<Rule> rules = rules(clause).stream().filter(rule -> rule.readings().contains(reading)).toList();
            if (!rules.isEmpty() || clause.readAs().stream().anyMatch(added -> added.reading().equals(reading.id()))) {
                sheet.paragraph(1, heading(clause));
                rules.forEach(rule -> rule(2, rule, sheet));
            }
        }
        return sheet;
    }

    private Sheet clause(Clause clause) {
        List<Clause> section = policy.clauses().stream().filter(each -> each.section().equals(clause.section())).toList();
        Sheet sheet = new Sheet().heading(0, heading(clause)).paragraph(0, binds(clause))
                .paragraph(0, Problem.of("explain.section", title(clause), section.indexOf(clause) + 1, section.size()).said().in(locale))
                .heading(0, clause.text(locale));
        clause.readAs().forEach(added -> sheet.heading(0,
                Problem.of("explain.read", added.text(locale), added.reading()).said().in(locale)));
        if (clause.notAutomated() != null) {
            boolean dutch = locale.getLanguage().equals("nl");
            sheet.heading(0, word("explain.not-automated") + " " + (dutch ? clause.notAutomatedDutch() : clause.notAutomated()));
        }
        List<Rule> rules = rules(clause);
        ReadAs.of(rules, locale).ifPresent(readings -> sheet.heading(0, word("explain.read-as") + " " + readings));
        if (!rules.isEmpty()) {
            sheet.heading(0, word("explain.rules"));
            rules.forEach(rule -> rule(1, rule, sheet));
        }
        List<String> others = section.stream().map(Clause::id).filter(id -> !id.equals(clause.id())).toList();
        if (!others.isEmpty()) {
            sheet.heading(0, word("explain.others")).paragraph(1, String.join(", ", others));
        }
        return sheet;
    }

    private void rule(int depth, Rule rule, Sheet sheet) {
        sheet.item(depth, rule.sentence(locale), "[" + Screen.place(rule.file(), rule.line()) + "]");
    }

    private List<Rule> rules(Clause clause) {
        return policy.rules().stream().filter(rule -> rule.clause().equals(clause.id())).toList();
    }

    private static String heading(Clause clause) {
        return clause.id() + " · " + clause.modality() + " · " + clause.party();
    }

    private String binds(Clause clause) {
        return word("binds." + clause.modality().toLowerCase(Locale.ROOT).replace(' ', '-')) + " " + word("binds." + clause.party());
    }

    private String title(Clause clause) {
        return policy.sections().stream().filter(section -> section.id().equals(clause.section())).findFirst()
                .map(section -> section.id() + ": " + section.title(locale)).orElseGet(clause::section);
    }

    private String word(String key) {
        return Problem.of(key).said().in(locale);
    }
}
