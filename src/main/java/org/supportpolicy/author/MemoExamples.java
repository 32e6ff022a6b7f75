package org.supportpolicy.author;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.supportpolicy.fact.Fact;
import org.supportpolicy.fact.FactSet;
import org.supportpolicy.fact.Ticket;
import org.supportpolicy.internal.record.Components;
import org.supportpolicy.internal.words.ReportWords;
import org.supportpolicy.internal.words.Speech;

/** Writes who gains by a change, with what, and the ticket that shows it. Not thread-safe. */
final class MemoExamples {

    /** What a person who approves a policy does not ask of an example. */
    private static final Set<String> NOT_ASKED = Set.of("needs", "readings");

    private final PolicyDiff diff;
    private final ReportWords words;
    private final AnswerWords answers;
    private final Locale locale;
    private final Speech speech;
    private final MemoSheet page;

    MemoExamples(PolicyDiff diff, ReportWords words, Locale locale, MemoSheet page) {
        this.diff = diff;
        this.words = words;
        this.locale = locale;
        this.speech = Speech.of(locale);
        this.answers = new AnswerWords(words, speech);
        this.page = page;
    }

    /** Writes the sides of a change; what changes for neither needs no example beside those of who gains. */
    void of(List<Gains.Side> sides, Gains combinations, Gains tickets, int given) {
        boolean somebodyGains = sides.stream().anyMatch(side -> side.favour() != Favour.NOBODY);
        sides.forEach(side -> side(side, combinations, tickets, given, side.favour() != Favour.NOBODY || !somebodyGains));
    }

    private void side(Gains.Side side, Gains combinations, Gains tickets, int given, boolean withExample) {
        Optional<Gains.Tally> tried = combinations.tally(side);
        Optional<Gains.Tally> among = tickets.tally(side);
        page.heading(3, words.label("memo." + side.favour()));
        if (side.clauses().size() > 1) {
            page.paragraph(words.label("memo.together", String.join(", ", side.clauses())));
        }
        int count = tried.map(Gains.Tally::count).orElse(0);
        page.paragraph(given == 0 ? words.counted("memo.count", count)
                : words.counted("memo.count.tickets", count, words.number(among.map(Gains.Tally::count).orElse(0))));
        tried.or(() -> among).orElseThrow().said().forEach(said -> page.item(said.getKey() + " (" + words.number(said.getValue()) + ")"));
        page.gap();
        if (!withExample) {
            return;
        }
        tried.ifPresent(tally -> {
            String most = tally.said().get(0).getKey();
            example("memo.example", Components.smallest(tally.example(),
                    facts -> combinations.sides(diff.compare(facts)).getOrDefault(side, Set.of()).contains(most)));
        });
        among.ifPresent(tally -> example("memo.example.given", tally.example()));
    }

    private void example(String key, FactSet facts) {
        List<PolicyDiff.Difference> shown = diff.compare(facts).differences(locale).stream()
                .filter(one -> !NOT_ASKED.contains(one.answer())).toList();
        if (shown.isEmpty()) {
            return;
        }
        ZoneId zone = facts.now().zone();
        page.bold(words.label(key, speech.ticket(facts.get(Ticket.class).map(Ticket::number)), speech.instant(facts.asOf(), zone)));
        for (Fact fact : facts.facts()) {
            page.item(speech.fact(fact, zone));
        }
        if (facts.facts().isEmpty()) {
            page.item(words.label("memo.nothing-known"));
        }
        page.gap();
        page.row("", words.label("memo.before"), words.label("memo.after")).row("---", "---", "---");
        for (PolicyDiff.Difference difference : shown) {
            String answer = difference.answer();
            page.row(words.label("answer." + answer), answers.value(answer, difference.before(), facts),
                    answers.value(answer, difference.after(), facts));
        }
        page.gap();
    }
}
