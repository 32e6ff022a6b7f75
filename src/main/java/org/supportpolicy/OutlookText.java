package org.supportpolicy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.supportpolicy.fact.Limits;
import org.supportpolicy.finding.AtMostOne;
import org.supportpolicy.finding.Finding;
import org.supportpolicy.finding.PossibleUrgency;
import org.supportpolicy.finding.Suspension;
import org.supportpolicy.internal.words.Speech;

/** Writes as text what happens if nobody acts: each instant, what is answered otherwise from then on, and why. Not thread-safe. */
final class OutlookText {

    private static final LocalDate LAST_DAY = LocalDate.of(Limits.LAST_YEAR, 12, 31);

    private final Timeline timeline;
    private final Locale locale;
    private final Speech speech;
    private final ZoneId zone;
    private final TextLines text = new TextLines();

    OutlookText(Timeline timeline, Locale locale) {
        this.timeline = timeline;
        this.locale = locale;
        this.speech = Speech.of(locale);
        this.zone = timeline.decision().zone();
    }

    String text() {
        Decision decision = timeline.decision();
        text.line(0, speech.ticket(decision.ticket()) + ", " + speech.label("moment", speech.instant(decision.asOf(), zone), zone.getId()));
        timeline.changes().forEach(this::change);
        text.gap();
        text.line(0, end(timeline.changes().isEmpty() ? "outlook.nothing" : "outlook.nothingElse"));
        return text.toString();
    }

    /** That nothing changes until the end, or ever. */
    private String end(String key) {
        boolean isLast = !timeline.until().atZone(zone).toLocalDate().isBefore(LAST_DAY);
        return isLast ? speech.label(key + "Ever") : speech.label(key, speech.instant(timeline.until(), zone));
    }

    private void change(Change change) {
        text.gap();
        text.line(0, speech.label("outlook.from", speech.instant(change.at(), zone)));
        String edition = change.after().policy().edition();
        if (!edition.equals(change.before().policy().edition())) {
            text.line(1, speech.label("outlook.edition", edition));
        }
        List<String> sections = change.sections();
        Section.ALL.stream().filter(section -> sections.contains(section.name())).forEach(section -> section(section, change));
        names("outlook.needs", change, decision -> decision.questions(locale).stream().map(Question::ask).toList(),
                sections.contains("needs"));
        names("outlook.readings", change, decision -> decision.readings().stream().map(Reading::id).toList(),
                sections.contains("readings"));
    }

    private void section(Section section, Change change) {
        String label = speech.label(section.name()) + ": ";
        for (Class<? extends Finding> kind : section.answers()) {
            Set<Finding> come = others(kind, change.after(), change.before());
            come.forEach(finding -> come(label, finding, change.after()));
            if (come.isEmpty() || !kind.isAnnotationPresent(AtMostOne.class)) {
                others(kind, change.before(), change.after())
                        .forEach(finding -> text.line(1, label + speech.label("outlook.gone", brief(finding, change.before()))));
            }
        }
    }

    /** The findings of a kind that one decision has and the other has not, in the order of its reasons. */
    private static Set<Finding> others(Class<? extends Finding> kind, Decision one, Decision other) {
        Set<Finding> others = new LinkedHashSet<>();
        one.reasons().stream().map(Reason::concludes)
                .filter(finding -> kind.isInstance(finding) && !(finding instanceof PossibleUrgency && one.urgency().isPresent()))
                .forEach(others::add);
        others.removeAll(other.findings(kind));
        return others;
    }

    private void come(String label, Finding finding, Decision decision) {
        text.line(1, label + brief(finding, decision));
        decision.reasons().stream().filter(reason -> reason.concludes().equals(finding))
                .map(reason -> reason.rule().sentence(locale) + "  [" + reason.clause() + "]").distinct()
                .forEach(reason -> text.line(2, reason));
    }

    /** A suspension only names a clause; the sentence of its rule says more. */
    private String brief(Finding finding, Decision decision) {
        return finding instanceof Suspension
                ? decision.reasons().stream().filter(reason -> reason.concludes().equals(finding)).findFirst()
                .map(reason -> reason.rule().sentence(locale)).orElseThrow() : speech.brief(finding, zone);
    }

    private void names(String key, Change change, Function<Decision, Collection<String>> names, boolean changed) {
        if (changed) {
            Set<String> come = new LinkedHashSet<>(names.apply(change.after()));
            Set<String> gone = new LinkedHashSet<>(names.apply(change.before()));
            come.removeAll(names.apply(change.before()));
            gone.removeAll(names.apply(change.after()));
            come.forEach(name -> text.line(1, speech.label(key) + ": " + name));
            gone.forEach(name -> text.line(1, speech.label(key) + ": " + speech.label("outlook.gone", name)));
        }
    }
}
